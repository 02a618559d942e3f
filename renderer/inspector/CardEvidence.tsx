import { useTranslation } from 'react-i18next';
import { changeCards, toggleInCards } from '../../shared/edits/cards.ts';
import { defineEdit } from '../../shared/edits/defineEdit.ts';
import { addSource } from '../../shared/edits/sources.ts';
import type { Evidence } from '../../shared/records/card.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { CardPartProps } from './cardPart.ts';
import { EvidenceField } from './EvidenceField.tsx';
import { TextArea, TextField } from './fields/TextField.tsx';
import { useWrite } from './fields/useWrite.ts';
import styles from './inspector.module.css';
import { SourceList } from './SourceList.tsx';
import { sharedValue } from './sharedValue.ts';

/** Adds a source and names it on cards. */
const addSourceToCards = defineEdit(
  'edit.addSource',
  (tx, { cards, name }: { readonly cards: readonly Id<'card'>[]; readonly name: string }) => {
    const { id } = addSource.run(tx, { fields: { name } });
    toggleInCards.run(tx, { cards, listed: { field: 'sources', id }, on: true });
  },
);

/** How a statement is known: assumed or researched, from which sources, and what exactly was found or said. */
export function CardEvidence({ cards, records }: CardPartProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const ids = cards.map(({ id }) => id);
  const run = ids.join(' ');
  const sources = [...new Set(cards.flatMap((card) => card.sources))];
  const note = sharedValue(cards, (card) => card.note);
  const evidenceNote = sharedValue(cards, (card) => card.evidenceNote);
  return (
    <>
      <EvidenceField
        value={sharedValue(cards, ({ evidence }) => evidence)}
        {...(sources.length > 0 && { aside: t('inspector.sourceCount', { count: sources.length }) })}
        onWrite={(evidence: Evidence) => write(changeCards, { cards: ids, fields: { evidence } })}
      />
      <SourceList
        sources={sources}
        records={records}
        offered={(id) => !cards.every((card) => card.sources.includes(id))}
        onTake={(id) => write(toggleInCards, { cards: ids, listed: { field: 'sources', id }, on: true })}
        onTakeOff={(id) => write(toggleInCards, { cards: ids, listed: { field: 'sources', id }, on: false })}
        onAdd={(name) => write(addSourceToCards, { cards: ids, name })}
      />
      <TextField
        label={t('inspector.evidenceNote')}
        placeholder={t(evidenceNote === undefined ? 'inspector.various' : 'inspector.evidenceNoteHint')}
        value={evidenceNote ?? ''}
        onWrite={(text) => write(changeCards, { cards: ids, fields: { evidenceNote: text } }, `evidenceNote ${run}`)}
      />
      <TextArea
        label={t('inspector.note')}
        className={styles.quote}
        placeholder={t(note === undefined ? 'inspector.various' : 'inspector.noteHint')}
        value={note ?? ''}
        onWrite={(text) => write(changeCards, { cards: ids, fields: { note: text } }, `note ${run}`)}
      />
    </>
  );
}
