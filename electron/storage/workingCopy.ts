import type { Database, Statement } from 'better-sqlite3';
import type { EditMessage, Revision, StoredAsset } from '../../shared/ipc/projectStore.ts';
import type { Seal } from '../../shared/ipc/storageMessages.ts';
import { adoptStamps } from '../../shared/merge/adoptStamps.ts';
import type { Id } from '../../shared/records/ids.ts';
import { LIMITS } from '../../shared/records/limits.ts';
import { CURRENT_SCHEMA } from '../../shared/records/migrations.ts';
import type { MeanderRecord } from '../../shared/records/records.ts';
import { ALL_FIELDS, fieldsOf, type StampedFields, stampOf } from '../../shared/store/stamps.ts';
import { canonicalJson } from '../../shared/util/canonicalJson.ts';
import { writeSeal } from './documentSeal.ts';
import { DocumentWriter } from './documentWriter.ts';
import { stampEdit } from './editStamps.ts';
import { joinBlocks, type RecordBlock, RememberedRecords } from './gatherRecords.ts';
import { fillMapIds } from './mapIds.ts';
import { openForWriting, writeCopy } from './openDatabase.ts';
import { keepRecord, keepRow, readDocument, type StoredDocument, type StoredRow } from './readDocument.ts';
import type { SavedVersion } from './savedVersion.ts';
import { tablesOfSchema } from './schema.ts';
import { hashedRow } from './storedRecord.ts';
import { DRAFT_KEY, parseDraft, type WorkDraft } from './workDraft.ts';

/** Where pictures wait that no record names: a saved file must not carry what was deleted, yet undo needs it. */
export interface PictureStash {
  put(picture: StoredAsset): void;
  find(hash: string): StoredAsset | null;
}

/** Gives the id of a new revision. */
export type NewRevision = () => string;

/** What the working copy needs to keep an edit. */
export interface EditSurroundings {
  readonly stash: PictureStash;
  /** The document as last read or written, if it was and is of the current schema. */
  readonly saved: SavedVersion | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Another version of the document, as a merge takes it in. */
export interface JoinedVersion {
  readonly document: StoredDocument<StoredRow>;
  readonly head: string;
  readonly pictures: Iterable<StoredAsset>;
}

/**
 * The private database that holds a document while it is edited (WORK). It has exactly the tables of a project file;
 * in `meta` stands a draft as long as it holds edits of no revision. Methods throw SqliteError.
 */
export class WorkingCopy {
  readonly #database: Database;
  readonly #writer: DocumentWriter;
  readonly #remembered: RememberedRecords;
  readonly #newRevision: NewRevision;
  readonly #row: Statement<[string], TextRow>;
  readonly #meta: Statement<[string], string>;
  /** Made once: to make a transaction takes as long as half an edit. */
  readonly #keepWhole: (edit: EditMessage, draft: WorkDraft, surroundings: EditSurroundings) => number;
  #head: string | null;
  #draft: WorkDraft | null;
  #records: number;
  /** Records put since the last seal; null when some were removed, or nobody knows. */
  #changed: Set<Id> | null;

  private constructor(database: Database, newRevision: NewRevision, blocks: readonly RecordBlock[] | null) {
    this.#database = database;
    this.#newRevision = newRevision;
    this.#remembered = new RememberedRecords(database);
    this.#writer = new DocumentWriter(database, (id) => this.#remembered.touch(id));
    this.#row = database.prepare('SELECT json, stamps, map_id AS mapId FROM record WHERE id = ?');
    this.#meta = database.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
    this.#keepWhole = database.transaction((edit: EditMessage, draft: WorkDraft, around: EditSurroundings) =>
      this.#keepParts(edit, draft, around),
    );
    this.#head = this.#meta.get('head') ?? null;
    const draft = this.#meta.get(DRAFT_KEY);
    this.#draft = draft === undefined ? null : parseDraft(draft);
    this.#changed = this.#draft === null ? new Set() : null;
    if (blocks === null) {
      this.#records = database.prepare<[], number>('SELECT count(*) FROM record').pluck().get() ?? 0;
    } else {
      this.#records = joinBlocks(blocks).count;
      this.#remembered.remember(blocks);
    }
  }

