import type { CardKind, CardRecord } from '../records/card.ts';
import { roundToHundredths } from '../records/fields.ts';
import type { Id } from '../records/ids.ts';
import type { NoteRecord } from '../records/note.ts';
import type { Transaction } from '../store/transact.ts';
import { addCard } from './cards.ts';
import { defineEdit } from './defineEdit.ts';
import { addEntered, changeFields } from './enterFields.ts';
import { type Place, placeMoved, placeNew } from './place.ts';
import { removeRecords } from './removeRecords.ts';
import type { CellPlace } from './seatCards.ts';

/** Where a note lies: px at 100 % on a map, or a place in the inbox. */
export type NotePlace =
  | { readonly map: Id<'map'>; readonly x: number; readonly y: number }
  | { readonly map: null; readonly at: Place<'note'> };

/** The notes of the inbox (null) or of a map, in their order. */
export function notesOf(tx: Pick<Transaction, 'roots'>, map: Id<'map'> | null): readonly NoteRecord[] {
  return tx.roots('note').filter((note) => note.map === map);
}

/** Adds a note for each text; on a map each lies a little lower than the one before. */
export const addNotes = defineEdit(
  'edit.addNotes',
  (tx, { texts, to }: { readonly texts: readonly string[]; readonly to: NotePlace }): readonly NoteRecord[] => {
    if (to.map !== null) tx.need(to.map);
    const orders = placeNew(tx, notesOf(tx, to.map), to.map === null ? to.at : 'last', texts.length);
    return texts.map((text, at) =>
      addEntered(tx, 'note', { text, order: orders[at] ?? '', ...coordinates(to, at * NOTE_GAP) }),
    );
  },
);

/** px between the tops of notes that are put on a map together. */
const NOTE_GAP = 40;

/** Changes what a note says. */
export const changeNote = defineEdit(
  'edit.changeNote',
  (tx, { note, text }: { readonly note: Id<'note'>; readonly text: string }) =>
    changeFields(tx, 'note', note, { text }),
);

/** Moves a note on its map, to a map, or into the inbox. */
export const moveNote = defineEdit(
  'edit.moveNote',
  (tx, { note: id, to }: { readonly note: Id<'note'>; readonly to: NotePlace }) => {
    const note = tx.need(id);
    if (to.map !== null) tx.need(to.map);
    const stays = to.map !== null && to.map === note.map;
    const [order] = stays
      ? [note.order]
      : placeMoved(tx, notesOf(tx, to.map), to.map === null ? to.at : 'last', [note]);
    tx.put({ ...note, order: order ?? note.order, ...coordinates(to, 0) });
  },
);

/** Makes a card of a note; comments on the note are then about the card. */
export const noteToCard = defineEdit(
  'edit.noteToCard',
  (
    tx,
    { note: id, kind, ...cell }: CellPlace & { readonly note: Id<'note'>; readonly kind?: CardKind },
  ): CardRecord => {
    const { text } = tx.need(id);
    const card = addCard.run(tx, { ...cell, ...(kind === undefined ? {} : { kind }), fields: { text } });
    for (const comment of tx.children(id, 'comment')) tx.put({ ...comment, about: card.id });
    removeRecords(tx, [id]);
    return card;
  },
);

/** Removes notes with their comments. */
export const removeNotes = defineEdit('edit.removeNotes', (tx, { notes }: { readonly notes: readonly Id<'note'>[] }) =>
  removeRecords(tx, notes),
);

function coordinates(to: NotePlace, lower: number): Pick<NoteRecord, 'map' | 'x' | 'y'> {
  if (to.map === null) return { map: null, x: 0, y: 0 };
  return { map: to.map, x: roundToHundredths(to.x), y: roundToHundredths(to.y + lower) };
}
