import type { Id, RecordType } from '../records/ids.ts';
import { neededIds, referredIds } from '../records/recordIds.ts';
import type { Records } from '../records/records.ts';
import { repairRecords } from '../store/integrity.ts';
import { sameContents } from '../store/recordsDiff.ts';
import type { Transaction } from '../store/transact.ts';
import { defineEdit } from './defineEdit.ts';
import { withDependents } from './removeRecords.ts';

/** How much of an older version comes back: everything, one map or one lane with all that is on it, or one thing. */
export type RestoreScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'map'; readonly map: Id<'map'> }
  | { readonly kind: 'lane'; readonly lane: Id<'lane'> }
  | { readonly kind: 'record'; readonly id: Id };

/** What a restoring needs. */
export interface Restoring {
  /** A sound document: mended like one that is opened. */
  readonly version: Records;
  readonly scope: RestoreScope;
}

/** What maps share: brought back with what names it, where it is gone. */
const SHARED: readonly RecordType[] = ['persona', 'channel', 'tag', 'source', 'asset'];

/**
 * Puts back what an older version said. What came since goes, within the scope: of one thing that was not there yet
 * that means the thing itself. Shared things that are still there stay as they are now.
 */
export const restoreVersion = defineEdit('edit.restoreVersion', (tx, { version, scope }: Restoring) => {
  if (scope.kind === 'all') {
    replace(tx, version, [...tx.records.keys()], [...version.keys()]);
  } else {
    const root = rootOf(scope);
    const then = version.has(root) ? withDependents(version, [root]) : new Set<Id>();
    const now = tx.records.has(root) ? withDependents(tx.records, [root]) : new Set<Id>();
    if (scope.kind === 'map') replace(tx, version, [...now], [...then, ...notesOn(version, scope.map)]);
    else if (scope.kind === 'lane' || then.size === 0) replace(tx, version, [...now], [...then]);
    else replace(tx, version, [], [root, ...[...then].filter((id) => !tx.records.has(id))]);
  }
  mend(tx);
});

function rootOf(scope: Exclude<RestoreScope, { kind: 'all' }>): Id {
  if (scope.kind === 'map') return scope.map;
  return scope.kind === 'lane' ? scope.lane : scope.id;
}

function replace(tx: Transaction, version: Records, gone: readonly Id[], back: readonly Id[]): void {
  const coming = new Set(back);
  for (const id of gone) if (!coming.has(id)) tx.remove(id);
  for (const id of coming) bringBack(tx, version, id);
}

/** Puts a record as it was, and what it needs or shares with others where that is gone. */
function bringBack(tx: Transaction, version: Records, id: Id): void {
  const record = version.get(id);
  if (record === undefined) return;
  const now = tx.records.get(id);
  if (now === undefined || !sameContents(now, record)) tx.put(record);
  for (const needed of neededIds(record)) if (!tx.records.has(needed)) bringBack(tx, version, needed);
  for (const referred of referredIds(record)) {
    const shared = version.get(referred);
    if (shared !== undefined && SHARED.includes(shared.type) && !tx.records.has(referred)) tx.put(shared);
  }
}

function notesOn(version: Records, map: Id<'map'>): readonly Id[] {
  return [...version.values()].flatMap((record) => (record.type === 'note' && record.map === map ? [record.id] : []));
}

/** What came back meets what came since: places are taken, and what was named may be gone. */
function mend(tx: Transaction): void {
  const { diff } = repairRecords(new Map(tx.records));
  for (const id of diff.removed.keys()) tx.remove(id);
  for (const record of diff.added.values()) tx.put(record);
  for (const [, record] of diff.updated.values()) tx.put(record);
}
