import { join, resolve } from 'node:path';
import { app } from 'electron';

/** Where the application keeps what is its own. All on this computer, for this account. */
export interface ApplicationFolders {
  /** Settings, recent projects, window places. */
  readonly settings: string;
  /** Working copies and history: never synchronised, never roaming. */
  readonly projects: string;
  readonly logs: string;
}

/**
 * Chooses the folders; before the application is ready. `--user-data-dir` puts everything into one other folder, as
 * for a trial or a stick.
 */
export function chooseFolders(): ApplicationFolders {
  const wished = app.commandLine.getSwitchValue('user-data-dir');
  if (wished !== '') return keepIn(resolve(wished));
  const settings = app.getPath('userData');
  const localData = process.platform === 'win32' ? process.env.LOCALAPPDATA : undefined;
  return settleIn(settings, localData === undefined ? settings : join(localData, app.getName()));
}

/** Keeps everything in one folder. */
export function keepIn(folder: string): ApplicationFolders {
  app.setPath('userData', folder);
  return settleIn(folder, folder);
}

function settleIn(settings: string, local: string): ApplicationFolders {
  const logs = join(local, 'logs');
  app.setPath('sessionData', join(local, 'session'));
  app.setAppLogsPath(logs);
  return { settings, projects: join(local, 'projects'), logs };
}
