import type { CompareOutcome } from '../../shared/ipc/bridge.ts';
import type { DocumentHandle } from '../../shared/ipc/projectStore.ts';
import type { Decisions } from '../../shared/merge/merge.ts';
import { settleMerge } from '../../shared/merge/settleMerge.ts';
import type { Records } from '../../shared/records/records.ts';
import { isEmptyDiff } from '../../shared/store/recordsDiff.ts';
import type { Application } from '../application.ts';
import { FILE_NEWS, forgetNews, tellNews } from '../state/sessionStore.ts';
import { countTheirs, type MergeSource, type Merging, NOTHING_DECIDED } from './merging.ts';

type Compared = CompareOutcome & { readonly ok: true };

/** The label of a merge in the history. */
const LABEL = 'edit.merge';

/** How often a comparison is made anew because the document or the file changed meanwhile. */
const MOST_ROUNDS = 5;

/**
 * Takes in what others saved to the document's own file. True when it is in, so that a save may go on; false when the
 * person changed their mind or it could not be, which a notice says.
 */
export function mergeFile(app: Application): Promise<boolean> {
  return mergeVersion(app, 'file', (handle) => app.bridge.compareWithFile(handle));
}

/** Asks for another copy of the project and takes it in. */
export function mergeCopy(app: Application): Promise<boolean> {
  return mergeVersion(app, 'copy', (handle) => app.bridge.compareWithCopy(handle));
}

async function mergeVersion(
  app: Application,
  source: MergeSource,
  compare: (handle: DocumentHandle) => Promise<CompareOutcome>,
): Promise<boolean> {
  const { session } = app;
  if (session.getState().comparing) return false;
  session.setState({ comparing: true });
  try {
    app.tools.sessions.end();
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const ended = await compareOnce(app, source, compare);
      if (ended !== 'again') return ended === 'merged';
    }
    return false;
  } finally {
    session.setState({ comparing: false });
  }
}

async function compareOnce(
  app: Application,
  source: MergeSource,
  compare: (handle: DocumentHandle) => Promise<CompareOutcome>,
): Promise<'merged' | 'left' | 'again'> {
  await app.settleEdits();
  const { document } = app.documents.getState();
  if (document === null || app.editing.getState().frozen !== null) return 'left';
  const { handle, records } = document;
  const outcome = await compare(handle);
  if (app.documents.getState().document?.handle !== handle) return 'left';
  if (!outcome.ok) {
    tellFault(app, source, outcome.reason);
    return 'left';
  }
  const decisions = await askDecisions(app, source, outcome, records);
  if (decisions === null) return 'left';
  if (!(await keepOwn(app, handle, outcome.value.fileName))) return 'left';
  // Something was edited between the two: what was compared is no longer what stands here.
  if (app.editor.records !== records) return 'again';
  return take(app, source, outcome, decisions);
}

/** Puts one's own unsaved edits into the history before the merge comes over them; false when that could not be. */
async function keepOwn({ bridge, session }: Application, handle: DocumentHandle, fileName: string): Promise<boolean> {
  const kept = await bridge.keepState(handle);
  if (!kept.ok) session.setState({ notice: { kind: 'publish', fault: kept.reason, fileName } });
  return kept.ok;
}

function tellFault(
  app: Application,
  source: MergeSource,
  reason: (CompareOutcome & { readonly ok: false })['reason'],
): void {
  if ('fault' in reason) app.session.setState({ notice: { kind: 'merge', source, ...reason } });
}

/** What the person decides; nothing is asked where nothing clashes. */
async function askDecisions(
  { session }: Application,
  source: MergeSource,
  { value: comparison }: Compared,
  records: Records,
): Promise<Decisions | null> {
  const { merge, fileName } = comparison;
  const isDull = merge.conflicts.length === 0 && (source === 'file' || merge.taken.length === 0);
  if (isDull) return NOTHING_DECIDED;
  const decisions = await new Promise<Decisions | null>((resolve) => {
    const merging: Merging = { source, comparison, fileName, records, answer: resolve };
    session.setState({ merging });
  });
  session.setState({ merging: null });
  return decisions;
}

/** Puts the merge into the document as one edit, and the other version among those it descends from. */
async function take(
  app: Application,
  source: MergeSource,
  { value: comparison }: Compared,
  decisions: Decisions,
): Promise<'merged' | 'left' | 'again'> {
  const { documents, editor, bridge, session } = app;
  const { document } = documents.getState();
  if (document === null) return 'left';
  const { handle, records } = document;
  const { merge, head, author } = comparison;
  const { diff } = settleMerge(records, merge, decisions.choices, decisions.refused);
  const count = countTheirs(merge, decisions);
  const name = author === '' ? app.i18n.t('merge.someone') : author;
  if (source === 'file' && comparison.isBehind) {
    const isAdopted = await editor.adopt(LABEL, diff, async () => {
      const adopted = await bridge.adoptFile(handle, head);
      if (adopted.ok) documents.setSave(handle, adopted.value);
      return adopted.ok;
    });
    // The file has changed once more meanwhile, or is gone.
    if (!isAdopted) return 'again';
    forgetNews(session, FILE_NEWS);
    if (!isEmptyDiff(diff)) tellNews(session, { kind: 'reloaded', name });
    return 'merged';
  }
  editor.accept(LABEL, diff);
  const joined = await app.afterEdits(() => bridge.joinCompared(handle, head));
  if (joined.ok) {
    documents.setSave(handle, joined.value);
    forgetNews(session, source === 'file' ? FILE_NEWS : []);
    tellNews(session, count === 0 ? { kind: 'mergedNothing', name } : { kind: 'merged', name, count });
    return 'merged';
  }
  if (joined.reason.code === 'otherVersion') return 'again';
  session.setState({ notice: { kind: 'merge', source, fault: joined.reason, fileName: comparison.fileName } });
  return 'left';
}
