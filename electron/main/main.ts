import { existsSync } from 'node:fs';
import { app } from 'electron';
import { z } from 'zod';
import { chooseFolders } from './applicationFolders.ts';
import { ownArguments, parseInvocation } from './commandLine/invocation.ts';
import { COMMAND_NAMES, runCommandLine } from './commandLine/runCommandLine.ts';
import { runDesktop } from './desktop.ts';
import { openLog } from './log.ts';
import { OpenQueue } from './opening/openQueue.ts';
import { enableSandbox, lockDownPages } from './security.ts';
import { registerAppScheme } from './serving/appProtocol.ts';

/** The beginning of everything: a command of the command line, or the application with its windows. */
function main(): void {
  registerAppScheme();
  enableSandbox();
  lockDownPages();
  const start = { argv: process.argv, appFolder: app.isPackaged ? null : app.getAppPath(), cwd: process.cwd() };
  const invocation = parseInvocation(ownArguments(start), COMMAND_NAMES, process.cwd(), existsSync);
  if (invocation.kind === 'open') startDesktop(invocation.files);
  else void runCommandLine(invocation);
}

const filesSchema = z.object({ files: z.array(z.string()) });

/** One application for each account: a second start hands its files to the first and ends. */
function startDesktop(named: readonly string[]): void {
  const folders = chooseFolders();
  if (!app.requestSingleInstanceLock({ files: named })) {
    app.quit();
    return;
  }
  const log = openLog(folders.logs);
  process.on('uncaughtException', (error) => log.error('Not expected', error));
  process.on('unhandledRejection', (error) => log.error('Not expected', error));
  const files = new OpenQueue(named);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    files.add(path);
  });
  app.on('second-instance', (_event, _argv, _folder, handed) => files.addStart(filesSchema.parse(handed).files));
  app
    .whenReady()
    .then(() => runDesktop({ folders, log, files }))
    .catch((error: unknown) => {
      log.error('Could not start', error);
      app.exit(1);
    });
}

main();
