import type { Database } from 'better-sqlite3';
import type { OpenFault, StoredAsset } from '../../shared/ipc/projectStore.ts';
import { CURRENT_SCHEMA } from '../../shared/records/migrations.ts';
import { parseRecord } from '../../shared/records/parseRecord.ts';
import type { MeanderRecord } from '../../shared/records/records.ts';
import { ALL_FIELDS, fieldsOf } from '../../shared/store/stamps.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { DocumentWriter } from './documentWriter.ts';
import { stampOfFile } from './fileStamp.ts';
import type { RecordBlock } from './gatherRecords.ts';
import { readInspected } from './inspectDocument.ts';
import { makeDatabase, makeRoomForLog, openForReading } from './openDatabase.ts';
import { OpenWork } from './openWork.ts';
import { checkPicture } from './picture.ts';
import { readBehindGate } from './readBehindGate.ts';
import { keepRecord, keepRow, readDocument, type StoredDocument } from './readDocument.ts';
import { copyRows, createTables, tablesOfSchema } from './schema.ts';
import type { StagedDocument } from './stageDocument.ts';
import { faultOfOpen } from './storageFaults.ts';
import { makeRow } from './storedRecord.ts';
import { type StoreFolders, type WorkPaths, workPaths } from './storeFolders.ts';
import type { StoreParts } from './storeParts.ts';
import { DRAFT_KEY, type WorkDraft } from './workDraft.ts';
import { type NewRevision, WorkingCopy } from './workingCopy.ts';
import { type SessionState, UNSAVED_STATE } from './workSession.ts';

/** Characters of the ids of revisions and working copies. */
const ID_LENGTH = 16;

/** A working copy that was just made, and what it says. */
export interface BegunWork {
  readonly work: OpenWork;
  readonly document: StoredDocument;
}

/** Makes ids of revisions. */
export function newRevision(parts: StoreParts): NewRevision {
  return () => parts.randomText(ID_LENGTH);
}

/** Makes a working copy of a file that was read and inspected; the private copy becomes its saved version. */
export async function beginFromFile(
  parts: StoreParts,
  folders: StoreFolders,
  staged: StagedDocument,
): Promise<Result<BegunWork, OpenFault>> {
  const schema = readBehindGate(staged.copy, (_database, found) => found);
  if (!schema.ok) return schema;
  const filling = schema.value === CURRENT_SCHEMA ? success(importRows(staged)) : migrateRows(staged);
  if (!filling.ok) return filling;
  return begin(parts, folders, {
    ...filling.value,
    keepBase: (paths) => parts.fileSystem.rename(staged.copy, paths.base),
    stateOf: (document) => stateOfFile(staged, document),
  });
}

/** Rows of the current schema are taken over as they lie, and proven where they are now. */
function importRows({ copy, seal }: StagedDocument): Filling {
  return {
    from: copy,
    fill: (database) => copyRows(database, Object.keys(tablesOfSchema(CURRENT_SCHEMA))),
    read: (path) => readInspected(path, seal, keepRecord),
  };
}

/** Rows of an older schema are proven, carried to the current one and written anew. */
function migrateRows(staged: StagedDocument): Result<Filling, OpenFault> {
  const inspected = readInspected(staged.copy, staged.seal, keepRow);
  if (!inspected.ok) return inspected;
  const { document, seal } = inspected.value;
  const fill = (database: Database): void => {
    const writer = new DocumentWriter(database);
    writer.putMeta('uuid', seal.uuid);
    writer.putMeta('head', seal.head);
    for (const { row } of document.records) writer.putRow(row);
    for (const revision of document.revisions) writer.putRevision(revision);
    for (const { id, revision } of document.tombstones) writer.putTombstone(id, revision);
    for (const picture of picturesOf(staged.copy)) writer.putAsset(picture);
  };
  const read = (path: string): Result<ReadWork, OpenFault> => {
    const written = readWritten(path);
    if (!written.ok) return written;
    // Whoever opens it is told of the schema its file has.
    return success({ ...written.value, document: { ...written.value.document, schema: document.schema } });
  };
  return success({ from: null, fill, read });
}

/** Makes a working copy of a document that never was in a file. */
export async function beginAsNew(
  parts: StoreParts,
  folders: StoreFolders,
  records: readonly MeanderRecord[],
  pictures: Iterable<StoredAsset>,
): Promise<Result<BegunWork, OpenFault>> {
  const revision = parts.randomText(ID_LENGTH);
  const draft: WorkDraft = { revision, joined: [], edit: 0, at: parts.now() };
  return begin(parts, folders, {
    from: null,
    fill: (database) => {
      const writer = new DocumentWriter(database);
      writer.putMeta('uuid', parts.newUuid());
      writer.putMeta(DRAFT_KEY, JSON.stringify(draft));
      for (const record of records) writer.putRow(makeRow(checkRecord(record), null, { [ALL_FIELDS]: revision }));
      for (const picture of pictures) writer.putAsset(checkPicture(picture));
    },
    read: readWritten,
    keepBase: async () => {},
    stateOf: () => UNSAVED_STATE,
  });
}

