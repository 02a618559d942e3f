import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { shell } from 'electron';
import type { FoundWork, OpenOutcome, Platform, WindowStart } from '../../../shared/ipc/bridge.ts';
import type { DocumentHandle, ProjectStore } from '../../../shared/ipc/projectStore.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { CopiedPictures } from '../copiedPictures.ts';
import { exportFromWindow, type WindowExportParts } from '../exporting/exportFromWindow.ts';
import { type CommandParts, runMainCommand } from '../mainCommands.ts';
import type { Menus } from '../menus/menus.ts';
import { readPeople } from '../merging/readPeople.ts';
import type { VersionComparer } from '../merging/versionComparer.ts';
import type { MovedFiles } from '../opening/movedFiles.ts';
import type { OpenRequest } from '../opening/openRequest.ts';
import { type ProjectOpener, projectOf } from '../opening/projectOpener.ts';
import { recordsById } from '../opening/recordsById.ts';
import type { ProjectSaver } from '../saving/projectSaver.ts';
import type { RecentList } from '../settings/recentList.ts';
import { historyBytes } from '../settings/settings.ts';
import type { ProjectWindow, ShownDocument } from '../windows/projectWindow.ts';
import type { WindowList } from '../windows/windowList.ts';
import type { BridgeAnswers } from './serveBridge.ts';

/** How long a window waits for what it was made for before it shows itself without, in milliseconds. */
const LONGEST_START = 1_500;

/** Files that open at once when many are chosen or dropped: each but the first gets a window. */
const MOST_AT_ONCE = 20;

/** What answers are made of. */
export interface AnswerParts extends CommandParts, WindowExportParts {
  readonly store: ProjectStore;
  readonly saver: ProjectSaver;
  readonly comparer: VersionComparer;
  readonly moved: MovedFiles;
  readonly recent: RecentList;
  readonly menus: Menus;
  readonly platform: Platform;
  readonly version: string;
  readonly accountName: string;
  /** A window shows another document now, or none. */
  readonly onShown: () => void;
}

/** What main answers when windows call. */
export function windowAnswers(parts: AnswerParts): BridgeAnswers {
  const { store, opener, saver, comparer, moved, recent, preferences, dialogs, menus } = parts;
  const copied = new CopiedPictures(store);
  /** Opens the first file in the window that asked, and each of the others in one of its own. */
  const openAll = async (window: ProjectWindow, paths: readonly string[]): Promise<OpenOutcome> => {
    const [path, ...others] = paths.slice(0, MOST_AT_ONCE);
    if (path === undefined) return failure({ code: 'cancelled' });
    const outcome = await opener.open(window, { kind: 'file', path });
    for (const other of others) await opener.openPath(other);
    return outcome;
  };
  return {
    start: (window) => answerStart(parts, window),
    changeSettings: (_window, change) => {
      preferences.change(change);
      if (change.historyCap !== undefined) void store.limitHistory(historyBytes(preferences.settings));
    },
    listRecent: () => recent.list(),
    forgetRecent: (_window, id) => recent.forget(id),
    locateRecent: async (window, id): Promise<OpenOutcome> => {
      const path = recent.pathOf(id) === null ? undefined : (await dialogs.chooseProjects(window.browser))[0];
      if (path === undefined) return failure({ code: 'cancelled' });
      recent.move(id, path);
      return opener.open(window, { kind: 'file', path });
    },
    listUnsaved: () => listUnsaved(store),
    openWithDialog: async (window) => openAll(window, await dialogs.chooseProjects(window.browser, 'several')),
    openRecent: async (window, id): Promise<OpenOutcome> => {
      const path = recent.pathOf(id);
      return path === null ? failure({ code: 'cancelled' }) : opener.open(window, { kind: 'file', path });
    },
    openSample: (window, name) => opener.open(window, { kind: 'sample', name }),
    openTemplate: (window, name) => opener.open(window, { kind: 'template', name }),
    openDropped: (window, paths) =>
      openAll(
        window,
        paths.filter((path) => path !== ''),
      ),
    openEarlier: async (window): Promise<OpenOutcome> => {
      const { refused } = window;
      if (refused === null || refused.version === null) return failure({ code: 'cancelled' });
      return opener.open(window, { kind: 'version', path: refused.version, fileName: refused.fileName });
    },
    openSalvaged: async (window): Promise<OpenOutcome> => {
      const { refused } = window;
      if (refused === null) return failure({ code: 'cancelled' });
      return opener.open(window, { kind: 'remains', from: refused.from, fileName: refused.fileName });
    },
    cancelOpening: (window) => window.cancelOpening(),
    resumeUnsaved: (window, workId) => opener.open(window, { kind: 'work', workId }),
    salvageUnsaved: async (window, workId): Promise<OpenOutcome> => {
      const work = (await store.listUnsaved()).find((left) => left.workId === workId);
      if (work === undefined) return failure({ code: 'cancelled' });
      const fileName = work.path === null ? work.title : basename(work.path);
      return opener.open(window, { kind: 'remains', from: { workId }, fileName });
    },
    discardUnsaved: (_window, workId) => store.discard(workId),
    commit: (window, handle, edit) => store.commit(own(window, handle).handle, edit),
    save: (window, handle, replace) => saver.save(window, own(window, handle), replace),
    saveAs: (window, handle, asCopy) => saver.saveAs(window, own(window, handle), asCopy),
    saveVersion: (window, handle, name) => saver.save(window, own(window, handle), false, name),
    listVersions: (window, handle) => store.tellVersions(own(window, handle).handle),
    readVersion: async (window, handle, revision) => {
      const read = await store.readVersion(own(window, handle).handle, revision);
      return read.ok ? success(recordsById(read.value.records)) : read;
    },
    nameVersion: (window, handle, revision, name) => store.nameVersion(own(window, handle).handle, revision, name),
    lookAtFile: async (window, handle) => (await store.lookAtFile(own(window, handle).handle)) ?? 'none',
    findMovedFile: (window, handle) => moved.find(window, own(window, handle)),
    followMovedFile: (window, handle) => moved.follow(window, own(window, handle)),
    compareWithFile: (window, handle) => comparer.compareWithFile(window, own(window, handle)),
    compareWithCopy: (window, handle) => comparer.compareWithCopy(window, own(window, handle)),
    keepState: (window, handle) => saver.keepState(own(window, handle)),
    joinCompared: (window, handle, head) => comparer.join(window, own(window, handle), head),
    adoptFile: (window, handle, head) => comparer.adopt(own(window, handle), head),
    holdPictures: (window, handle, hashes) => copied.hold(own(window, handle).handle, hashes),
    bringPictures: (window, handle, hashes) => copied.bring(own(window, handle).handle, hashes),
    readPeople: async (window, handle) => {
      own(window, handle);
      return readPeople(parts, await dialogs.chooseOther(window.browser));
    },
    putAsset: (window, handle, mime, bytes) => store.putAsset(own(window, handle).handle, mime, bytes),
    exportFile: (window, handle, options) => exportFromWindow(parts, window, own(window, handle), options),
    cancelExport: (window) => window.exporting?.abort(),
    showExported: (window) => {
      if (window.exported !== null) shell.showItemInFolder(window.exported);
    },
    closeProject: async (window, handle) => {
      const document = own(window, handle);
      window.document = null;
      parts.onShown();
      await store.close(document.handle, false);
    },
    run: (window, command) => runMainCommand(parts, window, command),
    tellMenu: (window, facts) => {
      window.menuFacts = facts;
      // Elsewhere a menu is made when it opens.
      if (parts.platform === 'darwin') parts.onShown();
    },
    popupMenu: (window, x, y) => menus.popUp(window, x, y),
    minimizeWindow: ({ browser }) => browser.minimize(),
    toggleMaximized: ({ browser }) => (browser.isMaximized() ? browser.unmaximize() : browser.maximize()),
    confirmClose: (window, mayClose) => window.answerClose(mayClose),
  };
}

