import { positionsOf } from '../edits/cardPositions.ts';
import type { Id } from '../records/ids.ts';
import type { Records } from '../records/records.ts';
import { readDocument } from '../store/mapParts.ts';
import type { TextTable } from './tableText.ts';

/**
 * Cards as a table of their texts: a column for every step from the first to the last of them, and for every lane as
 * many rows as its fullest cell has of these cards.
 */
export function cardTable(records: Records, cards: readonly Id<'card'>[]): TextTable {
  const positions = positionsOf(readDocument(records), cards);
  const left = Math.min(...positions.map(({ column }) => column));
  const width = Math.max(...positions.map(({ column }) => column - left + 1));
  const lanes = [...new Set(positions.map(({ row }) => row))];
  return lanes.flatMap((lane) => {
    const cells = Array.from({ length: width }, (_, column) =>
      positions.filter(({ row, column: at }) => row === lane && at - left === column).map(({ card }) => card.text),
    );
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, row) => cells.map((cell) => cell[row] ?? ''));
  });
}
