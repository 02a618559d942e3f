import type { CardRecord } from '../../shared/records/card.ts';
import type { Records } from '../../shared/records/records.ts';

/** What every part of the card inspector is given: the cards shown, one or several, and their document. */
export interface CardPartProps {
  readonly cards: readonly CardRecord[];
  readonly records: Records;
}
