import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, session } from 'electron';
import { createTranslator, type Translate } from '../../../shared/i18n/translator.ts';
import { LANGUAGES, type Language } from '../../../shared/ipc/bridge.ts';
import type { Result } from '../../../shared/util/result.ts';
import { success } from '../../../shared/util/result.ts';
import { accountName } from '../accountName.ts';
import { keepIn } from '../applicationFolders.ts';
import { Exporter } from '../exporting/exporter.ts';
import { serveExport } from '../ipc/serveExport.ts';
import { SILENT_LOG } from '../log.ts';
import { EXPORT_PAGE, servePages } from '../pages.ts';
import { preferredLanguages } from '../settings/preferences.ts';
import { resolveLanguage } from '../settings/settings.ts';
import { Inspectors } from '../storing/inspectors.ts';
import { startStorage } from '../storing/startStorage.ts';
import { StorageSupervisor } from '../storing/storageSupervisor.ts';
import { checkCommand } from './checkCommand.ts';
import { parseCliArguments } from './cliArguments.ts';
import type { CliCommand } from './cliCommand.ts';
import { type CliFault, misfortune, misuse } from './cliFault.ts';
import { diffCommand } from './diffCommand.ts';
import { exportCommand } from './exportCommand.ts';
import { infoCommand } from './infoCommand.ts';
import type { Invocation } from './invocation.ts';
import { mergeCommand } from './mergeCommand.ts';
import { salvageCommand } from './salvageCommand.ts';
import { oneLine, ProgressLine, printLines } from './terminal.ts';

/** Every command there is. */
const COMMANDS: readonly CliCommand[] = [
  exportCommand,
  checkCommand,
  infoCommand,
  salvageCommand,
  mergeCommand,
  diffCommand,
];

/** The words that are commands, and not files to open. */
export const COMMAND_NAMES: readonly string[] = COMMANDS.map(({ name }) => name);

type CommandInvocation = Exclude<Invocation, { readonly kind: 'open' }>;
type Outcome = Result<readonly string[], CliFault>;

/**
 * Does what the command line asks and ends the process: 0 when it is done, else an `ExitCode` and one line on stderr. It
 * shares nothing with an application that is open: no lock, no settings, a private folder of its own.
 */
export async function runCommandLine(invocation: CommandInvocation): Promise<void> {
  // The one line on stderr is for the person; Chromium's and Node's remarks are not.
  app.commandLine.appendSwitch('log-level', '3');
  process.removeAllListeners('warning');
  const language = chooseLanguage(invocation);
  const translate = createTranslator(language);
  const outcome = await answer(invocation, language, translate).catch((error: unknown) =>
    misfortune(translate('cli.unexpected', { detail: error instanceof Error ? error.message : String(error) })),
  );
  if (outcome.ok) await printLines(process.stdout, outcome.value);
  else await printFault(outcome.reason);
  app.exit(outcome.ok ? 0 : outcome.reason.exitCode);
}

async function printFault({ sentence, lines = [] }: CliFault): Promise<void> {
  await printLines(process.stdout, lines);
  if (sentence !== null) await printLines(process.stderr, [`meander: ${oneLine(sentence)}`]);
}

async function answer(invocation: CommandInvocation, language: Language, translate: Translate): Promise<Outcome> {
  if (invocation.kind === 'version') return success([`${app.getName()} ${app.getVersion()}`]);
  if (invocation.kind === 'unknown') return misuse(translate('cli.unknownCommand', { word: invocation.word }));
  if (invocation.kind === 'help')
    return success([findCommand(invocation.command)?.help(translate) ?? translate('cli.help')]);
  const command = findCommand(invocation.name);
  if (command === undefined) return misuse(translate('cli.unknownCommand', { word: invocation.name }));
  const args = parseCliArguments(invocation.args, command, translate);
  if (!args.ok) return args;
  return withSurroundings((surroundings) =>
    command.run(args.value, { language, translate, cwd: process.cwd(), ...surroundings }),
  );
}

function findCommand(name: string | null): CliCommand | undefined {
  return COMMANDS.find((command) => command.name === name);
}

type Surroundings = Omit<Parameters<CliCommand['run']>[1], 'language' | 'translate' | 'cwd'>;

/** Sets up Electron without a window, in a folder that is gone afterwards. */
async function withSurroundings(work: (surroundings: Surroundings) => Promise<Outcome>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'meander-command-'));
  const { projects } = keepIn(folder);
  app.disableHardwareAcceleration();
  app.dock?.hide();
  // The window that draws is closed when it is done, and another one may follow.
  app.on('window-all-closed', () => undefined);
  const ending = new AbortController();
  app.on('before-quit', (event) => {
    event.preventDefault();
    ending.abort();
  });
  await app.whenReady();

  const log = SILENT_LOG;
  const inspectors = new Inspectors();
  const connect = () =>
    startStorage({ folder: projects, accountName: accountName(), historyBytes: 0, inspect: inspectors.inspect, log });
  const store = new StorageSupervisor(connect, () => undefined);
  const progress = new ProgressLine(process.stderr);
  let path = '';
  // Not the usual session: one in memory leaves no cache behind.
  const inMemory = session.fromPartition('command');
  servePages(inMemory, (_handle, hash) => store.readAsset({ path }, hash));
  const exporter = new Exporter({ ...EXPORT_PAGE, session: inMemory });
  serveExport(exporter);
  try {
    return await work({
      store,
      exporterFor: (file) => {
        path = file;
        return exporter;
      },
      showProgress: (done) => progress.show(done),
      signal: ending.signal,
    });
  } finally {
    progress.clear();
    inspectors.stop();
    await store.stop();
    await removeOwn(folder);
  }
}

/** Removes the private folder. Chromium may still hold a file of its own: the system's cleaning takes what is left. */
async function removeOwn(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}

/** The language asked for, or the computer's. A wrong one is told of later, in the computer's. */
function chooseLanguage(invocation: CommandInvocation): Language {
  const args = invocation.kind === 'command' ? invocation.args : [];
  const at = args.indexOf('--lang');
  const asked = at === -1 ? args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) : args[at + 1];
  return LANGUAGES.find((known) => known === asked?.toLowerCase()) ?? resolveLanguage('system', preferredLanguages());
}
