import { cardLanes } from '../edits/cardPositions.ts';
import { removeCards } from '../edits/cards.ts';
import { defineEdit } from '../edits/defineEdit.ts';
import { pasteRows } from '../edits/pasteRows.ts';
import type { CardRecord } from '../records/card.ts';
import type { Id } from '../records/ids.ts';
import { cardsOfCell, type DocumentReader, mapOfStep, stepsOfMap } from '../store/mapParts.ts';
import type { TextTable } from './tableText.ts';

/** A table and the cell its first cell goes to; each row goes to a lane of its own, each column to a step. */
export interface TablePlace {
  readonly rows: TextTable;
  readonly lane: Id<'lane'>;
  readonly step: Id<'step'>;
}

/** The cards that stand where cells of the table that say something would go. */
export function cardsUnderTable(reader: DocumentReader, { rows, lane, step }: TablePlace): readonly CardRecord[] {
  const map = mapOfStep(reader, step);
  if (map === undefined) return [];
  const lanes = cardLanes(reader, map).map(({ id }) => id);
  const steps = stepsOfMap(reader, map).map(({ id }) => id);
  const [top, left] = [lanes.indexOf(lane), steps.indexOf(step)];
  if (top < 0) return [];
  return rows.flatMap((row, down) =>
    row.flatMap((cell, across) => {
      const [at, below] = [lanes[top + down], steps[left + across]];
      return cell === '' || at === undefined || below === undefined ? [] : cardsOfCell(reader, at, below);
    }),
  );
}

/** Fills cells with a table, below the cards that stand there or in place of them. */
export const pasteTable = defineEdit(
  'edit.pasteRows',
  (tx, { how, ...place }: TablePlace & { readonly how: 'below' | 'replace' }): readonly CardRecord[] => {
    if (how === 'replace') removeCards.run(tx, { cards: cardsUnderTable(tx, place).map(({ id }) => id) });
    return pasteRows.run(tx, { ...place, at: 'last', down: 'lanes' });
  },
);
