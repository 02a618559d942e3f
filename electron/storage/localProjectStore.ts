import type {
  AdoptFault,
  CommitFault,
  CompareFault,
  Comparison,
  DocumentGlance,
  DocumentHandle,
  DocumentSource,
  DocumentVersion,
  EditMessage,
  FileContents,
  FileLook,
  FollowFault,
  JoinFault,
  LostFile,
  OpenedDocument,
  OpenFault,
  ProjectStore,
  PublishFault,
  PublishRequest,
  SalvagedDocument,
  SaveState,
  StoredAsset,
  StoredVersion,
  UnsavedWork,
} from '../../shared/ipc/projectStore.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { MeanderRecord } from '../../shared/records/records.ts';
import { writeLogLine } from '../../shared/store/historyLog.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { beginAsNew, beginFromFile, picturesOf } from './beginWork.ts';
import { Cancelling, cancellableParts } from './cancelling.ts';
import { compareFile } from './compareFile.ts';
import { compareVersion } from './compareVersion.ts';
import { DocumentLooks } from './documentLooks.ts';
import { placesOfVersions, VersionTeller } from './documentVersions.ts';
import { fetchPictures } from './fetchPictures.ts';
import { type FileStamp, statIfThere } from './fileSystem.ts';
import { findEditFault } from './findEditFault.ts';
import { findMovedFile } from './findMovedFile.ts';
import { hashBytes } from './hashing.ts';
import { readInspected } from './inspectDocument.ts';
import { adoptVersion, joinVersion } from './joinVersion.ts';
import { keepState } from './keepState.ts';
import type { OpenWork } from './openWork.ts';
import { checkPicture } from './picture.ts';
import { cleanLine, publishDocument } from './publishDocument.ts';
import { keepRecord } from './readDocument.ts';
import { stageRemains } from './salvage/stageRemains.ts';
import { type StagedDocument, stageDocument } from './stageDocument.ts';
import { faultOfCommit, faultOfOpen } from './storageFaults.ts';
import { prepareFolders, type StoreFolders } from './storeFolders.ts';
import type { StoreOptions, StoreParts } from './storeParts.ts';
import { Turns } from './turns.ts';
import { Whereabouts } from './whereabouts.ts';
import { WorkDesk } from './workDesk.ts';

/** What every call about a document that is not open gets. */
const NOT_OPEN = { code: 'notOpen' } as const;

const MISSING = failure({ code: 'missing' } as const);

/**
 * The store of this computer: project files are read whole and replaced whole, and what is under work lies in private
 * databases (docs/file-format.md). One store at a time may have a private folder. Longer than other files, since every
 * call has its place here; what it does stands elsewhere.
 */
export class LocalProjectStore implements ProjectStore {
  readonly #parts: StoreParts;
  readonly #folders: StoreFolders;
  readonly #desk: WorkDesk;
  readonly #turns = new Turns();
  readonly #cancelling = new Cancelling();
  readonly #looks: DocumentLooks;
  readonly #teller = new VersionTeller();
  readonly #whereabouts: Whereabouts;
  readonly #recovered: Promise<void>;

  private constructor(parts: StoreParts, folders: StoreFolders, desk: WorkDesk, recovered: Promise<void>) {
    this.#parts = parts;
    this.#folders = folders;
    this.#desk = desk;
    this.#recovered = recovered;
    this.#looks = new DocumentLooks(parts, folders);
    this.#whereabouts = new Whereabouts(parts.fileSystem);
  }

  /**
   * Starts a store in its private folder. What earlier runs left is cleared up meanwhile; calls that need it wait.
   * Rejects when the private folder cannot be used at all.
   */
  static async start(options: StoreOptions, parts: StoreParts): Promise<LocalProjectStore> {
    const folders = await prepareFolders(parts.fileSystem, options);
    const ids = await parts.fileSystem.list(folders.works);
    const desk = new WorkDesk(options, parts, folders);
    return new LocalProjectStore(parts, folders, desk, takeUp(desk, folders, ids));
  }

  isThere(path: string): Promise<boolean> {
    return this.#whereabouts.isThere(path);
  }

