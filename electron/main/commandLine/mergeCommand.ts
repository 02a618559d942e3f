import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { CompareFault, Comparison, OpenedDocument } from '../../../shared/ipc/projectStore.ts';
import type { Choices } from '../../../shared/merge/merge.ts';
import type { Side } from '../../../shared/merge/mergeCopy.ts';
import { settleMerge } from '../../../shared/merge/settleMerge.ts';
import type { Records } from '../../../shared/records/records.ts';
import { isEmptyDiff } from '../../../shared/store/recordsDiff.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { accountName } from '../accountName.ts';
import { recordsById } from '../opening/recordsById.ts';
import type { CliArguments } from './cliArguments.ts';
import type { CliCommand, CliContext } from './cliCommand.ts';
import { type CliFault, misfortune, misuse } from './cliFault.ts';
import { conflictLines, mergeWords, takenLines } from './differenceLines.ts';
import { openSentence, unreadable } from './openSentence.ts';
import { isThere, writeSentence } from './outputFile.ts';

/** What `meander merge` was asked for; absolute paths. */
interface MergeOrder {
  readonly mine: string;
  readonly theirs: string;
  readonly out: string;
  /** Whose values count where both copies changed the same; null asks. */
  readonly side: Side | null;
}

/** `meander merge MINE THEIRS --out MERGED`: two copies of a project as one, in a file of its own. */
export const mergeCommand: CliCommand = {
  name: 'merge',
  options: ['out', 'lang'],
  flags: ['mine', 'theirs'],
  help: (translate) => translate('cli.merge.help'),
  run: runMerge,
};

async function runMerge(args: CliArguments, context: CliContext): Promise<Result<readonly string[], CliFault>> {
  const { store, translate } = context;
  const order = readOrder(args, context);
  if (!order.ok) return order;
  const { mine, theirs, out } = order.value;
  if (await isThere(out)) return misfortune(translate('cli.merge.taken', { name: out }));
  // Both are looked at before anything else: only whole projects go on from here.
  for (const path of [mine, theirs]) {
    const read = await store.read(path);
    if (!read.ok) return unreadable(read.reason, path, context);
  }
  const folder = await mkdtemp(join(tmpdir(), 'meander-merge-'));
  try {
    // Worked on as a copy: whoever has the file itself open is not disturbed.
    const copy = join(folder, basename(mine));
    await copyFile(mine, copy);
    return await mergeInto(copy, order.value, context);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readOrder(
  { words, values, flags }: CliArguments,
  { cwd, translate }: CliContext,
): Result<MergeOrder, CliFault> {
  const [mine, theirs, surplus] = words;
  const out = values.get('out');
  if (mine === undefined || theirs === undefined) return misuse(translate('cli.merge.noFiles'));
  if (surplus !== undefined) return misuse(translate('cli.surplus', { word: surplus, command: 'merge' }));
  if (out === undefined) return misuse(translate('cli.merge.noOutput'));
  if (flags.has('mine') && flags.has('theirs')) return misuse(translate('cli.merge.bothSides'));
  const side = flags.has('mine') ? 'mine' : flags.has('theirs') ? 'theirs' : null;
  return success({ mine: resolve(cwd, mine), theirs: resolve(cwd, theirs), out: resolve(cwd, out), side });
}

async function mergeInto(
  copy: string,
  order: MergeOrder,
  context: CliContext,
): Promise<Result<readonly string[], CliFault>> {
  const { store } = context;
  const opened = await store.open(copy);
  if (!opened.ok) return unreadable(opened.reason, order.mine, context);
  const { handle } = opened.value;
  try {
    const compared = await store.compareVersion(handle, order.theirs);
    return compared.ok
      ? await settle(opened.value, compared.value, order, context)
      : notMerged(compared.reason, order.theirs, context);
  } finally {
    await store.close(handle, true);
  }
}

async function settle(
  opened: OpenedDocument,
  { merge, head }: Comparison,
  { side, theirs, out }: MergeOrder,
  context: CliContext,
): Promise<Result<readonly string[], CliFault>> {
  const { store, translate, language } = context;
  const mine: Records = recordsById(opened.records);
  const choices: Choices = new Map(merge.conflicts.map(({ key }) => [key, side ?? 'mine']));
  const { records, diff } = settleMerge(mine, merge, choices);
  const words = mergeWords(mine, records, translate, language);
  const count = merge.conflicts.length;
  const asked = merge.conflicts.flatMap((conflict) => conflictLines(conflict, words, translate));
  if (side === null && count > 0) {
    return failure({ sentence: translate('cli.merge.conflicts', { count }), exitCode: 7, lines: asked });
  }
  const { handle } = opened;
  const edit = { number: opened.lastEdit + 1, label: 'edit.merge', diff };
  const kept = isEmptyDiff(diff) ? success(null) : await store.commit(handle, edit);
  if (!kept.ok) return misfortune(translate('cli.merge.failed', { detail: kept.reason.code }));
  const joined = await store.joinVersion(handle, theirs, head);
  if (!joined.ok) return notMerged(joined.reason, theirs, context);
  const request = { author: accountName(), target: out, asCopy: true, replace: false };
  const written = await store.publish(handle, request);
  if (!written.ok)
    return misfortune(writeSentence(written.reason, out, translate('cli.merge.taken', { name: out }), translate));
  const decided = side === 'theirs' ? 'cli.merge.tookTheirs' : 'cli.merge.tookMine';
  const told = count > 0 ? [translate(decided, { count }), ...asked] : [];
  return success([out, ...takenLines(merge, words, translate), ...told]);
}

/** Why the other copy cannot be brought together with the open one. */
function notMerged(
  fault: CompareFault | { readonly code: 'otherVersion' },
  path: string,
  context: CliContext,
): Result<never, CliFault> {
  if (fault.code === 'otherDocument') {
    return misfortune(context.translate('cli.merge.otherProject', { name: basename(path) }));
  }
  // Somebody saves one of the files at this moment.
  const isBusy = fault.code === 'otherVersion' || fault.code === 'notOpen';
  if (isBusy)
    return misfortune(openSentence({ code: 'beingWritten' }, basename(path), context.language, context.translate));
  return unreadable(fault, path, context);
}
