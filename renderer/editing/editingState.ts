import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Place as SeatPlace } from '../../shared/edits/place.ts';
import type { Refusal, RefusalCode } from '../../shared/edits/refusal.ts';
import type { CommitFault } from '../../shared/ipc/projectStore.ts';
import type { Box } from '../../shared/layout/box.ts';
import type { Point } from '../../shared/layout/curve.ts';
import type { Hit } from '../../shared/layout/hitTest.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { Records } from '../../shared/records/records.ts';
import { type EditHistory, EMPTY_HISTORY } from '../../shared/store/history.ts';
import type { HeadPlus } from './headPlus.ts';
import type { Place, Selectable } from './place.ts';

/** Where dragged cards would land, or why they may not. */
export interface CardTarget {
  readonly lane: Id<'lane'>;
  readonly step: Id<'step'>;
  readonly at: SeatPlace<'card'>;
  /** The key of the words at the drop mark, such as "landsAbove". */
  readonly words: 'landsHere' | 'landsAbove' | 'landsBelow' | 'becomesKind';
  /** The reason when it is refused. */
  readonly refusal: RefusalCode | null;
  /** The bar that shows the place, in sheet px. */
  readonly mark: Box;
  readonly cell: Box;
}

/** Where a dragged stage, step or lane would land. */
export interface HeadTarget<Type extends 'stage' | 'step' | 'lane' = 'stage' | 'step' | 'lane'> {
  readonly at: SeatPlace<Type>;
  /** A step: the stage it comes into. */
  readonly stage?: Id<'stage'>;
  readonly mark: Box;
}

/** What a pointer is doing; nothing of it is in the document before the pointer is let go. */
export type Gesture =
  | {
      readonly kind: 'cards';
      readonly cards: readonly Id<'card'>[];
      /** From where they were lifted to where they are, sheet px. */
      readonly by: Point;
      readonly copy: boolean;
      readonly target: CardTarget | null;
    }
  | { readonly kind: 'feeling' }
  | { readonly kind: 'span'; readonly card: Id<'card'> }
  | { readonly kind: 'marquee'; readonly box: Box }
  | { readonly kind: 'stepWidth'; readonly step: Id<'step'>; readonly width: number; readonly x: number }
  | { readonly kind: 'laneHeight'; readonly lane: Id<'lane'>; readonly height: number; readonly y: number }
  | {
      readonly kind: 'head';
      readonly id: Id<'stage' | 'step' | 'lane'>;
      readonly by: Point;
      readonly target: HeadTarget | null;
    };

/** A text that is being edited on the map. */
export interface TextSession {
  readonly target: TextTarget;
  /** What stands in the box now; the document follows it. */
  readonly text: string;
  /** What stood there at the beginning. */
  readonly before: string;
}

/** Whose text can be edited on the map. */
export type TextTarget =
  | { readonly kind: 'card'; readonly id: Id<'card'> }
  | { readonly kind: 'emotion'; readonly id: Id<'emotion'> }
  | { readonly kind: 'stageName' | 'stageGoal'; readonly id: Id<'stage'> }
  | { readonly kind: 'stepName'; readonly id: Id<'step'> }
  | { readonly kind: 'laneName'; readonly id: Id<'lane'> }
  | { readonly kind: 'mapTitle' | 'mapScenario'; readonly id: Id<'map'> };

/** Whether a text may have lines of its own; a name wraps, and is one. */
export function mayHaveLines({ kind }: TextTarget): boolean {
  return kind === 'card' || kind === 'stageGoal' || kind === 'mapScenario';
}

/** A card about to be added, while its kind is asked for. */
export interface KindChoice {
  readonly lane: Id<'lane'>;
  readonly step: Id<'step'>;
  /** The card it comes below, when it was asked for at one. */
  readonly after: Id<'card'> | null;
}

/** Why the window itself cannot do what was asked, besides what the verbs refuse. */
export interface WindowRefusal {
  readonly code:
    | 'nobodyWalks'
    | 'nowhereToAdd'
    | 'nothingWithin'
    | 'linkNeedsCards'
    | 'linkNeedsTarget'
    | 'nothingToPaste'
    | 'nowhereToPaste'
    | 'pasteTooMuch'
    | 'dropNotUsable'
    | 'notAPicture'
    | 'tooLarge'
    | 'tooManyPixels'
    | 'tooLongSide'
    | 'pictureStayed'
    | 'notKept';
  readonly ids: readonly Id[];
}

/** A stage, step or lane that shall go; the person is asked what becomes of what stands in it. */
export interface Removal {
  readonly id: Id<'stage' | 'step' | 'lane'>;
}

/** What editing has under way in a window. Nothing here is part of the document. */
export interface EditingState {
  /** Where the keyboard stands. */
  readonly place: Place | null;
  /** In the order they were selected; the last one leads. */
  readonly selection: readonly Selectable[];
  readonly hover: Hit | null;
  /** The "+" near the pointer at a border of the heads. */
  readonly plus: HeadPlus | null;
  readonly gesture: Gesture | null;
  /** The document as the gesture would leave it, for what is drawn live; null draws the document. */
  readonly preview: Records | null;
  readonly text: TextSession | null;
  /** Set between N and the letter of a kind. */
  readonly choice: KindChoice | null;
  /** The card for which a second one is sought, to draw an arrow between them. */
  readonly linking: Id<'card'> | null;
  readonly history: EditHistory;
  /** Why the last thing asked for was not done; shown until the next edit. */
  readonly refusal: Refusal | WindowRefusal | null;
  /** Set while the person is asked about a removal. */
  readonly removal: Removal | null;
  /** Why edits can no longer be kept: while set, nothing may be changed. */
  readonly frozen: CommitFault | null;
  /** Edits have been on their way into the working copy for longer than a disk usually takes. */
  readonly late: boolean;
  /** What flashes once: after undo, and where a search led. */
  readonly flash: readonly Selectable[];
  /** What says the words that are sought, while they are. */
  readonly found: readonly Selectable[];
}

/** The editing state of a window without a document. */
export const NOTHING_EDITED: EditingState = {
  place: null,
  selection: [],
  hover: null,
  plus: null,
  gesture: null,
  preview: null,
  text: null,
  choice: null,
  linking: null,
  history: EMPTY_HISTORY,
  refusal: null,
  removal: null,
  frozen: null,
  late: false,
  flash: [],
  found: [],
};

export type EditingStore = StoreApi<EditingState>;

/** Makes the editing state of a window. */
export function createEditingStore(): EditingStore {
  return createStore<EditingState>(() => NOTHING_EDITED);
}
