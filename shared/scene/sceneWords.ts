import type { LaneBorder } from '../records/lane.ts';

/** The words a scene shows that nobody typed, in the language of the interface. */
export interface SceneWords {
  readonly momentOfTruth: string;
  readonly veryGood: string;
  readonly neutral: string;
  readonly veryBad: string;
  /** Begins the invitation at a river that lies flat; the two keys that do it stand behind it. */
  readonly setPoint: string;
  readonly borders: Readonly<Record<Exclude<LaneBorder, 'none'>, string>>;
}
