import { personaChannelsGainLiking } from './personaChannelsGainLiking.ts';
import { personaLinesGainEvidence } from './personaLinesGainEvidence.ts';
import type { RawRecord } from './rawRecord.ts';

/** One step of the way from a schema to the next. Append-only: a published migration is never edited. */
export interface Migration {
  /** The schema this one leads to: 2, 3, … without gaps. */
  readonly schema: number;
  /** What it does, such as "cardsGainOwners". */
  readonly name: string;
  /** Gives the changed record, the same one, or null to drop it. Must not depend on other records. */
  readonly migrate: (record: RawRecord) => RawRecord | null;
}

/** Every migration since schema 1, in order. */
export const MIGRATIONS: readonly Migration[] = [
  { schema: 2, name: 'personaLinesGainEvidence', migrate: personaLinesGainEvidence },
  { schema: 3, name: 'personaChannelsGainLiking', migrate: personaChannelsGainLiking },
];

/** The schema this Meander writes: `user_version` of the file. */
export const CURRENT_SCHEMA = 1 + MIGRATIONS.length;

/**
 * Carries records of schema `from` to the newest schema of `migrations`.
 * Throws when the list has a gap or `from` is newer: the header check has refused such files before.
 */
export function migrateRecords(
  records: readonly RawRecord[],
  from: number,
  migrations: readonly Migration[] = MIGRATIONS,
): readonly RawRecord[] {
  migrations.forEach((migration, at) => {
    if (migration.schema !== at + 2) throw new Error(`Migration ${migration.name} is not number ${at + 2}`);
  });
  if (from < 1 || from > migrations.length + 1) throw new Error(`No way from schema ${from}`);
  let current = records;
  for (const { migrate } of migrations.slice(from - 1)) {
    current = current.map(migrate).filter((record) => record !== null);
  }
  return current;
}
