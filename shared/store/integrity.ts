import type { Records } from '../records/records.ts';
import { diffRecords, EMPTY_DIFF, isEmptyDiff, type RecordsDiff } from './recordsDiff.ts';
import type { Mending, RepairRule } from './repair/mender.ts';
import { repairCardKinds, repairCards } from './repair/repairCards.ts';
import { repairFeelings, repairWalkers } from './repair/repairFeelings.ts';
import { repairArrows, repairComments } from './repair/repairLooseThings.ts';
import { repairOrders } from './repair/repairOrders.ts';
import { repairMaps, repairStages } from './repair/repairParents.ts';
import { repairProject } from './repair/repairProject.ts';
import { repairReferences } from './repair/repairReferences.ts';
import { type EditEnvironment, transact } from './transact.ts';

/** A document in which everything has its place, and what had to be done for that. */
export interface Repair {
  readonly records: Records;
  /** Empty for a sound document. */
  readonly diff: RecordsDiff;
  readonly mendings: readonly Mending[];
}

/** What belongs to others before what belongs to it, order last. */
const RULES: readonly RepairRule[] = [
  repairProject,
  repairMaps,
  repairStages,
  repairCards,
  repairFeelings,
  repairCardKinds,
  repairArrows,
  repairComments,
  repairReferences,
  repairWalkers,
  repairOrders,
];

/** More than any damage needs: a second round finds what the first one's own changes did, a third finds nothing. */
const MOST_ROUNDS = 10;

/** Repair needs no chance and no clock, or copies repaired apart would differ. */
const NO_WORLD: EditEnvironment = {
  randomText: () => {
    throw new Error('Repair makes no random ids');
  },
  now: () => 0,
};

/**
 * Mends whatever a file, a merge or an older version left without its place: no words are lost, the same damage is
 * mended alike on every computer, and a repaired document is not repaired again. Every record must be valid by itself.
 */
export function repairRecords(records: Records): Repair {
  let current = records;
  const mendings: Mending[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const edit = transact(current, NO_WORLD, 'edit.repair', (tx) => {
      for (const rule of RULES) rule({ tx, note: (code, id) => mendings.push({ code, id }) });
    });
    if (isEmptyDiff(edit.diff)) break;
    current = edit.records;
  }
  return { records: current, diff: current === records ? EMPTY_DIFF : diffRecords(records, current), mendings };
}
