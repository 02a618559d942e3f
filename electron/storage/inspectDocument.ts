import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { OpenFault } from '../../shared/ipc/projectStore.ts';
import type { Seal } from '../../shared/ipc/storageMessages.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { DocumentDamage } from './documentDamage.ts';
import { checkLengths } from './documentLimits.ts';
import { checkSeal } from './documentSeal.ts';
import { checkHeader, HEADER_BYTES } from './fileHeader.ts';
import { errorCode } from './fileSystem.ts';
import { openForReading } from './openDatabase.ts';
import { type Belief, readDocument, type StoredDocument } from './readDocument.ts';
import { checkSchema } from './schemaGate.ts';
import { isDamage } from './storageFaults.ts';

/** A document that is whole, with what it says of itself. */
export interface InspectedDocument {
  readonly document: StoredDocument;
  readonly seal: Seal;
}

/**
 * Judges a private copy of a project file with every check there is, and gives what it says. A hostile file can keep
 * SQLite busy for ever, so that for a file from elsewhere this runs in a process that can be killed (Inspector).
 */
export function inspectDocument(path: string): Result<InspectedDocument, OpenFault> {
  return readBehindGate(path, (database, schema) => {
    checkLengths(database);
    checkPages(database);
    return readSealed(database, schema, 'judge');
  });
}

/**
 * Reads a private copy that an inspector has judged: the gate and every hash once more, so that what is read now is what
 * was judged then, but neither the walk over all pages nor what follows from the hashes.
 */
export function readInspected(path: string, judged: Seal): Result<InspectedDocument, OpenFault> {
  return readBehindGate(path, (database, schema) => {
    const read = readSealed(database, schema, 'trust');
    if (read.seal.digest !== judged.digest) throw new DocumentDamage('The copy is not the one that was inspected');
    return read;
  });
}

/** Reads a database whose header and tables are right. */
export function readBehindGate<Value>(
  path: string,
  read: (database: Database.Database, schema: number) => Value,
): Result<Value, OpenFault> {
  return guardReading(() => {
    const header = readHeader(path);
    if (!header.ok) return header;
    const { schema } = header.value;
    return withDatabase(path, (database) => {
      const gate = checkSchema(database, schema);
      return gate.ok ? success(read(database, schema)) : gate;
    });
  });
}

/** Runs what reads a document; whatever a file can make it throw comes back as a fault. */
export function guardReading<Value>(read: () => Result<Value, OpenFault>): Result<Value, OpenFault> {
  try {
    return read();
  } catch (error) {
    if (error instanceof DocumentDamage) return failure({ code: 'damaged', detail: error.message });
    // A text nested a million deep ends the stack of whatever walks it.
    if (error instanceof RangeError) return failure({ code: 'damaged', detail: error.message });
    const code = errorCode(error);
    if (code === undefined) throw error;
    return failure({
      code: error instanceof Database.SqliteError && isDamage(error) ? 'damaged' : 'storageFailed',
      detail: `${code}: ${error}`,
    });
  }
}

function readHeader(path: string): ReturnType<typeof checkHeader> {
  const file = openSync(path, 'r');
  try {
    const header = new Uint8Array(HEADER_BYTES);
    const length = readSync(file, header, 0, HEADER_BYTES, 0);
    return checkHeader(header.subarray(0, length), fstatSync(file).size);
  } finally {
    closeSync(file);
  }
}

function withDatabase<Value>(path: string, use: (database: Database.Database) => Value): Value {
  const database = openForReading(path);
  try {
    return use(database);
  } finally {
    database.close();
  }
}

/** Walks every page. `quick_check` gives one row "ok", or what is wrong. Throws DocumentDamage. */
export function checkPages(database: Database.Database): void {
  const found = database.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new DocumentDamage(String(found));
  const orphans = database.pragma('foreign_key_check');
  if (!Array.isArray(orphans) || orphans.length > 0) throw new DocumentDamage('A foreign key names nothing');
}

function readSealed(database: Database.Database, schema: number, belief: Belief): InspectedDocument {
  const document = readDocument(database, schema, belief);
  return { document, seal: checkSeal(database, document) };
}
