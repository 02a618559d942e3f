import { z } from 'zod';
import { type Id, isId, RECORD_TYPES } from '../records/ids.ts';
import { parseRecord } from '../records/parseRecord.ts';
import type { MeanderRecord, Records } from '../records/records.ts';
import type { Json } from '../util/canonicalJson.ts';
import { type EditHistory, EMPTY_HISTORY, type HistoryEntry } from './history.ts';
import { type RecordsDiff, reverseDiff, sameRecord } from './recordsDiff.ts';

const recordSchema = z
  .custom<Json>(() => true)
  .transform((value, context): MeanderRecord => {
    const parsed = parseRecord(value);
    if (parsed.ok) return parsed.value;
    context.addIssue(`${parsed.reason.field} ${parsed.reason.message}`);
    return z.NEVER;
  });

const idSchema = z.custom<Id>((value) => typeof value === 'string' && RECORD_TYPES.some((type) => isId(type, value)));

const entrySchema = z.strictObject({
  label: z.string(),
  added: z.array(recordSchema),
  updated: z.array(z.tuple([recordSchema, recordSchema])),
  removed: z.array(recordSchema),
  selectionBefore: z.array(idSchema),
  selectionAfter: z.array(idSchema),
  at: z.number(),
  mergeKey: z.string().nullable(),
});

const historySchema = z.strictObject({
  // Each entry is judged alone: one that does not read ends the list, and what is nearer to now stays.
  done: z.array(z.unknown()),
  undone: z.array(z.unknown()),
});

/** The history as JSON text, so that it outlives the window. */
export function writeHistory({ done, undone }: EditHistory): string {
  return JSON.stringify({ done: done.map(entryToJson), undone: undone.map(entryToJson) });
}

/**
 * A history written before, for the document it shall be used on. Entries that do not lead to or from these records
 * are left out with everything beyond them, so that undo never writes over what it does not know. Text that is no
 * history gives an empty one. Nothing joins an entry of an earlier run.
 */
export function readHistory(text: string, records: Records): EditHistory {
  const written = historySchema.safeParse(parseJson(text));
  if (!written.success) return EMPTY_HISTORY;
  return {
    done: fittingEntries(written.data.done, records, ({ diff }) => reverseDiff(diff)),
    undone: fittingEntries(written.data.undone, records, ({ diff }) => diff),
    open: false,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever was cut off or damaged: a history is a convenience, never a reason not to open a document.
    return null;
  }
}

function entryToJson({ diff, ...entry }: HistoryEntry): unknown {
  return {
    ...entry,
    added: [...diff.added.values()],
    updated: [...diff.updated.values()],
    removed: [...diff.removed.values()],
  };
}

function entryFromJson(value: unknown): HistoryEntry | undefined {
  const parsed = entrySchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { added, updated, removed, ...entry } = parsed.data;
  const diff: RecordsDiff = {
    added: new Map(added.map((record) => [record.id, record])),
    updated: new Map(updated.map((pair) => [pair[1].id, pair])),
    removed: new Map(removed.map((record) => [record.id, record])),
  };
  return { ...entry, diff };
}

/**
 * The entries nearest to now (last in `list`) that can be applied one after the other, beginning at `records`;
 * `wayOf` says what applying an entry would do.
 */
function fittingEntries(
  list: readonly unknown[],
  records: Records,
  wayOf: (entry: HistoryEntry) => RecordsDiff,
): readonly HistoryEntry[] {
  const changed = new Map<Id, MeanderRecord | undefined>();
  const fitting: HistoryEntry[] = [];
  for (const value of [...list].reverse()) {
    const entry = entryFromJson(value);
    if (entry === undefined) break;
    const moves = movesOf(wayOf(entry));
    const leadsOn = moves.every(([id, from]) => sameOrGone(changed.has(id) ? changed.get(id) : records.get(id), from));
    if (!leadsOn) break;
    for (const [id, , to] of moves) changed.set(id, to);
    fitting.push(entry);
  }
  return fitting.reverse();
}

type Move = readonly [id: Id, from: MeanderRecord | undefined, to: MeanderRecord | undefined];

function movesOf(diff: RecordsDiff): readonly Move[] {
  return [
    ...[...diff.added].map(([id, record]): Move => [id, undefined, record]),
    ...[...diff.updated].map(([id, [from, to]]): Move => [id, from, to]),
    ...[...diff.removed].map(([id, record]): Move => [id, record, undefined]),
  ];
}

function sameOrGone(a: MeanderRecord | undefined, b: MeanderRecord | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameRecord(a, b);
}
