import type { OpenFault } from '../../shared/ipc/projectStore.ts';
import type { Seal } from '../../shared/ipc/storageMessages.ts';
import type { Result } from '../../shared/util/result.ts';
import { DocumentDamage } from './documentDamage.ts';
import { checkSeal } from './documentSeal.ts';
import { joinBlocks, type RecordBlock } from './gatherRecords.ts';
import { judgeVersion } from './judgeVersion.ts';
import { readBehindGate } from './readBehindGate.ts';
import { type KeepRow, keepRecord, readDocument, type StoredDocument, type StoredRecord } from './readDocument.ts';

/** A document that is whole, with what it says of itself. */
export interface InspectedDocument<Kept extends StoredRecord = StoredRecord> {
  readonly document: StoredDocument<Kept>;
  readonly seal: Seal;
  /** What a digest takes of its rows as they stand there. */
  readonly blocks: readonly RecordBlock[];
}

/**
 * Judges a private copy of a project file with every check there is, and gives what it says. A hostile file can keep
 * SQLite busy for ever, so that for a file from elsewhere this runs in a process that can be killed (Inspector).
 */
export function inspectDocument(path: string): Result<InspectedDocument, OpenFault> {
  const judged = judgeVersion(path);
  return judged.ok ? readInspected(path, judged.value, keepRecord) : judged;
}

/**
 * Reads a private copy that an inspector has judged: the gate and every hash once more, so that what is read now is what
 * was judged then, but neither the walk over all pages nor what follows from the hashes.
 */
export function readInspected<Kept extends StoredRecord>(
  path: string,
  judged: Seal,
  keep: KeepRow<Kept>,
): Result<InspectedDocument<Kept>, OpenFault> {
  return readBehindGate(path, (database, schema) => {
    const { document, rows } = readDocument(database, schema, keep);
    const seal = checkSeal(database, document, rows.stamps, joinBlocks(rows.blocks));
    if (seal.digest !== judged.digest) throw new DocumentDamage('The copy is not the one that was inspected');
    return { document, seal, blocks: rows.blocks };
  });
}
