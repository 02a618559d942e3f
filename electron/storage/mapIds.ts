import type { Database } from 'better-sqlite3';
import { type Id, typeOfId } from '../../shared/records/ids.ts';
import { RECORD_DEFINITIONS } from '../../shared/records/records.ts';
import type { RecordFields } from '../../shared/store/stamps.ts';
import { DocumentWriter } from './documentWriter.ts';
import { hashedRow, isAnyId, type RecordRow } from './storedRecord.ts';

interface RowWithFields {
  readonly row: RecordRow & { readonly id: Id };
  readonly fields: RecordFields;
}

/**
 * Brings the column `map_id` up to date: the map a record lies on, found over the records it belongs to. Derived from
 * several records, it would cost every edit a search, so that it is filled in once, when the document is saved.
 */
export function fillMapIds(database: Database): void {
  const rows = database
    .prepare<[], RecordRow & { readonly id: Id }>('SELECT id, type, map_id AS mapId, json, stamps, hash FROM record')
    .all();
  const byId = new Map(rows.map((row): [Id, RowWithFields] => [row.id, { row, fields: JSON.parse(row.json) }]));
  const writer = new DocumentWriter(database);
  for (const { row } of byId.values()) {
    const mapId = findMap(row.id, byId);
    if (mapId !== row.mapId) writer.putRow(hashedRow({ ...row, mapId }));
  }
}

/** Follows a record to its map; null when it lies on none. Records that belong to each other in a ring lie on none. */
function findMap(from: Id, byId: ReadonlyMap<Id, RowWithFields>): string | null {
  const passed = new Set<Id>();
  for (let id: Id | null = from; id !== null && !passed.has(id); id = nextTowardsMap(id, byId)) {
    passed.add(id);
    if (typeOfId(id) === 'map') return byId.has(id) ? id : null;
  }
  return null;
}

/** The map a record names, otherwise the record it belongs to. */
function nextTowardsMap(id: Id, byId: ReadonlyMap<Id, RowWithFields>): Id | null {
  const fields: RecordFields = byId.get(id)?.fields ?? {};
  const { parent } = RECORD_DEFINITIONS[typeOfId(id)];
  const next = fields.map ?? (parent === undefined ? null : fields[parent]);
  return typeof next === 'string' && isAnyId(next) ? next : null;
}
