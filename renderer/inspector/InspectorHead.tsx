import { Eye, LockOpen, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hideLanes } from '../../shared/edits/lanes.ts';
import type { LaneRecord } from '../../shared/records/lane.ts';
import { type MenuAction, MoreMenu } from '../controls/MoreMenu.tsx';
import { useWrite } from './fields/useWrite.ts';
import styles from './inspector.module.css';

interface InspectorHeadProps {
  readonly picture?: ReactNode;
  readonly title: string;
  readonly subtitle?: string;
  readonly actions: readonly MenuAction[];
}

/** What is shown, where it is, and what can be done to it as a whole. */
export function InspectorHead({ picture, title, subtitle, actions }: InspectorHeadProps) {
  const { t } = useTranslation();
  return (
    <header className={styles.head}>
      {picture}
      <div className={styles.headWords}>
        <h2>{title}</h2>
        {subtitle !== undefined && subtitle !== '' && <p>{subtitle}</p>}
      </div>
      {actions.length > 0 && <MoreMenu label={t('inspector.more', { title })} actions={actions} align="end" />}
    </header>
  );
}

interface StateNoteProps {
  readonly words: string;
  readonly act: string;
  readonly icon: LucideIcon;
  readonly onAct: () => void;
}

/** Says what keeps a thing from being changed or seen, with the way to end that. */
export function StateNote({ words, act, icon: Icon, onAct }: StateNoteProps) {
  return (
    <div className={styles.stateNote}>
      <p>{words}</p>
      <button type="button" className={styles.textButton} onClick={onAct}>
        <Icon size={15} aria-hidden="true" />
        {act}
      </button>
    </div>
  );
}

interface LockedNoteProps {
  readonly words: string;
  readonly onOpen: () => void;
}

/** Says why the fields below cannot be changed. */
export function LockedNote({ words, onOpen }: LockedNoteProps) {
  const { t } = useTranslation();
  return <StateNote words={words} act={t('inspector.unlock')} icon={LockOpen} onAct={onOpen} />;
}

/** Says that a thing stands in a lane that the map does not show; nothing when it does. */
export function HiddenLaneNote({ lanes }: { readonly lanes: readonly (LaneRecord | undefined)[] }) {
  const { t } = useTranslation();
  const write = useWrite();
  const hidden = lanes.flatMap((lane) => (lane?.hidden === true ? [lane.id] : []));
  if (hidden.length === 0) return null;
  return (
    <StateNote
      words={t('inspector.inHiddenLane')}
      act={t('inspector.showLane')}
      icon={Eye}
      onAct={() => write(hideLanes, { lanes: hidden, hidden: false })}
    />
  );
}
