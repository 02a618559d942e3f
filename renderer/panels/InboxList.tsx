import { ArrowDown, ArrowUp, MapPinned, Trash2 } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { linesOf } from '../../shared/edits/cards.ts';
import { addNotes, changeNote, moveNote, noteToCard, removeNotes } from '../../shared/edits/notes.ts';
import type { Id } from '../../shared/records/ids.ts';
import { LIMITS } from '../../shared/records/limits.ts';
import type { NoteRecord } from '../../shared/records/note.ts';
import { getRecord } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useApplication, useEditing } from '../ApplicationContext.ts';
import { joinNames } from '../controls/joinNames.ts';
import fields from '../inspector/fields/fields.module.css';
import { useDraft } from '../inspector/fields/useDraft.ts';
import { useGrowing } from '../inspector/fields/useGrowing.ts';
import { isComposing, useTyping } from '../inspector/fields/useTyping.ts';
import { useLaterRecords } from '../useLater.ts';
import { ListHead } from './ListHead.tsx';
import styles from './panel.module.css';
import { RowMenu } from './RowMenu.tsx';
import { placeBeside } from './reorderKeys.ts';
import rows from './rows.module.css';

/** Loose notes that lie on no map yet. A list that is pasted becomes as many notes as it has lines. */
export function InboxList() {
  const { t } = useTranslation();
  const { editor } = useApplication();
  const records = useLaterRecords();
  const [adding, setAdding] = useState(false);
  if (records === null) return null;
  const notes = indexRecords(records)
    .roots('note')
    .filter((note) => note.map === null);
  const add = (texts: readonly string[]): boolean =>
    editor.edit(addNotes, { texts, to: { map: null, at: 'last' } }) !== undefined;
  return (
    <section className={styles.section}>
      <ListHead
        title={t('left.inbox')}
        aside={notes.length > 0 ? t('left.inboxHint') : undefined}
        add={{ label: t('row.addNote'), onAdd: () => setAdding(true) }}
      />
      {notes.length === 0 && !adding && <p className={styles.empty}>{t('left.emptyInbox')}</p>}
      <ul>
        {notes.map((note) => (
          <Note key={note.id} note={note} notes={notes} />
        ))}
      </ul>
      {adding && <NewNote onAdd={add} onDone={() => setAdding(false)} />}
    </section>
  );
}

interface NewNoteProps {
  /** False when they were refused. */
  readonly onAdd: (texts: readonly string[]) => boolean;
  readonly onDone: () => void;
}

/** A note that is not made yet: Enter makes it and goes on to the next, a pasted list makes many. */
function NewNote({ onAdd, onDone }: NewNoteProps) {
  const { t } = useTranslation();
  const { text, setText, keep } = useDraft((note) => onAdd([note]));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.key === 'Escape') onDone();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    keep();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const lines = linesOf(event.clipboardData.getData('text/plain'));
    if (lines.length < 2 || text !== '') return;
    event.preventDefault();
    onAdd(lines);
  };
  return (
    <textarea
      className={joinNames(fields.field, fields.area, rows.noteField)}
      aria-label={t('row.addNote')}
      rows={1}
      maxLength={LIMITS.text}
      value={text}
      // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
      autoFocus
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onBlur={() => {
        keep();
        onDone();
      }}
    />
  );
}

interface NoteProps {
  readonly note: NoteRecord;
  readonly notes: readonly NoteRecord[];
}

function Note({ note, notes }: NoteProps) {
  const { t } = useTranslation();
  const { editor, finder } = useApplication();
  const { id } = note;
  const cell = useCell();
  const isFound = useStore(finder.state, ({ hits, at }) => hits[at]?.id === id);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isFound) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isFound]);
  const typing = useTyping(note.text, (text) =>
    editor.edit(changeNote, { note: id, text }, { merging: { key: `text ${id}`, within: null } }),
  );
  const box = useGrowing(typing.value);
  const onMove = (by: 1 | -1): void => {
    const at = placeBeside(notes, id, by);
    if (at !== null) editor.edit(moveNote, { note: id, to: { map: null, at } });
  };
  return (
    <li ref={row} className={joinNames(rows.note, rows.noteField)} data-found={isFound ? '' : undefined}>
      <textarea
        {...typing}
        ref={box}
        className={joinNames(fields.field, fields.area)}
        aria-label={t('row.noteText')}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        rows={1}
        maxLength={LIMITS.text}
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
          event.preventDefault();
          onMove(event.key === 'ArrowUp' ? -1 : 1);
        }}
      />
      <RowMenu
        name={note.text}
        actions={[
          ...(cell === null
            ? []
            : [
                {
                  label: t('row.onMap'),
                  icon: MapPinned,
                  onDo: () =>
                    editor.edit(
                      noteToCard,
                      { note: id, lane: cell.lane, step: cell.step, at: 'last' },
                      { select: (card) => [card.id] },
                    ),
                },
              ]),
          { label: t('row.moveUp'), icon: ArrowUp, onDo: () => onMove(-1) },
          { label: t('row.moveDown'), icon: ArrowDown, onDo: () => onMove(1) },
          { label: t('inspector.delete'), icon: Trash2, onDo: () => editor.edit(removeNotes, { notes: [id] }) },
        ]}
      />
    </li>
  );
}

/** The cell the keyboard stands in on the map; null when it stands in none. */
function useCell(): { readonly lane: Id<'lane'>; readonly step: Id<'step'> } | null {
  const records = useLaterRecords();
  const place = useEditing((editing) => editing.place);
  if (place?.kind === 'cell') return { lane: place.lane, step: place.step };
  if (place?.kind !== 'card' || records === null) return null;
  const card = getRecord(records, place.id);
  return card === undefined ? null : { lane: card.lane, step: card.step };
}
