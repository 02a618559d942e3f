import type { Records } from '../../shared/records/records.ts';
import { BENCH_MAPS, generateMap } from '../fixtures/generatedMap.ts';
import { documentOf } from '../fixtures/projects.ts';
import { writeProject } from '../fixtures/writeProject.ts';

/** A generated map in memory and as a file. */
export interface BenchMap {
  readonly cards: number;
  readonly records: Records;
  readonly file: string;
}

/** How many cards a map may have. */
const SIZES: readonly number[] = Object.keys(BENCH_MAPS).map(Number);

/** Makes a map of one of SIZES and writes it into a folder. */
export async function makeBenchMap(cards: number, folder: string): Promise<BenchMap> {
  const shape = Object.entries(BENCH_MAPS).find(([size]) => Number(size) === cards)?.[1];
  if (shape === undefined) throw new Error(`There is no map of ${cards} cards. There are: ${SIZES.join(', ')}`);
  const records = generateMap(shape);
  return { cards, records: documentOf(records), file: await writeProject(`${folder}/${cards}.meander`, records) };
}

/** A map of one step, a lane and nothing else: what an export costs before it has anything to draw. */
export async function makeEmptyMap(folder: string): Promise<string> {
  return writeProject(`${folder}/empty.meander`, generateMap({ steps: 1, lanes: 1, cardsPerCell: 0 }));
}
