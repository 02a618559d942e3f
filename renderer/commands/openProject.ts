import type { OpenedProject, OpenOutcome } from '../../shared/ipc/bridge.ts';
import { repairRecords } from '../../shared/store/integrity.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { isEmptyDiff } from '../../shared/store/recordsDiff.ts';
import type { Application } from '../application.ts';
import type { News } from '../state/sessionStore.ts';
import { tellLost } from './lostFile.ts';

/** Opens a project by whatever way, and says in a dialog why not when it cannot be. */
export async function openProject(app: Application, open: () => Promise<OpenOutcome>): Promise<void> {
  if (app.session.getState().opening) return;
  app.session.setState({ opening: true });
  try {
    takeOutcome(app, await open());
  } finally {
    app.session.setState({ opening: false });
  }
}

/** Follows an outcome: the editor with the project, a dialog with the fault, or nothing when nothing was wanted. */
export function takeOutcome(app: Application, outcome: OpenOutcome): void {
  if (outcome.ok) showProject(app, outcome.value);
  else if ('fault' in outcome.reason) {
    app.session.setState({ notice: { kind: 'open', ...outcome.reason } });
    // A file may just have been found missing.
    void refreshLists(app);
  }
}

/** Turns the window into the editor of a project, at its first map. */
export function showProject(app: Application, project: OpenedProject): void {
  const map = indexRecords(project.records).roots('map')[0]?.id ?? null;
  app.documents.open(project);
  // What a merge or another program left out of joint is mended before anything is drawn; an edit like any other.
  const { diff } = repairRecords(project.records);
  if (!isEmptyDiff(diff)) app.editor.accept('edit.repair', diff);
  const { salvage } = project;
  const notice = salvage === null ? null : { kind: 'salvaged' as const, report: salvage };
  app.session.setState({ map, news: newsOf(project), notice });
  if (project.file === 'gone' || project.file === 'away') void tellLost(app, project.file);
}

/** What the person should know of a project beside what is in it. */
function newsOf({ file, sidecar, alsoOpenBy, recoveredEdits }: OpenedProject): readonly News[] {
  const news: News[] = [];
  if (file === 'changed') news.push({ kind: 'fileChanged' });
  if (recoveredEdits > 0) news.push({ kind: 'recovered', edits: recoveredEdits });
  if (sidecar !== 'none') news.push({ kind: sidecar === 'recovered' ? 'sidecarRecovered' : 'sidecarIgnored' });
  if (alsoOpenBy !== null) news.push({ kind: 'alsoOpen', name: `${alsoOpenBy.account} (${alsoOpenBy.computer})` });
  return news;
}

/** Learns again what the start screen lists. */
export async function refreshLists(app: Application): Promise<void> {
  const [recent, unsaved] = await Promise.all([app.bridge.listRecent(), app.bridge.listUnsaved()]);
  app.session.setState({ recent, unsaved });
}

/** Gives up what is being opened: the window stays on the start screen. */
export async function cancelOpening(app: Application): Promise<void> {
  await app.bridge.cancelOpening();
}

/** Takes a project off the list of recent ones; the file stays. */
export async function forgetRecent(app: Application, id: string): Promise<void> {
  app.session.setState(({ recent }) => ({ recent: recent.filter((project) => project.id !== id) }));
  await app.bridge.forgetRecent(id);
}

/** Throws away work that no file has; the person has been asked. */
export async function discardUnsaved(app: Application, workId: string): Promise<void> {
  app.session.setState(({ unsaved }) => ({ unsaved: unsaved.filter((work) => work.workId !== workId) }));
  await app.bridge.discardUnsaved(workId);
}
