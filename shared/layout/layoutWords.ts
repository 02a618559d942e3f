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