/** The window's document; throws when the handle is another one's. */
function own({ document }: ProjectWindow, handle: DocumentHandle): ShownDocument {
  if (document?.handle !== handle) throw new Error('The window does not own this document');
  return document;
}

async function answerStart(parts: AnswerParts, window: ProjectWindow): Promise<WindowStart> {
  const { preferences, recent, platform, version, accountName } = parts;
  const content = await startContent(parts, window);
  // The answer is on its way before the first event is.
  setImmediate(() => window.markStarted());
  return {
    platform,
    version,
    accountName,
    ...preferences.event,
    window: window.state,
    recent: recent.named,
    ...content,
  };
}

/** What the window was made for, or shows already when its page was loaded anew. */
async function startContent(
  { store, opener, windows }: AnswerParts,
  window: ProjectWindow,
): Promise<Pick<WindowStart, 'project' | 'fault'>> {
  const { request } = window;
  window.request = null;
  if (request !== null) return openAtStart(opener, windows, window, request);
  await window.opening;
  if (window.document === null) return { project: null, fault: null };
  const contents = await store.contents(window.document.handle);
  if (contents === null) window.document = null;
  return { project: contents && projectOf(contents, null), fault: null };
}

/**
 * Opens what a window was made for. A drive that takes its time does not keep the window from showing itself: what
 * comes of it is then told by the event `opened`.
 */
async function openAtStart(
  opener: ProjectOpener,
  windows: WindowList,
  window: ProjectWindow,
  request: OpenRequest,
): Promise<Pick<WindowStart, 'project' | 'fault'>> {
  const opening = opener.open(window, request);
  const outcome = await Promise.race([opening, sleep(LONGEST_START, null)]);
  if (outcome === null) void opening.then((late) => tellLate(windows, window, late));
  else if (outcome.ok) return { project: outcome.value, fault: null };
  else if ('fault' in outcome.reason) return { project: null, fault: outcome.reason };
  else closeWhenNotNeeded(windows, window, outcome);
  return { project: null, fault: null };
}

function tellLate(windows: WindowList, window: ProjectWindow, outcome: OpenOutcome): void {
  window.send('opened', outcome);
  closeWhenNotNeeded(windows, window, outcome);
}

/** What the window was made for shows in another one. */
function closeWhenNotNeeded(windows: WindowList, window: ProjectWindow, outcome: OpenOutcome): void {
  const showsElsewhere = !outcome.ok && 'code' in outcome.reason && outcome.reason.code === 'focusedOther';
  if (showsElsewhere && windows.all.length > 1 && !window.browser.isDestroyed()) window.browser.close();
}

async function listUnsaved(store: ProjectStore): Promise<readonly FoundWork[]> {
  const works = await store.listUnsaved();
  return works.map(({ path, ...work }) => ({ ...work, fileName: path === null ? null : basename(path) }));
}
