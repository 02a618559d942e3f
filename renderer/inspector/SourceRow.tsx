import { Popover } from '@base-ui/react/popover';
import {
  ChartLine,
  Eye,
  Footprints,
  Headset,
  ListChecks,
  type LucideIcon,
  MessageSquare,
  Play,
  Star,
  StickyNote,
  Users,
  X,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { changeSource, removeSource } from '../../shared/edits/sources.ts';
import { SOURCE_KINDS, type SourceKind, type SourceRecord } from '../../shared/records/source.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { SelectField } from './fields/SelectField.tsx';
import { TextArea, TextField } from './fields/TextField.tsx';
import { useWrite } from './fields/useWrite.ts';
import { ItemPopup } from './ItemPopup.tsx';
import styles from './inspector.module.css';

const ICONS: Readonly<Record<SourceKind, LucideIcon>> = {
  interviews: MessageSquare,
  focusGroup: Users,
  observation: Eye,
  analytics: ChartLine,
  sessionReplays: Play,
  survey: ListChecks,
  reviews: Star,
  support: Headset,
  walkThrough: Footprints,
  other: StickyNote,
};

interface SourceRowProps {
  readonly source: SourceRecord;
  /** Takes it off what is shown; the source itself stays. */
  readonly onRemove: () => void;
}

/** A source something is known from; its name opens what is said of it. */
export function SourceRow({ source, onRemove }: SourceRowProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const { id } = source;
  const name = source.name === '' ? t('inspector.unnamed') : source.name;
  const Icon = ICONS[source.kind];
  return (
    <li className={styles.row}>
      <Popover.Root>
        <Popover.Trigger className={styles.rowButton}>
          <Icon size={15} aria-hidden="true" />
          <span className={styles.rowWords}>{name}</span>
          <span className={styles.rowAside}>{source.period}</span>
        </Popover.Trigger>
        <ItemPopup
          title={t('inspector.source')}
          deleteLabel={t('inspector.deleteSource')}
          onDelete={() => write(removeSource, { source: id })}
        >
          <TextField
            label={t('inspector.name')}
            value={source.name}
            onWrite={(text) => write(changeSource, { source: id, fields: { name: text } }, `name ${id}`)}
          />
          <SelectField
            label={t('inspector.kindLabel')}
            value={source.kind}
            options={SOURCE_KINDS.map((kind) => ({ value: kind, label: t(`inspector.sourceKind.${kind}`) }))}
            onWrite={(kind) => write(changeSource, { source: id, fields: { kind } })}
          />
          <TextField
            label={t('inspector.period')}
            placeholder={t('inspector.periodHint')}
            value={source.period}
            onWrite={(period) => write(changeSource, { source: id, fields: { period } }, `period ${id}`)}
          />
          <TextArea
            label={t('inspector.remark')}
            value={source.note}
            onWrite={(note) => write(changeSource, { source: id, fields: { note } }, `note ${id}`)}
          />
        </ItemPopup>
      </Popover.Root>
      <IconButton icon={X} size={14} label={t('inspector.takeOff', { name })} onClick={onRemove} />
    </li>
  );
}