  /**
   * Opens a working copy, perhaps one that an older Meander left. `blocks` are what was gathered of all its records
   * just now, null when nobody did. Throws when another process has it.
   */
  static open(path: string, newRevision: NewRevision, blocks: readonly RecordBlock[] | null): WorkingCopy {
    const database = openForWriting(path, LIMITS.documentBytes);
    try {
      upgradeWork(database);
      return new WorkingCopy(database, newRevision, blocks);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** What was kept since the last revision; null when that is nothing. */
  get draft(): WorkDraft | null {
    return this.#draft;
  }

  /** The last revision that was sealed; null for a document that was never saved. */
  get head(): string | null {
    return this.#head;
  }

  /** Bytes of the database, about what a file of it needs. */
  get bytes(): number {
    const [pages, size] = ['page_count', 'page_size'].map((name) => this.#database.pragma(name, { simple: true }));
    return Number(pages) * Number(size);
  }

  get uuid(): string {
    const uuid = this.#meta.get('uuid');
    if (uuid === undefined) throw new Error('The working copy has no id');
    return uuid;
  }

  /** Everything it holds but the pictures' bytes, its hashes verified. Throws DocumentDamage too. */
  read(): StoredDocument {
    return readDocument(this.#database, CURRENT_SCHEMA, keepRecord).document;
  }

  /** The project's title, for a list of unsaved work; empty when there is none. */
  title(): string {
    const query = this.#database.prepare<[], string>("SELECT json ->> 'title' FROM record WHERE type = 'project'");
    return query.pluck().get() ?? '';
  }

  /** Keeps one edit with its number. Throws EditRefused when it breaks a limit; then nothing of it is kept. */
  keep(edit: EditMessage, surroundings: EditSurroundings): void {
    const draft = { ...this.#openDraft(), edit: edit.number, at: surroundings.now };
    this.#records = this.#keepWhole(edit, draft, surroundings);
    this.#draft = draft;
  }

  /** Gives how many records there are then. */
  #keepParts({ diff }: EditMessage, draft: WorkDraft, surroundings: EditSurroundings): number {
    let records = this.#records;
    for (const id of diff.removed.keys()) records -= this.#remove(id, draft.revision);
    for (const record of diff.added.values()) records += this.#put(record, draft.revision, surroundings);
    for (const [, record] of diff.updated.values()) records += this.#put(record, draft.revision, surroundings);
    if (records > LIMITS.records) throw new EditRefused(`A project holds at most ${LIMITS.records} records`);
    this.#writer.putMeta(DRAFT_KEY, JSON.stringify(draft));
    return records;
  }

  /** Takes over what another version lists, so that the next revision descends from it too. */
  join(other: JoinedVersion, at: { readonly lastEdit: number; readonly now: number }): void {
    const draft = this.#draft ?? { ...this.#openDraft(), edit: at.lastEdit, at: at.now };
    const joined = this.hasRevision(other.head) ? draft.joined : [...draft.joined, other.head];
    const next = { ...draft, joined };
    this.#database.transaction(() => {
      this.#adoptStamps(other, draft.revision);
      this.#takeLists(other);
      for (const { id, revision } of other.document.tombstones) {
        if (this.#row.get(id) === undefined) this.#writer.putTombstone(id, revision);
      }
      this.#buryRefused(other, draft.revision);
      this.#writer.putMeta(DRAFT_KEY, JSON.stringify(next));
    })();
    this.#draft = next;
  }

  /** Becomes another version, which has all that this document has. Throws when there are edits of its own. */
  adopt(other: JoinedVersion): void {
    if (this.#draft !== null) throw new Error('The document has edits of its own');
    this.#database.transaction(() => {
      this.#database.exec('DELETE FROM record');
      this.#database.exec('DELETE FROM tombstone');
      for (const { row } of other.document.records) this.#writer.putRow(row);
      for (const { id, revision } of other.document.tombstones) this.#writer.putTombstone(id, revision);
      this.#takeLists(other);
      this.#writer.putMeta('head', other.head);
    })();
    this.#head = other.head;
    this.#records = other.document.records.length;
    this.#changed = null;
    this.#remembered.forget();
  }

  #takeLists({ document, pictures }: JoinedVersion): void {
    for (const revision of document.revisions) this.#writer.putRevision(revision);
    for (const picture of pictures) this.#writer.putAsset(picture);
  }

  /** What of the other version was not wanted counts as removed here: the next merge must not bring it again. */
  #buryRefused({ document }: JoinedVersion, open: string): void {
    const hasTombstone = this.#database.prepare('SELECT 1 FROM tombstone WHERE id = ?');
    for (const { row, record } of document.records) {
      const isHere = this.#row.get(row.id) !== undefined || hasTombstone.get(row.id) !== undefined;
      if (!isHere) this.#writer.putTombstone(record.id, open);
    }
  }

