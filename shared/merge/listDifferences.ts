import { RECORD_TYPES, type RecordType } from '../records/ids.ts';
import type { MeanderRecord, Records } from '../records/records.ts';
import { compareRecords } from '../store/recordIndex.ts';
import { changedFields, fieldsOf } from '../store/stamps.ts';
import { compareOrdered } from '../util/orderKey.ts';
import { type Atlas, createAtlas } from './whereabouts.ts';

/** One record in which two documents differ. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** As the second document has it; for a removed one as the first has it. */
  readonly record: MeanderRecord;
  /** As the first document has it; null for an added one. */
  readonly before: MeanderRecord | null;
  /** The fields that differ; empty for what was added or removed. */
  readonly fields: readonly string[];
}

/** What leads from one document to another: the project first, then map by map, step by step; the rest by type. */
export function listDifferences(from: Records, to: Records): readonly Difference[] {
  const found: Difference[] = [];
  for (const [id, record] of to) {
    const before = from.get(id);
    if (before === undefined) found.push({ kind: 'added', record, before: null, fields: [] });
    else if (before !== record) {
      const fields = changedFields(fieldsOf(before), fieldsOf(record));
      if (fields.length > 0) found.push({ kind: 'changed', record, before, fields });
    }
  }
  for (const [id, record] of from) if (!to.has(id)) found.push({ kind: 'removed', record, before: record, fields: [] });
  return sortByPlace(found, createAtlas(from), createAtlas(to));
}

/** Heads of a map before what stands in it. */
const RANK = new Map<RecordType, number>(RECORD_TYPES.map((type, at) => [type, at]));

function sortByPlace(found: readonly Difference[], from: Atlas, to: Atlas): readonly Difference[] {
  const placed = found.map((difference) => {
    const { map, step } = (difference.kind === 'removed' ? from : to).find(difference.record);
    const [stageAt = 0, stepAt = 0] = (step?.number ?? '').split('.').map(Number);
    return { difference, map, column: stageAt * 1000 + stepAt };
  });
  return placed
    .sort((a, b) => {
      const [first, second] = [a.difference.record, b.difference.record];
      if (a.map?.id !== b.map?.id) {
        if (a.map === null || b.map === null) return a.map === null ? -1 : 1;
        return compareOrdered(a.map, b.map);
      }
      return (
        (RANK.get(first.type) ?? 0) - (RANK.get(second.type) ?? 0) ||
        a.column - b.column ||
        compareRecords(first, second)
      );
    })
    .map(({ difference }) => difference);
}
