import type { LaneRecord } from '../records/lane.ts';
import type { CardLane } from './cardLane.ts';
import type { EmotionLane } from './emotionLane.ts';
import type { GhostBox } from './ghosts.ts';
import type { LaneLabel } from './laneLabel.ts';

/** A lane laid out on its own, wherever it lies on the sheet; keeps its identity while nothing in it changes. */
export interface LaneLayout {
  readonly lane: LaneRecord;
  readonly label: LaneLabel;
  readonly height: number;
  readonly content:
    | { readonly kind: 'cards'; readonly cards: CardLane['cards'] }
    | { readonly kind: 'emotions'; readonly emotions: EmotionLane };
  /** What the lane asks; none once the map needs no guide. */
  readonly ghosts?: readonly GhostBox[];
}

/** A lane on the sheet. */
export interface PlacedLane {
  readonly y: number;
  readonly layout: LaneLayout;
}
