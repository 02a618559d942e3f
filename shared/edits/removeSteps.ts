import type { CardRecord } from '../records/card.ts';
import type { EmotionRecord } from '../records/emotion.ts';
import { roundToHundredths } from '../records/fields.ts';
import type { Id } from '../records/ids.ts';
import { cardsOfCell, stepsOfMap } from '../store/mapParts.ts';
import { makeRoomAtEnd } from '../store/placing.ts';
import type { Transaction } from '../store/transact.ts';
import { cardsOfMap } from './keepSpans.ts';
import { refuseLocked } from './locks.ts';
import { refuse } from './refusal.ts';
import { removeRecords } from './removeRecords.ts';

/** What becomes of the cards and feelings of a step that is removed; with no step to its left they move right. */
export type CardsOfRemoved = 'delete' | 'moveLeft';

/**
 * Removes steps of one map. Cards that also cover a step that stays are kept there, narrower; the others are removed or
 * go to the nearest step that stays, as are feelings. Refuses when that touches what is locked or no step would stay.
 */
export function removeSteps(
  tx: Transaction,
  map: Id<'map'>,
  steps: readonly Id<'step'>[],
  choice: CardsOfRemoved,
): void {
  const columns = stepsOfMap(tx, map).map(({ id }) => id);
  const gone = new Set(steps);
  const inside: CardRecord[] = [];
  const narrowed: { readonly card: CardRecord; readonly staying: readonly Id<'step'>[] }[] = [];
  for (const card of cardsOfMap(tx, map)) {
    const first = columns.indexOf(card.step);
    const covered = columns.slice(first, first + card.span);
    const staying = covered.filter((step) => !gone.has(step));
    if (staying.length === 0) inside.push(card);
    else if (staying.length < covered.length) narrowed.push({ card, staying });
  }
  const feelings = tx
    .children(map, 'lane')
    .flatMap((lane) => tx.children(lane.id, 'emotion'))
    .filter((point) => gone.has(point.step));
  refuseLocked(tx, [...inside, ...feelings]);
  for (const { card, staying } of narrowed) seat(tx, card, staying[0] ?? card.step, staying.length);
  if (choice === 'moveLeft') moveAside(tx, columns, gone, inside, feelings);
  removeRecords(tx, choice === 'moveLeft' ? steps : [...steps, ...inside.map(({ id }) => id)]);
}

/** Where the things of a step go: the nearest step that stays, and on which side of it they come. */
interface Refuge {
  readonly step: Id<'step'>;
  readonly side: 'left' | 'right';
}

function refugeOf(columns: readonly Id<'step'>[], gone: ReadonlySet<Id<'step'>>, step: Id<'step'>): Refuge {
  const at = columns.indexOf(step);
  const stays = (id: Id<'step'>): boolean => !gone.has(id);
  const left = columns.slice(0, at).filter(stays).at(-1);
  if (left !== undefined) return { step: left, side: 'right' };
  const right = columns.slice(at + 1).find(stays);
  return right === undefined ? refuse('nowhereToGo', step) : { step: right, side: 'left' };
}

function moveAside(
  tx: Transaction,
  columns: readonly Id<'step'>[],
  gone: ReadonlySet<Id<'step'>>,
  cards: readonly CardRecord[],
  feelings: readonly EmotionRecord[],
): void {
  for (const step of columns) {
    for (const card of cards) if (card.step === step) seat(tx, card, refugeOf(columns, gone, step).step, 1);
  }
  const column = (point: EmotionRecord): number => columns.indexOf(point.step);
  const inOrder = [...feelings].sort((a, b) => column(a) - column(b) || a.offset - b.offset);
  const refuges = inOrder.map((point) => ({ point, ...refugeOf(columns, gone, point.step) }));
  for (const { point, step, side } of refuges) {
    // All that come to one side share its quarter in their order, so that each curve keeps its course.
    const together = refuges.filter((other) => other.step === step && other.side === side);
    const part = (together.findIndex((other) => other.point === point) + 1) / (together.length + 1) / 4;
    tx.put({ ...point, step, offset: roundToHundredths(side === 'left' ? part : 0.75 + part) });
  }
}

function seat(tx: Transaction, card: CardRecord, step: Id<'step'>, span: number): void {
  if (step === card.step) tx.put({ ...tx.need(card.id), span });
  else tx.put({ ...card, step, span, order: makeRoomAtEnd(tx, cardsOfCell(tx, card.lane, step)) });
}
