import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { OpenFault } from '../../shared/ipc/projectStore.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { DocumentDamage } from './documentDamage.ts';
import { checkHeader, HEADER_BYTES } from './fileHeader.ts';
import { errorCode } from './fileSystem.ts';
import { openForReading } from './openDatabase.ts';
import { checkSchema } from './schemaGate.ts';
import { isDamage } from './storageFaults.ts';

/** Reads a database whose header and tables are right; `mapped` as in `openForReading`. */
export function readBehindGate<Value>(
  path: string,
  read: (database: Database.Database, schema: number) => Value,
  mapped = 0,
): Result<Value, OpenFault> {
  return guardReading(() => {
    const header = readHeader(path);
    if (!header.ok) return header;
    const { schema } = header.value;
    return withDatabase(path, mapped, (database) => {
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

function withDatabase<Value>(path: string, mapped: number, use: (database: Database.Database) => Value): Value {
  const database = openForReading(path, mapped);
  try {
    return use(database);
  } finally {
    database.close();
  }
}
