import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication, useDocument, useEditing, useSession } from '../ApplicationContext.ts';
import { namesOf } from '../commands/followMenu.ts';
import dialog from '../dialogs/dialog.module.css';
import { followTarget } from './followTarget.ts';
import { PaletteFoot } from './PaletteFoot.tsx';
import { PaletteLine } from './PaletteLine.tsx';
import styles from './palette.module.css';
import { type PaletteTarget, readQuery, searchPalette } from './searchPalette.ts';

/** Everything one can go to or do, found by typing. */
export function Palette() {
  const { t } = useTranslation();
  const app = useApplication();
  const isOpen = useSession((session) => session.overlay === 'palette');
  /** Done once the palette has given the focus back, since it may begin a text. */
  const chosen = useRef<(() => void) | null>(null);
  const close = (): void => app.session.setState({ overlay: null });
  const choose = (target: PaletteTarget, edit: boolean): void => {
    chosen.current = () => followTarget(app, target, edit);
    close();
  };
  const finish = (): void => {
    const run = chosen.current;
    chosen.current = null;
    // By hand, since the library gives the focus back a frame later, and so takes it from a text that was begun.
    mapElement()?.focus({ preventScroll: true });
    run?.();
  };
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(open) => !open && close()}
      onOpenChangeComplete={(open) => !open && finish()}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.scrim} />
        <Dialog.Popup className={styles.popup} finalFocus={false}>
          <Dialog.Title className="visually-hidden">{t('palette.label')}</Dialog.Title>
          <PaletteSearch onChoose={choose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface PaletteSearchProps {
  /** `edit` begins the text of what was chosen. */
  readonly onChoose: (target: PaletteTarget, edit: boolean) => void;
}

function PaletteSearch({ onChoose }: PaletteSearchProps) {
  const { t } = useTranslation();
  const { platform } = useApplication();
  const records = useDocument((document) => document.records);
  const map = useSession((session) => session.map);
  const selected = useEditing((editing) => editing.selection.length > 0);
  const history = useEditing((editing) => editing.history);
  const [query, setQuery] = useState('');
  const [line, setLine] = useState('');
  // On a very large map the list comes a moment after the letter.
  const sought = useDeferredValue(query);
  if (records === null) return null;
  const sources = { records, map, selected, platform, t, names: namesOf(history) };
  const { groups, count, more } = searchPalette(sources, sought);
  const entries = groups.flatMap((group) => group.entries);
  // The line that was chosen, or the first one when it is no longer listed.
  const current = entries.find(({ key }) => key === line) ?? entries[0];
  const onKeyDown = (event: KeyboardEvent): void => {
    const edit = event.ctrlKey || event.metaKey;
    const isListed = sought === query;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || (!edit && isListed)) return;
    event.preventDefault();
    // Whoever is quicker than the list means what was typed, not what still stands there.
    const meant = isListed ? current : searchPalette(sources, query).groups[0]?.entries[0];
    if (meant !== undefined) onChoose(meant.target, edit);
  };
  return (
    <Command
      label={t('palette.label')}
      shouldFilter={false}
      vimBindings={false}
      value={current?.key ?? ''}
      onValueChange={setLine}
      onKeyDown={onKeyDown}
      className={styles.command}
    >
      <div className={styles.field}>
        <Search size={20} aria-hidden="true" />
        <Command.Input
          className={styles.input}
          value={query}
          onValueChange={(typed) => {
            setQuery(typed);
            setLine('');
          }}
          placeholder={t('palette.hint')}
          autoFocus
        />
        <span className={styles.count} role="status">
          {readQuery(sought).words !== '' &&
            (more ? t('palette.more', { most: count }) : t('palette.found', { count }))}
        </span>
      </div>
      <Command.List className={styles.list} label={t('palette.label')}>
        {groups.map(({ group, entries: lines }) => (
          <Command.Group key={group} className={styles.group} heading={t(`palette.${group}`)}>
            {lines.map((entry) => (
              <PaletteLine
                key={entry.key}
                entry={entry}
                sought={readQuery(sought).words}
                onChoose={() => onChoose(entry.target, false)}
              />
            ))}
          </Command.Group>
        ))}
      </Command.List>
      {count === 0 && <p className={styles.nothing}>{t('palette.nothing', { query: readQuery(sought).words })}</p>}
      <PaletteFoot />
    </Command>
  );
}

function mapElement(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-region="canvas"]');
}
