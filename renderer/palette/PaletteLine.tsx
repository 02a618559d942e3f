import { Command } from 'cmdk';
import { ChevronRight, Map as MapIcon, PanelsTopLeft, UserRound } from 'lucide-react';
import { findInText } from '../../shared/find/foldText.ts';
import { useApplication } from '../ApplicationContext.ts';
import { keycapsOf } from '../commands/useKeycaps.ts';
import { Keycaps } from '../controls/Keycaps.tsx';
import { KindPin } from '../inspector/KindPin.tsx';
import styles from './palette.module.css';
import type { PaletteEntry, PaletteTarget } from './searchPalette.ts';

interface PaletteLineProps {
  readonly entry: PaletteEntry;
  /** What was sought, to be marked in the words. */
  readonly sought: string;
  readonly onChoose: () => void;
}

/** One line of the palette. */
export function PaletteLine({ entry, sought, onChoose }: PaletteLineProps) {
  const { platform } = useApplication();
  const { target, title, detail } = entry;
  const keys = target.kind === 'command' ? keycapsOf(target.id, platform) : undefined;
  return (
    <Command.Item className={styles.line} value={entry.key} onSelect={onChoose}>
      <span className={styles.picture}>
        <Picture target={target} />
      </span>
      <span className={styles.words}>
        <Marked text={title} sought={sought} />
        {detail !== '' && (
          <small>
            <Marked text={detail} sought={sought} />
          </small>
        )}
      </span>
      {keys !== undefined && <Keycaps keys={keys} />}
    </Command.Item>
  );
}

function Picture({ target }: { readonly target: PaletteTarget }) {
  switch (target.kind) {
    case 'card':
      return <KindPin kind={target.cardKind} priority={target.priority} size={26} />;
    case 'command':
      return <ChevronRight size={17} aria-hidden="true" />;
    case 'persona':
      return <UserRound size={17} aria-hidden="true" />;
    case 'map':
      return <MapIcon size={17} aria-hidden="true" />;
    default:
      return <PanelsTopLeft size={17} aria-hidden="true" />;
  }
}

/** A text with what was sought in bold. */
function Marked({ text, sought }: { readonly text: string; readonly sought: string }) {
  const ranges = sought === '' ? [] : findInText(text, sought);
  const parts = ranges.map(({ start, end }, at) => (
    <span key={start}>
      {text.slice(ranges[at - 1]?.end ?? 0, start)}
      <b>{text.slice(start, end)}</b>
    </span>
  ));
  return (
    <span>
      {parts}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </span>
  );
}
