import { useTranslation } from 'react-i18next';
import type { Id } from '../../shared/records/ids.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { Chooser } from './fields/Chooser.tsx';
import styles from './inspector.module.css';
import { SourceRow } from './SourceRow.tsx';

interface SourceListProps {
  readonly sources: readonly Id<'source'>[];
  readonly records: Records;
  /** Whether a source of the project can be chosen here. */
  readonly offered: (source: Id<'source'>) => boolean;
  readonly onTake: (source: Id<'source'>) => void;
  readonly onTakeOff: (source: Id<'source'>) => void;
  /** Makes a new source of this name and takes it. */
  readonly onAdd: (name: string) => void;
}

/** What something is known from: open, take off, choose, add. */
export function SourceList({ sources, records, offered, onTake, onTakeOff, onAdd }: SourceListProps) {
  const { t } = useTranslation();
  const all = indexRecords(records).roots('source');
  return (
    <>
      <ul className={styles.rows} aria-label={t('inspector.sources')}>
        {sources.map((id) => {
          const source = getRecord(records, id);
          return source !== undefined && <SourceRow key={id} source={source} onRemove={() => onTakeOff(id)} />;
        })}
      </ul>
      <Chooser
        label={t('inspector.addSource')}
        choices={all.filter(({ id }) => offered(id)).map(({ id, name }) => ({ id, name }))}
        onChoose={(chosen) => {
          const source = all.find(({ id }) => id === chosen);
          if (source !== undefined) onTake(source.id);
        }}
        onAdd={onAdd}
      />
    </>
  );
}