  read(path: string): Promise<Result<FileContents, OpenFault>> {
    return this.#cancelling.run(
      path,
      (signal) => this.#looks.read(path, signal),
      async () => {},
    );
  }

  open(path: string): Promise<Result<OpenedDocument, OpenFault>> {
    return this.#openUnlessGivenUp(path, async (signal) => {
      const realPath = await this.#parts.fileSystem.realPath(path).catch(() => path);
      return this.#turns.take(realPath, async () => {
        const already = this.#desk.findOpen(realPath);
        if (already !== null) return failure({ code: 'alreadyOpen', handle: already.handle });
        const opened = await this.#withStaged(path, signal, (staged) => this.#openStaged(staged));
        if (!opened.ok || !signal.aborted) return opened;
        // Before the next one who wants it has a turn.
        await this.close(opened.value.handle, false);
        return failure({ code: 'cancelled' });
      });
    });
  }

  openCopy(path: string): Promise<Result<OpenedDocument, OpenFault>> {
    return this.#openUnlessGivenUp(path, (signal) =>
      this.#withStaged(path, signal, (staged) => this.#openContents(staged)),
    );
  }

  salvage(from: DocumentSource): Promise<Result<SalvagedDocument, OpenFault>> {
    const salvage = async (signal: AbortSignal): Promise<Result<SalvagedDocument, OpenFault>> => {
      await this.#recovered;
      const path = 'path' in from ? from.path : this.#desk.databaseOfLeft(from.workId);
      return path === null ? failure({ code: 'missing' }) : this.#salvage(path, signal);
    };
    return this.#cancelling.run(keyOf(from), salvage, ({ document }) => this.close(document.handle, true));
  }

  async giveUp(from: DocumentSource): Promise<void> {
    this.#cancelling.giveUp(keyOf(from));
  }

  async create(
    records: readonly MeanderRecord[],
    assets: readonly StoredAsset[],
  ): Promise<Result<OpenedDocument, OpenFault>> {
    await this.#recovered;
    return this.#create(records, assets);
  }

  async listUnsaved(): Promise<readonly UnsavedWork[]> {
    await this.#recovered;
    return this.#desk.listLeft();
  }

  async resume(workId: string): Promise<Result<OpenedDocument, OpenFault>> {
    await this.#recovered;
    return this.#desk.resume(workId, 'none');
  }

  async discard(workId: string): Promise<void> {
    await this.#recovered;
    await this.#desk.discard(workId);
  }

  async contents(handle: DocumentHandle): Promise<OpenedDocument | null> {
    await this.#recovered;
    const work = this.#desk.get(handle);
    return work === undefined ? null : this.#desk.contents(work);
  }

  async glance(handle: DocumentHandle): Promise<DocumentGlance | null> {
    await this.#recovered;
    const work = this.#desk.get(handle);
    return work === undefined ? null : this.#desk.glance(work);
  }

  async commit(handle: DocumentHandle, edit: EditMessage): Promise<Result<SaveState, CommitFault>> {
    await this.#recovered;
    const work = this.#desk.get(handle);
    if (work === undefined) return failure(NOT_OPEN);
    if (edit.number <= work.lastEdit) return success(work.saveState);
    const expected = work.lastEdit + 1;
    if (edit.number > expected) return failure({ code: 'missingEdit', expected });
    const fault = findEditFault(edit.diff);
    if (fault !== null) return failure({ code: 'refused', detail: fault });
    await fetchPictures(this.#folders, work, edit.diff);
    const { label, diff, step } = edit;
    if (step !== undefined) work.undoLog.add(edit.number, writeLogLine({ label, diff, step }));
    try {
      work.copy.keep(edit, { stash: work.session, saved: work.saved, now: this.#parts.now() });
      return success(work.saveState);
    } catch (error) {
      return failure(faultOfCommit(error));
    }
  }

  lookAtFile(handle: DocumentHandle): Promise<FileLook | null> {
    const work = this.#desk.get(handle);
    return work === undefined ? Promise.resolve(null) : compareFile(this.#parts, work);
  }

  async findMoved(lost: Parameters<ProjectStore['findMoved']>[0]): Promise<string | null> {
    await this.#recovered;
    if ('uuid' in lost) return this.#findMoved(lost, null);
    const work = this.#desk.get(lost.handle);
    const file = work?.file ?? null;
    if (work === undefined || file === null) return null;
    return this.#findMoved({ uuid: work.copy.uuid, path: file.path, near: lost.near }, file.stamp);
  }

  async #findMoved(lost: LostFile, known: FileStamp | null): Promise<string | null> {
    try {
      return await findMovedFile(this.#parts, this.#folders, lost, known);
    } catch (error) {
      console.error('A file cannot be sought', error);
      return null;
    }
  }

  followFile(handle: DocumentHandle, path: string): Promise<Result<SaveState, FollowFault>> {
    return this.#turns.take(path, () =>
      this.#inTurn(handle, async (work): Promise<Result<SaveState, FollowFault>> => {
        const holder = this.#desk.findOpen(path);
        if (holder !== null && holder !== work) return failure({ code: 'alreadyOpen' });
        try {
          if ((await statIfThere(this.#parts.fileSystem, path))?.kind !== 'file') return MISSING;
          await this.#desk.follow(work, path);
          return success(work.saveState);
        } catch (error) {
          return failure({ code: 'storageFailed', detail: String(error) });
        }
      }),
    );
  }

  compareVersion(handle: DocumentHandle, path: string): Promise<Result<Comparison, CompareFault>> {
    return this.#inTurn(handle, (work) => compareVersion(this.#parts, this.#folders, work, path));
  }

  adoptVersion(handle: DocumentHandle, head: string): Promise<Result<SaveState, AdoptFault>> {
    return this.#inTurn(handle, async (work): Promise<Result<SaveState, AdoptFault>> => {
      const adopted = await adoptVersion(this.#parts, this.#folders, work, head);
      return adopted.ok ? success(work.saveState) : adopted;
    });
  }

  joinVersion(handle: DocumentHandle, path: string, head: string): Promise<Result<SaveState, JoinFault>> {
    return this.#inTurn(handle, async (work): Promise<Result<SaveState, JoinFault>> => {
      const joined = await joinVersion(this.#parts, this.#folders, work, { path, head });
      return joined.ok ? success(work.saveState) : joined;
    });
  }

  keepState(handle: DocumentHandle, author: string): Promise<Result<null, PublishFault>> {
    return this.#inTurn(handle, (work) => keepState(this.#parts, this.#folders, work, author));
  }

  publish(handle: DocumentHandle, request: PublishRequest): Promise<Result<SaveState, PublishFault>> {
    return this.#inTurn(handle, async (work): Promise<Result<SaveState, PublishFault>> => {
      const before = work.file?.path ?? null;
      const published = await publishDocument(this.#parts, this.#folders, work, request);
      if ((work.file?.path ?? null) !== before) await this.#desk.moveClaim(work, before);
      return published;
    });
  }

  async putAsset(handle: DocumentHandle, mime: string, bytes: Uint8Array): Promise<Result<string, CommitFault>> {
    await this.#recovered;
    const work = this.#desk.get(handle);
    if (work === undefined) return failure(NOT_OPEN);
    try {
      const hash = hashBytes(bytes);
      work.copy.putPicture(checkPicture({ hash, mime, bytes }));
      return success(hash);
    } catch (error) {
      return failure(faultOfCommit(error));
    }
  }

  async readAsset(from: DocumentHandle | { readonly path: string }, hash: string): Promise<StoredAsset | null> {
    if (typeof from === 'string') {
      await this.#recovered;
      const work = this.#desk.get(from);
      if (work === undefined) return null;
      const { copy, session } = work;
      return copy.findPicture(hash) ?? session.find(hash) ?? this.#folders.history.findPicture(copy.uuid, hash);
    }
    return this.#looks.findPicture(from.path, hash);
  }

  async tombstones(handle: DocumentHandle): Promise<readonly Id[]> {
    await this.#recovered;
    return this.#desk.get(handle)?.copy.tombstones() ?? [];
  }

  async listVersions(of: { readonly uuid: string } | { readonly path: string }): Promise<readonly StoredVersion[]> {
    const { history } = this.#folders;
    try {
      if ('uuid' in of) return await history.list(of.uuid);
      return await history.listPlace(await this.#parts.fileSystem.realPath(of.path).catch(() => of.path));
    } catch (error) {
      console.error('The history cannot be read', error);
      return [];
    }
  }

  async tellVersions(handle: DocumentHandle): Promise<readonly DocumentVersion[]> {
    const told = await this.#inTurn(handle, async (work) => success(await this.#teller.tell(this.#folders, work)));
    return told.ok ? told.value : [];
  }

  async readVersion(handle: DocumentHandle, revision: string): Promise<Result<FileContents, OpenFault>> {
    const found = await this.#inTurn(handle, async (work) => {
      const places = await placesOfVersions(this.#folders, work);
      const place = places.find((version) => version.revision === revision);
      return success(place === undefined ? MISSING : await this.#looks.read(place.path));
    });
    return found.ok ? found.value : MISSING;
  }

  async nameVersion(handle: DocumentHandle, revision: string, name: string): Promise<void> {
    const line = cleanLine(name);
    await this.#inTurn(handle, async ({ copy }) =>
      success(await this.#folders.history.name(copy.uuid, revision, line)),
    );
  }

  async limitHistory(bytes: number): Promise<void> {
    await this.#recovered;
    await this.#folders.history.limit(bytes).catch((error) => console.error('The history cannot be thinned', error));
  }

  async close(handle: DocumentHandle, discard: boolean): Promise<void> {
    await this.#inTurn(handle, async (work) => {
      await this.#desk.putAway(work, discard);
      return success(null);
    });
  }

  /** Ends the store; what is open stays as it is for the next start. */
  async stop(): Promise<void> {
    await this.#recovered;
    const leave = async (work: OpenWork) => success(this.#desk.leaveAsIs(work));
    await Promise.all(this.#desk.handles.map((handle) => this.#inTurn(handle, leave)));
    await this.#looks.clear();
  }

  async #openStaged(staged: StagedDocument): Promise<Result<OpenedDocument, OpenFault>> {
    const leftId = await this.#desk.findLeft(staged);
    if (leftId !== null) {
      const resumed = await this.#desk.resume(leftId, staged.sidecar, staged.realPath);
      // Damaged unsaved work stays listed as such: it must not keep a sound file from being opened.
      if (resumed.ok || resumed.reason.code !== 'damaged') return resumed;
    }
    const begun = await beginFromFile(this.#parts, this.#folders, staged);
    if (!begun.ok) return begun;
    return this.#desk.admit(begun.value.work, begun.value.document, staged.sidecar);
  }

  async #create(
    records: readonly MeanderRecord[],
    pictures: Iterable<StoredAsset>,
  ): Promise<Result<OpenedDocument, OpenFault>> {
    const begun = await beginAsNew(this.#parts, this.#folders, records, pictures);
    return begun.ok ? this.#desk.admit(begun.value.work, begun.value.document, 'none') : begun;
  }

  async #salvage(path: string, signal: AbortSignal): Promise<Result<SalvagedDocument, OpenFault>> {
    const remains = await stageRemains(cancellableParts(this.#parts, signal), path, this.#folders);
    if (!remains.ok) return remains;
    const { staged, report } = remains.value;
    try {
      const opened = await this.#openContents(staged);
      return opened.ok ? success({ document: opened.value, salvage: report }) : opened;
    } finally {
      await this.#parts.fileSystem.remove(staged.copy).catch(() => {});
    }
  }

  /** The contents of a private copy as a new document. */
  async #openContents(staged: StagedDocument): Promise<Result<OpenedDocument, OpenFault>> {
    const inspected = readInspected(staged.copy, staged.seal, keepRecord);
    if (!inspected.ok) return inspected;
    const records = inspected.value.document.records.map(({ record }) => record);
    return this.#create(records, picturesOf(staged.copy));
  }

  /** Opens something of a person's disk; what was opened when nobody waited any more is put away again. */
  #openUnlessGivenUp(
    path: string,
    open: (signal: AbortSignal) => Promise<Result<OpenedDocument, OpenFault>>,
  ): Promise<Result<OpenedDocument, OpenFault>> {
    const whenRecovered = (signal: AbortSignal) => this.#recovered.then(() => open(signal));
    return this.#cancelling.run(path, whenRecovered, ({ handle }) => this.close(handle, false));
  }

  /** Reads a file into the private folder, uses the copy and removes it, unless it was moved away. */
  async #withStaged<Value>(
    path: string,
    signal: AbortSignal,
    use: (staged: StagedDocument) => Promise<Result<Value, OpenFault>>,
  ): Promise<Result<Value, OpenFault>> {
    const staged = await stageDocument(cancellableParts(this.#parts, signal), path, this.#folders);
    if (!staged.ok) return staged;
    try {
      return await use(staged.value);
    } catch (error) {
      return failure(faultOfOpen(error));
    } finally {
      await this.#parts.fileSystem.remove(staged.value.copy).catch(() => {});
    }
  }

  /** Runs a task that takes its time when all earlier ones of the document have ended. */
  async #inTurn<Value, Fault>(
    handle: DocumentHandle,
    task: (work: OpenWork) => Promise<Result<Value, Fault>>,
  ): Promise<Result<Value, Fault | typeof NOT_OPEN>> {
    await this.#recovered;
    return this.#turns.take<Result<Value, Fault | typeof NOT_OPEN>>(handle, async () => {
      const work = this.#desk.get(handle);
      return work === undefined ? failure(NOT_OPEN) : task(work);
    });
  }
}

/** What a call can be given up by. */
function keyOf(from: DocumentSource): string {
  return 'path' in from ? from.path : from.workId;
}

/** Takes up what earlier runs left; what cannot be tidied up keeps nobody from working. */
async function takeUp(desk: WorkDesk, { history }: StoreFolders, ids: readonly string[]): Promise<void> {
  await desk.recover(ids);
  await history.tidy().catch((error) => console.error('The history cannot be tidied up', error));
}
