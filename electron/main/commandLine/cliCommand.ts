import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Language } from '../../../shared/ipc/bridge.ts';
import type { ProjectStore } from '../../../shared/ipc/projectStore.ts';
import type { Result } from '../../../shared/util/result.ts';
import type { Exporter } from '../exporting/exporter.ts';
import type { CliArguments } from './cliArguments.ts';
import type { CliFault } from './cliFault.ts';

/** What a command has at hand. */
export interface CliContext {
  readonly language: Language;
  readonly translate: Translate;
  /** Where the person stands; file names are meant from here. */
  readonly cwd: string;
  readonly store: ProjectStore;
  /** An exporter whose pages get the pictures of the project file at this path. */
  exporterFor(path: string): Exporter;
  /** Shows how far it is, 0 to 1, where somebody looks. */
  showProgress(done: number): void;
  /** Ends the command. */
  readonly signal: AbortSignal;
}

/** One command of the command line. A new one is a file with one of these, and its name in the list of commands. */
export interface CliCommand {
  readonly name: string;
  /** Options with a value. */
  readonly options: readonly string[];
  /** Options without one. */
  readonly flags?: readonly string[];
  /** Its help; `cli.help` tells of it in a line. */
  help(translate: Translate): string;
  /** Gives the lines to print. */
  run(args: CliArguments, context: CliContext): Promise<Result<readonly string[], CliFault>>;
}