  /** What was merged in keeps the stamps it came with. */
  #adoptStamps({ document }: JoinedVersion, open: string): void {
    const known = new Set(document.revisions.map(({ id }) => id));
    for (const { record, row, stamps } of document.records) {
      const here = this.#find(record.id);
      if (here === null || (here.json === row.json && here.stampsJson === row.stamps)) continue;
      const there = { fields: fieldsOf(record), stamps };
      const adopted = adoptStamps(here, there, open, (revision) => known.has(revision));
      if (canonicalJson(adopted) === canonicalJson(here.stamps)) continue;
      this.#writer.putRow(
        hashedRow({ id: row.id, type: row.type, mapId: here.mapId, json: here.json, stamps: canonicalJson(adopted) }),
      );
    }
  }

  putPicture(picture: StoredAsset): void {
    this.#writer.putAsset(picture);
  }

  findPicture(hash: string): StoredAsset | null {
    const row = this.#database.prepare<[string], StoredAsset>('SELECT hash, mime, bytes FROM asset WHERE hash = ?');
    return row.get(hash) ?? null;
  }

  tombstones(): readonly Id[] {
    return this.#database
      .prepare<[], Id>('SELECT id FROM tombstone WHERE id NOT IN (SELECT id FROM record) ORDER BY id')
      .pluck()
      .all();
  }

  /**
   * Closes the draft as a revision, ready to be saved. Without a draft the last revision is sealed once more, unless a
   * label asks for one of its own.
   */
  seal(version: Pick<Revision, 'at' | 'author' | 'label'>, stash: PictureStash): Seal {
    try {
      const seal = this.#database.transaction(() => {
        this.#stashLoosePictures(stash);
        this.#database.exec('DELETE FROM tombstone WHERE EXISTS (SELECT 1 FROM record WHERE record.id = tombstone.id)');
        this.#database.prepare('DELETE FROM meta WHERE key = ?').run(DRAFT_KEY);
        fillMapIds(this.#database, this.#changed, this.#writer);
        return writeSeal(this.#database, CURRENT_SCHEMA, this.#putHead(version), this.#remembered.gather());
      })();
      this.#head = seal.head;
      this.#draft = null;
      this.#changed = new Set();
      return seal;
    } catch (error) {
      // What was gathered may have been taken back with the transaction.
      this.#remembered.forget();
      throw error;
    }
  }

  /** The revision to be sealed: the draft as a new one, or the last once more. */
  #putHead(version: Pick<Revision, 'at' | 'author' | 'label'>): string {
    const { head } = this;
    const draft = this.#draft;
    if (draft === null && head !== null && version.label === '') return head;
    const id = draft?.revision ?? this.#newRevision();
    const parents = [...(head === null ? [] : [head]), ...(draft?.joined ?? [])];
    this.#writer.putRevision({ id, parents, ...version });
    return id;
  }

  /**
   * Writes the sealed document into a file that must not be there yet, without what was ever deleted from it. The caller
   * has it synced.
   */
  writeTo(path: string): void {
    writeCopy(this.#database, path);
  }

  /** Whether the document is or descends from a version. */
  hasRevision(id: string): boolean {
    return this.#database.prepare('SELECT 1 FROM revision WHERE id = ?').get(id) !== undefined;
  }

  close(): void {
    this.#database.close();
  }

  #openDraft(): WorkDraft {
    return this.#draft ?? { revision: this.#newRevision(), joined: [], edit: 0, at: 0 };
  }

  #find(id: string): FoundRow | null {
    const row = this.#row.get(id);
    return row === undefined ? null : readFound(row);
  }

  /** Gives by how many the records grow. */
  #put(record: MeanderRecord, revision: string, { saved, stash }: EditSurroundings): number {
    const { id, type } = record;
    const fields = fieldsOf(record);
    const json = canonicalJson(fields);
    const row = this.#row.get(id);
    if (row?.json === json) return 0;
    const bytes = Buffer.byteLength(json);
    if (bytes > LIMITS.recordBytes) throw new EditRefused(`${id} has ${bytes} bytes`);
    const now = row === undefined ? null : readFound(row);
    // What was sealed after the saved version may stand in a copy of the file: then going back is an edit.
    const before = saved !== null && saved.head === this.head ? saved.find(id) : null;
    const stamps = canonicalJson(stampEdit(fields, { now, saved: before }, revision));
    this.#writer.putRow(hashedRow({ id, type, mapId: now?.mapId ?? null, json, stamps }));
    this.#changed?.add(id);
    if (record.type === 'asset' && this.findPicture(record.hash) === null) {
      const picture = stash.find(record.hash);
      if (picture !== null) this.#writer.putAsset(picture);
    }
    return now === null ? 1 : 0;
  }

  /** Gives by how many the records shrink. */
  #remove(id: Id, revision: string): number {
    const now = this.#find(id);
    if (now === null) return 0;
    this.#writer.removeRow(id);
    this.#changed = null;
    // What no revision ever held leaves no trace. A tombstone of before is kept while a record lives again.
    const isOld = stampOf(now.stamps, ALL_FIELDS) !== revision;
    const hasTombstone = this.#database.prepare('SELECT 1 FROM tombstone WHERE id = ?').get(id) !== undefined;
    if (isOld || hasTombstone) this.#writer.putTombstone(id, revision);
    return 1;
  }

  #stashLoosePictures(stash: PictureStash): void {
    const used = new Set(
      this.#database
        .prepare<[], string>("SELECT json ->> 'hash' FROM record WHERE id > 'asset:' AND id < 'asset;'")
        .pluck()
        .all(),
    );
    const hashes = this.#database.prepare<[], string>('SELECT hash FROM asset').pluck().all();
    for (const hash of hashes.filter((candidate) => !used.has(candidate))) {
      const picture = this.findPicture(hash);
      if (picture !== null) stash.put(picture);
      this.#database.prepare('DELETE FROM asset WHERE hash = ?').run(hash);
    }
  }
}

