import { z } from 'zod';
import { type Id, isId, RECORD_TYPES } from '../records/ids.ts';
import { parseRecord } from '../records/parseRecord.ts';
import type { MeanderRecord, Records } from '../records/records.ts';
import type { Json } from '../util/canonicalJson.ts';
import { type EditHistory, EMPTY_HISTORY, type HistoryEntry, recordEdit, redo, undo } from './history.ts';
import { type RecordsDiff, reverseDiff, sameContents } from './recordsDiff.ts';

/** What an edit was to undo and redo: with its diff enough to make the history again from the edits alone. */
export type EditStep =
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | {
      readonly kind: 'edit';
      /** It became part of the newest entry: a letter typed after another. */
      readonly joins: boolean;
      readonly selectionBefore: readonly Id[];
      readonly selectionAfter: readonly Id[];
      /** Milliseconds since 1970. */
      readonly at: number;
    };

/** An edit as the log has it. */
export interface LoggedEdit {
  readonly label: string;
  readonly diff: RecordsDiff;
  readonly step: EditStep;
}

const recordSchema = z
  .custom<Json>(() => true)
  .transform((value, context): MeanderRecord => {
    const parsed = parseRecord(value);
    if (parsed.ok) return parsed.value;
    context.addIssue(`${parsed.reason.field} ${parsed.reason.message}`);
    return z.NEVER;
  });

const idSchema = z.custom<Id>((value) => typeof value === 'string' && RECORD_TYPES.some((type) => isId(type, value)));

/** The form of a step as it comes in from another process or out of the log. */
export const editStepSchema: z.ZodType<EditStep> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('undo') }),
  z.strictObject({ kind: z.literal('redo') }),
  z.strictObject({
    kind: z.literal('edit'),
    joins: z.boolean(),
    selectionBefore: z.array(idSchema),
    selectionAfter: z.array(idSchema),
    at: z.number(),
  }),
]);

const lineSchema = z.strictObject({
  label: z.string(),
  step: editStepSchema,
  added: z.array(recordSchema),
  updated: z.array(z.tuple([recordSchema, recordSchema])),
  removed: z.array(recordSchema),
});

/** A line of the log, as JSON text: it outlives the window. */
export function writeLogLine({ label, diff, step }: LoggedEdit): string {
  return JSON.stringify({
    label,
    step,
    added: [...diff.added.values()],
    updated: [...diff.updated.values()],
    removed: [...diff.removed.values()],
  });
}

/**
 * The history that these lines, in their order, lead to in the document they were written for. A line that does not
 * read takes all before it along; entries that do not lead to or from these records are left out with everything
 * beyond them, so that undo never writes over what it does not know. Nothing joins an entry of an earlier run.
 */
export function readHistory(lines: readonly string[], records: Records): EditHistory {
  let history = EMPTY_HISTORY;
  for (const line of lines) {
    const edit = readLine(line);
    history = edit === null ? EMPTY_HISTORY : follow(history, edit);
  }
  return {
    done: fittingEntries(history.done, records, ({ diff }) => reverseDiff(diff)).map(withoutKey),
    undone: fittingEntries(history.undone, records, ({ diff }) => diff).map(withoutKey),
    open: false,
  };
}

/** The key of every run while lines are followed: each of them says itself whether it joins. */
const RUN = { key: 'run', within: null } as const;

function follow(history: EditHistory, { label, diff, step }: LoggedEdit): EditHistory {
  if (step.kind === 'undo') return undo(history)?.history ?? history;
  if (step.kind === 'redo') return redo(history)?.history ?? history;
  const { joins, selectionBefore, selectionAfter, at } = step;
  return recordEdit({ ...history, open: joins }, { label, diff, selectionBefore, selectionAfter, at, merging: RUN });
}

function withoutKey(entry: HistoryEntry): HistoryEntry {
  return { ...entry, mergeKey: null };
}

function readLine(line: string): LoggedEdit | null {
  const parsed = lineSchema.safeParse(parseJson(line));
  if (!parsed.success) return null;
  const { label, step, added, updated, removed } = parsed.data;
  const diff: RecordsDiff = {
    added: new Map(added.map((record) => [record.id, record])),
    updated: new Map(updated.map((pair) => [pair[1].id, pair])),
    removed: new Map(removed.map((record) => [record.id, record])),
  };
  return { label, diff, step };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever was cut off or damaged: a history is a convenience, never a reason not to open a document.
    return null;
  }
}

/**
 * The entries nearest to now (last in `list`) that can be applied one after the other, beginning at `records`;
 * `wayOf` says what applying an entry would do.
 */
function fittingEntries(
  list: readonly HistoryEntry[],
  records: Records,
  wayOf: (entry: HistoryEntry) => RecordsDiff,
): readonly HistoryEntry[] {
  const changed = new Map<Id, MeanderRecord | undefined>();
  const fitting: HistoryEntry[] = [];
  for (const entry of [...list].reverse()) {
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
  return a === undefined || b === undefined ? a === b : sameContents(a, b);
}