/** The pictures of a private copy that was inspected, one at a time. */
export function* picturesOf(path: string): Generator<StoredAsset> {
  const database = openForReading(path);
  try {
    yield* database.prepare<[], StoredAsset>('SELECT hash, mime, bytes FROM asset ORDER BY hash').iterate();
  } finally {
    database.close();
  }
}

/** One picture of a private copy that was inspected. */
export function findPicture(path: string, hash: string): StoredAsset | null {
  const database = openForReading(path);
  try {
    const query = database.prepare<[string], StoredAsset>('SELECT hash, mime, bytes FROM asset WHERE hash = ?');
    return query.get(hash) ?? null;
  } finally {
    database.close();
  }
}

/** The state of a document as its file was found. */
export function stateOfFile(staged: StagedDocument, document: StoredDocument): SessionState {
  const { head } = staged.seal;
  const version = document.revisions.find(({ id }) => id === head);
  return {
    ...UNSAVED_STATE,
    file: {
      path: staged.realPath,
      sha256: staged.sha256,
      stamp: stampOfFile(staged.stat),
      seenAt: staged.seenAt,
      head,
      headAt: version?.at ?? 0,
      isNamed: (version?.label ?? '') !== '',
      isOurs: false,
    },
    savedAt: Number(staged.stat.modified / 1_000_000n),
  };
}

/** How a working copy gets its rows. */
interface Filling {
  /** A database whose rows are at hand as `whole`, if any. */
  readonly from: string | null;
  readonly fill: (database: Database) => void;
  /** What the database at a path says then. */
  readonly read: (path: string) => Result<ReadWork, OpenFault>;
}

/** What a database says, and what a digest takes of its records. */
interface ReadWork {
  readonly document: StoredDocument;
  readonly blocks: readonly RecordBlock[];
}

/** Reads what was just written by our own statements, its hashes verified. */
function readWritten(path: string): Result<ReadWork, OpenFault> {
  return readBehindGate(path, (database, schema) => {
    const { document, rows } = readDocument(database, schema, keepRecord);
    return { document, blocks: rows.blocks };
  });
}

interface Beginning extends Filling {
  readonly keepBase: (paths: WorkPaths) => Promise<void>;
  readonly stateOf: (document: StoredDocument) => SessionState;
}

/** The session comes last: a folder without one is taken for an unfinished beginning and removed at the next start. */
async function begin(
  parts: StoreParts,
  folders: StoreFolders,
  { from, fill, read, keepBase, stateOf }: Beginning,
): Promise<Result<BegunWork, OpenFault>> {
  const id = parts.randomText(ID_LENGTH);
  const paths = workPaths(folders, id);
  let copy: WorkingCopy | undefined;
  try {
    await parts.fileSystem.makeFolder(paths.folder);
    makeDatabase(paths.work, from, (database) => {
      createTables(database, CURRENT_SCHEMA);
      fill(database);
    });
    const reading = await readWhileSyncing(parts, paths.work, read);
    if (!reading.ok) {
      await parts.fileSystem.remove(paths.folder);
      return reading;
    }
    const { document, blocks } = reading.value;
    makeRoomForLog(paths.work);
    copy = WorkingCopy.open(paths.work, newRevision(parts), blocks);
    await keepBase(paths);
    return success({ work: OpenWork.begin(id, paths, copy, stateOf(document)), document });
  } catch (error) {
    copy?.close();
    await parts.fileSystem.remove(paths.folder).catch(() => {});
    return failure(faultOfOpen(error));
  }
}

/** Reads a database from where it is now while the disk takes it. */
async function readWhileSyncing(
  { fileSystem }: StoreParts,
  path: string,
  read: Filling['read'],
): Promise<Result<ReadWork, OpenFault>> {
  const syncing = fileSystem.sync(path);
  try {
    return read(path);
  } finally {
    // Whatever was found: what fails is removed, and then nobody may still be at work on it.
    await syncing;
  }
}

function checkRecord(record: MeanderRecord): MeanderRecord {
  const parsed = parseRecord(fieldsOf(record));
  if (!parsed.ok) throw new Error(`${record.id}: ${parsed.reason.field} ${parsed.reason.message}`);
  return parsed.value;
}