interface TextRow {
  readonly json: string;
  readonly stamps: string;
  readonly mapId: string | null;
}

/** A row as it stands, read and as written. */
interface FoundRow extends StampedFields {
  readonly mapId: string | null;
  readonly json: string;
  readonly stampsJson: string;
}

function readFound({ json, stamps, mapId }: TextRow): FoundRow {
  return { fields: JSON.parse(json), stamps: JSON.parse(stamps), mapId, json, stampsJson: stamps };
}

/** Carries a working copy of an older schema to the current one, its draft included. */
function upgradeWork(database: Database): void {
  const schema = Number(database.pragma('user_version', { simple: true }));
  if (schema === CURRENT_SCHEMA) return;
  if (tablesOfSchema(schema) !== tablesOfSchema(CURRENT_SCHEMA)) throw new Error(`Tables of schema ${schema} are left`);
  const { records } = readDocument(database, schema, keepRow).document;
  database.transaction(() => {
    database.exec('DELETE FROM record');
    const writer = new DocumentWriter(database);
    for (const { row } of records) writer.putRow(row);
    database.pragma(`user_version = ${CURRENT_SCHEMA}`);
  })();
}

/** Thrown for an edit that would make a document no file may hold. */
export class EditRefused extends Error {
  override readonly name = 'EditRefused';
}
