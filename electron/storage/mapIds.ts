import type { Database, Statement } from 'better-sqlite3';
import { type Id, typeOfId } from '../../shared/records/ids.ts';
import { RECORD_DEFINITIONS } from '../../shared/records/records.ts';
import type { RecordFields } from '../../shared/store/stamps.ts';
import { DocumentWriter } from './documentWriter.ts';
import { hashedRow, isAnyId, type RecordRow } from './storedRecord.ts';

/** A record, and the map its row names. */
type MappedRow = readonly [id: Id, mapId: string | null];

/**
 * Brings the column `map_id` up to date: the map a record lies on, found over the records it belongs to. Derived from
 * several records, it would cost every edit a search, so that it is filled in once, when the document is saved.
 * `changed` are the records that were put since that was done last, if none was removed; null when nobody knows.
 */
export function fillMapIds(
  database: Database,
  changed: ReadonlySet<Id> | null,
  writer: DocumentWriter = new DocumentWriter(database),
): void {
  const filler = new MapIdFiller(database, writer);
  if (changed === null || !filler.fillChanged(changed)) filler.fillAll();
}

class MapIdFiller {
  readonly #database: Database;
  readonly #writer: DocumentWriter;
  readonly #json: Statement<[string], string>;
  readonly #fields = new Map<Id, RecordFields | null>();

  constructor(database: Database, writer: DocumentWriter) {
    this.#database = database;
    this.#writer = writer;
    this.#json = database.prepare<[string], string>('SELECT json FROM record WHERE id = ?').pluck();
  }

  fillAll(): void {
    const rows = this.#database.prepare<[], readonly [Id, string]>('SELECT id, json FROM record').raw();
    for (const [id, json] of rows.iterate()) this.#fields.set(id, JSON.parse(json));
    for (const row of this.#rows('true')) this.#fill(row);
  }

  /** Fills in what may have changed; false when a record went to another map, for what belongs to it went along. */
  fillChanged(changed: ReadonlySet<Id>): boolean {
    const row = this.#database.prepare<[string], MappedRow>('SELECT id, map_id FROM record WHERE id = ?').raw();
    let isAnyNew = false;
    for (const changedId of changed) {
      const [id, mapId] = row.get(changedId) ?? [changedId, null];
      if (mapId !== null && this.#findMap(id) !== mapId) return false;
      isAnyNew ||= mapId === null;
    }
    // What lay on no map may do so now, because what it belongs to has come.
    if (isAnyNew) for (const each of this.#rows('map_id IS NULL')) this.#fill(each);
    return true;
  }

  #rows(condition: string): readonly MappedRow[] {
    return this.#database.prepare<[], MappedRow>(`SELECT id, map_id FROM record WHERE ${condition}`).raw().all();
  }

  #fill([id, before]: MappedRow): void {
    const mapId = this.#findMap(id);
    if (mapId === before) return;
    const row = this.#database.prepare<[string], RecordRow>('SELECT id, type, json, stamps FROM record WHERE id = ?');
    const found = row.get(id);
    if (found !== undefined) this.#writer.putRow(hashedRow({ ...found, mapId }));
  }

  /** Follows a record to its map; null when it lies on none. Records that belong to each other in a ring lie on none. */
  #findMap(from: Id): string | null {
    const passed = new Set<Id>();
    for (let id: Id | null = from; id !== null && !passed.has(id); id = this.#nextTowardsMap(id)) {
      passed.add(id);
      if (typeOfId(id) === 'map') return this.#fieldsOf(id) === null ? null : id;
    }
    return null;
  }

  /** The map a record names, otherwise the record it belongs to. */
  #nextTowardsMap(id: Id): Id | null {
    const fields: RecordFields = this.#fieldsOf(id) ?? {};
    const { parent } = RECORD_DEFINITIONS[typeOfId(id)];
    const next = fields.map ?? (parent === undefined ? null : fields[parent]);
    return typeof next === 'string' && isAnyId(next) ? next : null;
  }

  /** What a record says; null when there is none. */
  #fieldsOf(id: Id): RecordFields | null {
    const known = this.#fields.get(id);
    if (known !== undefined) return known;
    const json = this.#json.get(id);
    const fields = json === undefined ? null : JSON.parse(json);
    this.#fields.set(id, fields);
    return fields;
  }
}
