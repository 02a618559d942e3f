import type { CardRecord } from '../records/card.ts';
import type { Id } from '../records/ids.ts';
import { stepsOfMap } from '../store/mapParts.ts';
import type { Transaction } from '../store/transact.ts';
import { cardLanes } from './cardPositions.ts';
import { addCards } from './cards.ts';
import { defineEdit } from './defineEdit.ts';
import { refuse } from './refusal.ts';
import { type CellPlace, needCell } from './seatCards.ts';
import { addStep } from './steps.ts';

/** Rows of text from a spreadsheet or a list; a list of lines is rows of one column. */
export interface PastedRows extends CellPlace {
  readonly rows: readonly (readonly string[])[];
  /** Whether the rows lie one below the other in the lane's cells, or each in a lane of its own. */
  readonly down: 'cell' | 'lanes';
}

/**
 * Makes a card of every cell that says something, columns going to the steps on the right. A map with too few steps
 * gets more; one with too few lanes refuses, for nobody can know what the next lane would be about.
 */
export const pasteRows = defineEdit(
  'edit.pasteRows',
  (tx, { rows, down, lane, step, at }: PastedRows): readonly CardRecord[] => {
    const { map } = needCell(tx, lane, step);
    const texts = rows.map((row) => row.map((text) => text.trim()));
    const height = lengthWithout(texts, (row) => row.every((text) => text === ''));
    const width = Math.max(0, ...texts.map((row) => lengthWithout(row, (text) => text === '')));
    const steps = stepsFrom(tx, map, step, width);
    const lanes = down === 'cell' ? [lane] : lanesFrom(tx, map, lane, height);
    return lanes.flatMap((laneId, row) =>
      steps.flatMap((stepId, column) => {
        const inCell = down === 'cell' ? texts.map((each) => each[column]) : [texts[row]?.[column]];
        const said = inCell.filter((text) => text !== undefined && text !== '');
        // The place named is one in the first cell; in the others cards go below what is there.
        const place = row === 0 && column === 0 ? at : 'last';
        return addCards(
          tx,
          { lane: laneId, step: stepId, at: place },
          said.map((text) => ({ text: text ?? '' })),
        );
      }),
    );
  },
);

/** The length of a list without what is empty at its end. */
function lengthWithout<Item>(list: readonly Item[], isEmpty: (item: Item) => boolean): number {
  return list.reduce((length, item, at) => (isEmpty(item) ? length : at + 1), 0);
}

function stepsFrom(tx: Transaction, map: Id<'map'>, from: Id<'step'>, count: number): readonly Id<'step'>[] {
  const steps = stepsOfMap(tx, map);
  const found = steps.slice(steps.findIndex(({ id }) => id === from)).map(({ id }) => id);
  const stage = steps.at(-1)?.stage;
  while (found.length < count && stage !== undefined) {
    found.push(addStep.run(tx, { stage, at: 'last', name: '' }).id);
  }
  return found.slice(0, count);
}

function lanesFrom(tx: Transaction, map: Id<'map'>, from: Id<'lane'>, count: number): readonly Id<'lane'>[] {
  const lanes = cardLanes(tx, map).map(({ id }) => id);
  const found = lanes.includes(from) ? lanes.slice(lanes.indexOf(from)) : [from];
  return found.length < count ? refuse('notEnoughLanes', map) : found.slice(0, count);
}
