import type { OpenFault, StoredAsset } from '../../shared/ipc/projectStore.ts';
import { parseRecord } from '../../shared/records/parseRecord.ts';
import type { MeanderRecord } from '../../shared/records/records.ts';
import { ALL_FIELDS, fieldsOf } from '../../shared/store/stamps.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import type { DocumentWriter } from './documentWriter.ts';
import { type InspectedDocument, readInspected } from './inspectDocument.ts';
import { openForReading } from './openDatabase.ts';
import { OpenWork } from './openWork.ts';
import { checkPicture } from './picture.ts';
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

/** A working copy that was just made, and what it was made of. */
export interface BegunWork extends InspectedDocument {
  readonly work: OpenWork;
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
  const inspected = readInspected(staged.copy, staged.seal);
  if (!inspected.ok) return inspected;
  const { document, seal } = inspected.value;
  const work = await begin(parts, folders, {
    fill: (writer) => {
      writer.putMeta('uuid', seal.uuid);
      writer.putMeta('head', seal.head);
      for (const { row } of document.records) writer.putRow(row);
      for (const revision of document.revisions) writer.putRevision(revision);
      for (const { id, revision } of document.tombstones) writer.putTombstone(id, revision);
      for (const picture of picturesOf(staged.copy)) writer.putAsset(picture);
    },
    keepBase: (paths) => parts.fileSystem.rename(staged.copy, paths.base),
    state: stateOfFile(staged, inspected.value),
  });
  return work.ok ? success({ work: work.value, document, seal }) : work;
}

/** Makes a working copy of a document that never was in a file. */
export async function beginAsNew(
  parts: StoreParts,
  folders: StoreFolders,
  records: readonly MeanderRecord[],
  pictures: Iterable<StoredAsset>,
): Promise<Result<OpenWork, OpenFault>> {
  const revision = parts.randomText(ID_LENGTH);
  const draft: WorkDraft = { revision, joined: [], edit: 0, at: parts.now() };
  return begin(parts, folders, {
    fill: (writer) => {
      writer.putMeta('uuid', parts.newUuid());
      writer.putMeta(DRAFT_KEY, JSON.stringify(draft));
      for (const record of records) writer.putRow(makeRow(checkRecord(record), null, { [ALL_FIELDS]: revision }));
      for (const picture of pictures) writer.putAsset(checkPicture(picture));
    },
    keepBase: async () => {},
    state: UNSAVED_STATE,
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
export function stateOfFile(staged: StagedDocument, { document, seal }: InspectedDocument): SessionState {
  const { device, inode, size, modified, changed } = staged.stat;
  const head = document.revisions.find(({ id }) => id === seal.head);
  return {
    ...UNSAVED_STATE,
    file: {
      path: staged.realPath,
      sha256: staged.sha256,
      stamp: { device, inode, size, modified, changed },
      seenAt: staged.seenAt,
      head: seal.head,
      headAt: head?.at ?? 0,
      isNamed: (head?.label ?? '') !== '',
      isOurs: false,
    },
    savedAt: Number(modified / 1_000_000n),
  };
}

interface Beginning {
  readonly fill: (writer: DocumentWriter) => void;
  readonly keepBase: (paths: WorkPaths) => Promise<void>;
  readonly state: SessionState;
}

/** The session comes last: a folder without one is taken for an unfinished beginning and removed at the next start. */
async function begin(
  parts: StoreParts,
  folders: StoreFolders,
  { fill, keepBase, state }: Beginning,
): Promise<Result<OpenWork, OpenFault>> {
  const id = parts.randomText(ID_LENGTH);
  const paths = workPaths(folders, id);
  let copy: WorkingCopy | undefined;
  try {
    await parts.fileSystem.makeFolder(paths.folder);
    copy = WorkingCopy.create(paths.work, newRevision(parts), fill);
    await keepBase(paths);
    return success(OpenWork.begin(id, paths, copy, state));
  } catch (error) {
    copy?.close();
    await parts.fileSystem.remove(paths.folder).catch(() => {});
    return failure(faultOfOpen(error));
  }
}

function checkRecord(record: MeanderRecord): MeanderRecord {
  const parsed = parseRecord(fieldsOf(record));
  if (!parsed.ok) throw new Error(`${record.id}: ${parsed.reason.field} ${parsed.reason.message}`);
  return parsed.value;
}
