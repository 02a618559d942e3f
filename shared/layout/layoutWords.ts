import type { LaneKind } from '../records/lane.ts';
import type { MapRecord } from '../records/map.ts';

/** The words that stand on a sheet beside what people wrote, in the language of the interface. */
export interface LayoutWords {
  readonly online: string;
  readonly offline: string;
  readonly assumption: string;
  readonly researched: string;
  /** Stands in place of a title nobody has written yet. */
  readonly untitled: string;
  /** The capsules beside the title: state, audience and so on. */
  badges(map: MapRecord): readonly string[];
}

/** What a map asks while it is being begun, where nobody has written anything yet; in the window only. */
export interface GuideWords {
  /** Stands in place of a scenario. */
  readonly scenario: string;
  /** Stands in place of a stage's goal. */
  readonly goal: string;
  /** What a lane asks in its first steps; the last of several goes on behind what was written. */
  readonly questions: Readonly<Record<LaneKind, readonly string[]>>;
}
