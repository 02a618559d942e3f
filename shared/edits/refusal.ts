import type { Id } from '../records/ids.ts';

/** Why an edit was not made; the words for each stand under `refusal.<code>`. */
export const REFUSAL_CODES = [
  /** Something it needs is no longer there. */
  'gone',
  'cardLocked',
  'laneLocked',
  /** An emotion lane takes curve points, no cards. */
  'laneTakesNoCards',
  /** Any other lane takes cards, no curve points. */
  'laneTakesNoFeelings',
  'kindNotTaken',
  /** No lane of the map takes cards of this kind. */
  'noFittingLane',
  /** The map has no lane for feelings, or nobody who could have them. */
  'noEmotionLane',
  'nobodyWalks',
  /** What was in the last step or lane has nowhere to go. */
  'nowhereToGo',
  'outsideMap',
  'notEnoughLanes',
  /** The parts named belong to different maps. */
  'otherMap',
  'personaNotOnMap',
  'linkToItself',
  'nothingToSplit',
  'textTooLong',
  'listFull',
  'tooManyRecords',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** An edit that was not made, and the records that stood in its way. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly ids: readonly Id[];
}

/** Ends a verb from any depth; `edit` turns it into a value. */
export class EditRefusal extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`Refused: ${refusal.code} ${refusal.ids.join(' ')}`);
    this.refusal = refusal;
  }
}

/** Ends a verb: nothing of it will have happened. */
export function refuse(code: RefusalCode, ...ids: readonly Id[]): never {
  throw new EditRefusal({ code, ids });
}
