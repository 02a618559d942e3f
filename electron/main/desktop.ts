import { join } from 'node:path';
import { app, session } from 'electron';
import { PLATFORMS } from '../../shared/ipc/bridge.ts';
import { accountName } from './accountName.ts';
import type { ApplicationFolders } from './applicationFolders.ts';
import { Dialogs } from './dialogs.ts';
import { Exporter } from './exporting/exporter.ts';
import { serveBridge } from './ipc/serveBridge.ts';
import { serveExport } from './ipc/serveExport.ts';
import { windowAnswers } from './ipc/windowAnswers.ts';
import type { Log } from './log.ts';
import { type CommandParts, runChosen } from './mainCommands.ts';
import { Menus } from './menus/menus.ts';
import { VersionComparer } from './merging/versionComparer.ts';
import { MovedFiles } from './opening/movedFiles.ts';
import type { OpenQueue } from './opening/openQueue.ts';
import { ProjectOpener } from './opening/projectOpener.ts';
import { EXPORT_PAGE, PROJECT_PAGE, servePages } from './pages.ts';
import { Quitting } from './quitting.ts';
import { ProjectSaver } from './saving/projectSaver.ts';
import { JsonFile } from './settings/jsonFile.ts';
import { Preferences } from './settings/preferences.ts';
import { RecentList } from './settings/recentList.ts';
import { recentSchema } from './settings/recentProjects.ts';
import { historyBytes, INITIAL_SETTINGS, settingsFileSchema } from './settings/settings.ts';
import { Inspectors } from './storing/inspectors.ts';
import { startStorage } from './storing/startStorage.ts';
import { StorageSupervisor } from './storing/storageSupervisor.ts';
import { WindowKeeper } from './windows/windowKeeper.ts';
import { WindowList } from './windows/windowList.ts';
import { windowPlaceSchema } from './windows/windowPlace.ts';

/** What the desktop application is started with. */
export interface DesktopParts {
  readonly folders: ApplicationFolders;
  readonly log: Log;
  /** Files to open, named so far and from now on. */
  readonly files: OpenQueue;
}

/**
 * Runs the application with its windows; when Electron is ready. Longer than other functions, since this is the one
 * place that says who is given what.
 */
export async function runDesktop({ folders, log, files }: DesktopParts): Promise<void> {
  const onFault = (error: unknown): void => log.error('A settings file', error);
  const [settings, recentFile, places] = await Promise.all([
    JsonFile.open(join(folders.settings, 'settings.json'), settingsFileSchema, INITIAL_SETTINGS, onFault),
    JsonFile.open(join(folders.settings, 'recent.json'), recentSchema, [], onFault),
    JsonFile.open(join(folders.settings, 'window.json'), windowPlaceSchema, null, onFault),
  ]);

  const preferences = new Preferences(settings, () => {
    windows.dress(preferences.theme);
    for (const window of windows.all) window.send('settings', preferences.event);
    refreshMenus();
  });
  const dialogs = new Dialogs(() => preferences.translate);
  const quitting = new Quitting(log);
  const keeper = new WindowKeeper({
    dialogs,
    log,
    translate: () => preferences.translate,
    onStays: () => quitting.stay(),
    onClosed: ({ document }) => {
      if (document !== null) void store.close(document.handle, false);
      quitting.goOn();
    },
  });
  const windows = new WindowList({ ...PROJECT_PAGE, places, theme: () => preferences.theme, owner: keeper });
  const refreshMenus = (): void => menus.refreshBar(windows.focused);

  const inspectors = new Inspectors();
  const connect = () =>
    startStorage({
      folder: folders.projects,
      accountName: accountName(),
      historyBytes: historyBytes(preferences.settings),
      inspect: inspectors.inspect,
      log,
    });
  const store = new StorageSupervisor(connect, (news) => {
    log.error(`Storage: ${news}`);
    for (const window of windows.all) window.send('storage', news);
  });
  const recent = new RecentList(recentFile, (path) => store.isThere(path));
  const exporter = new Exporter({ ...EXPORT_PAGE, session: session.defaultSession });
  const language = () => preferences.language;
  const moved = new MovedFiles({ store, recent, windows, homes: homesOfFiles });
  const opener = new ProjectOpener({ store, windows, recent, moved, language, log, onShown: refreshMenus });
  const saver = new ProjectSaver({ store, dialogs, preferences, recent, accountName: accountName(), log });
  const commands: CommandParts = { windows, opener, preferences, dialogs };
  const platform = PLATFORMS.find((known) => known === process.platform) ?? 'linux';
  const menus = new Menus(platform, preferences, (window, id) => runChosen(commands, window, id));

  servePages(session.defaultSession, (handle, hash) => store.readAsset(handle, hash));
  serveExport(exporter);
  const answers = windowAnswers({
    ...commands,
    store,
    exporter,
    saver,
    comparer: new VersionComparer({ store, dialogs, log }),
    moved,
    recent,
    menus,
    log,
    platform,
    version: app.getVersion(),
    accountName: accountName(),
    onShown: refreshMenus,
  });
  serveBridge(windows, answers, log);

  refreshMenus();
  app.on('browser-window-focus', refreshMenus);
  app.on('activate', () => windows.show());
  quitting.before(async () => {
    inspectors.stop();
    await store.stop();
    await Promise.all([settings.settled(), recentFile.settled(), places.settled()]);
  });
  setTimeout(() => inspectors.warm(), WARM_AFTER).unref();
  files.start({ openPath: (path) => void opener.openPath(path), show: () => windows.show() });
}

/** The start screen stands by then, and nobody has chosen a file yet. ms */
const WARM_AFTER = 2000;

/** Where people put files. */
function homesOfFiles(): readonly string[] {
  return (['documents', 'desktop', 'downloads'] as const).map((name) => app.getPath(name));
}
