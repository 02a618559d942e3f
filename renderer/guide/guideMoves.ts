import { ANSWERING_KINDS, ASKING_KINDS } from '../../shared/edits/joinCards.ts';
import type { CardRecord } from '../../shared/records/card.ts';
import type { EmotionRecord } from '../../shared/records/emotion.ts';
import type { Id } from '../../shared/records/ids.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';

/** What makes a map of an empty sheet (UI.md section 11), in the order it is offered. */
export const GUIDE_MOVES = ['stages', 'actions', 'feelings', 'evidence', 'solve'] as const;
export type GuideMove = (typeof GUIDE_MOVES)[number];

/** One action shows that a person knows how; a walk has begun with three. */
const LEAST_ACTIONS = 3;

/** With more cards than this a map has been begun long ago, and whoever made it needs no first moves. */
const BEGUN = 60;

/** Whether a map is still being begun: some moves are not done, and there is little on it. */
export function isBeingBegun(records: Records, map: Id<'map'>): boolean {
  const index = indexRecords(records);
  const cards = index.children(map, 'lane').reduce((sum, { id }) => sum + index.children(id, 'card').length, 0);
  return cards <= BEGUN && movesDone(records, map).size < GUIDE_MOVES.length;
}

/** What was done of the moves on a map: read from the document alone, so that undo takes a tick away again. */
export function movesDone(records: Records, map: Id<'map'>): ReadonlySet<GuideMove> {
  const index = indexRecords(records);
  const lanes = index.children(map, 'lane');
  const stages = index.children(map, 'stage');
  const facts = lanes.map((lane) => factsOf(index.children(lane.id, 'card')));
  const points = lanes.map((lane) => feelingFactsOf(index.children(lane.id, 'emotion')));
  const steps = stages.reduce((sum, stage) => sum + index.children(stage.id, 'step').length, 0);
  const actions = facts.reduce((sum, { actionSteps }) => sum + actionSteps, 0);
  const isAnswer = (id: Id<'card'>): boolean => ANSWERING_KINDS.includes(getRecord(records, id)?.kind ?? 'action');
  const done: Readonly<Record<GuideMove, boolean>> = {
    stages: stages.length > 1,
    actions: actions >= Math.max(1, Math.min(LEAST_ACTIONS, steps)),
    feelings: points.some(({ isLifted }) => isLifted),
    evidence: facts.some(({ isKnown }) => isKnown) || points.some(({ isKnown }) => isKnown),
    solve: facts.some(({ asking }) => asking.some(({ links }) => links.some(isAnswer))),
  };
  return new Set(GUIDE_MOVES.filter((move) => done[move]));
}

interface CardFacts {
  /** Steps in which somebody does something. */
  readonly actionSteps: number;
  readonly isKnown: boolean;
  /** Those that lead to others and ask for an answer. */
  readonly asking: readonly CardRecord[];
}

interface FeelingFacts {
  readonly isLifted: boolean;
  readonly isKnown: boolean;
}

const NO_FACTS: CardFacts = { actionSteps: 0, isKnown: false, asking: [] };
// The list of a lane stays the same object while nothing in it changes: an edit of one card of thousands reads one lane.
const cardFacts = new WeakMap<readonly CardRecord[], CardFacts>();
const feelingFacts = new WeakMap<readonly EmotionRecord[], FeelingFacts>();

function factsOf(cards: readonly CardRecord[]): CardFacts {
  if (cards.length === 0) return NO_FACTS;
  let facts = cardFacts.get(cards);
  if (facts === undefined) {
    const written = cards.filter(({ kind, text }) => kind === 'action' && text.trim() !== '');
    facts = {
      actionSteps: new Set(written.map(({ step }) => step)).size,
      isKnown: cards.some(({ evidence }) => evidence !== 'none'),
      asking: cards.filter(({ kind, links }) => links.length > 0 && ASKING_KINDS.includes(kind)),
    };
    cardFacts.set(cards, facts);
  }
  return facts;
}

function feelingFactsOf(points: readonly EmotionRecord[]): FeelingFacts {
  let facts = feelingFacts.get(points);
  if (facts === undefined) {
    facts = {
      isLifted: points.some(({ value }) => value !== 0),
      isKnown: points.some(({ evidence }) => evidence !== 'none'),
    };
    feelingFacts.set(points, facts);
  }
  return facts;
}
