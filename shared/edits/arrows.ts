import type { ArrowRecord } from '../records/arrow.ts';
import { roundToHundredths } from '../records/fields.ts';
import type { Id } from '../records/ids.ts';
import type { Transaction } from '../store/transact.ts';
import { defineEdit } from './defineEdit.ts';
import { addEntered, changeFields } from './enterFields.ts';
import { refuse } from './refusal.ts';
import { removeRecords } from './removeRecords.ts';

/** Where an arrow begins or ends: on a card, or at px at 100 % on the map. */
export type ArrowEnd = { readonly card: Id<'card'> } | { readonly x: number; readonly y: number };

/** An arrow to be added. */
export interface NewArrow {
  readonly map: Id<'map'>;
  readonly from: ArrowEnd;
  readonly to: ArrowEnd;
  readonly label: string;
}

/** Draws an arrow. */
export const addArrow = defineEdit('edit.addArrow', (tx, { map, from, to, label }: NewArrow): ArrowRecord => {
  refuseLoop(from, to);
  return addEntered(tx, 'arrow', { map, label, ...endFields(tx, map, 'from', from), ...endFields(tx, map, 'to', to) });
});

/** Changes the words on an arrow. */
export const changeArrow = defineEdit(
  'edit.changeArrow',
  (tx, { arrow, label }: { readonly arrow: Id<'arrow'>; readonly label: string }) =>
    changeFields(tx, 'arrow', arrow, { label }),
);

/** Moves one end of an arrow to another card or place. */
export const moveArrowEnd = defineEdit(
  'edit.moveArrowEnd',
  (tx, { arrow: id, end, to }: { readonly arrow: Id<'arrow'>; readonly end: 'from' | 'to'; readonly to: ArrowEnd }) => {
    const arrow = tx.need(id);
    const other = end === 'from' ? arrow.to : arrow.from;
    if (other !== null) refuseLoop({ card: other }, to);
    tx.put({ ...arrow, ...endFields(tx, arrow.map, end, to) });
  },
);

/** Removes arrows. */
export const removeArrows = defineEdit(
  'edit.removeArrows',
  (tx, { arrows }: { readonly arrows: readonly Id<'arrow'>[] }) => removeRecords(tx, arrows),
);

function refuseLoop(from: ArrowEnd, to: ArrowEnd): void {
  if ('card' in from && 'card' in to && from.card === to.card) refuse('linkToItself', from.card);
}

/** An end on a card keeps no place of its own: where the card goes, it goes. */
function endFields(tx: Transaction, map: Id<'map'>, end: 'from' | 'to', to: ArrowEnd): Partial<ArrowRecord> {
  if ('card' in to && tx.need(tx.need(to.card).lane).map !== map) refuse('otherMap', to.card);
  const card = 'card' in to ? to.card : null;
  const x = 'card' in to ? 0 : roundToHundredths(to.x);
  const y = 'card' in to ? 0 : roundToHundredths(to.y);
  return end === 'from' ? { from: card, fromX: x, fromY: y } : { to: card, toX: x, toY: y };
}
