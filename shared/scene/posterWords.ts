import type { MapRecord } from '../records/map.ts';
import type { PosterPaper } from './paper.ts';

/** The words of a poster that nobody typed, in the language of the export. */
export interface PosterWords {
  readonly wants: string;
  readonly dreads: string;
  readonly key: {
    readonly title: string;
    readonly action: string;
    readonly thought: string;
    readonly question: string;
    readonly quote: string;
    readonly pain: string;
    readonly severity: string;
    readonly dropOff: string;
    readonly opportunity: string;
    readonly idea: string;
    readonly online: string;
    readonly offline: string;
    readonly researched: string;
    readonly assumption: string;
    readonly momentOfTruth: string;
  };
  /** "Version 14, 12 June 2025". */
  version(map: MapRecord): string;
  /** "made by Noor and Tim from 8 interviews"; empty when neither is known. */
  madeBy(map: MapRecord): string;
  /** "A1 landscape". */
  paper(paper: Exclude<PosterPaper, 'fit'>): string;
  /** "smallest text 12.4 pt". */
  smallestText(points: number): string;
}
