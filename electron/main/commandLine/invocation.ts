import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How this process was started. */
export interface ProcessStart {
  readonly argv: readonly string[];
  /** The folder of an application that Electron was told to run; null when it is packed. */
  readonly appFolder: string | null;
  readonly cwd: string;
}

/** What the person wants of this run. */
export type Invocation =
  | { readonly kind: 'open'; readonly files: readonly string[] }
  | { readonly kind: 'command'; readonly name: string; readonly args: readonly string[] }
  | { readonly kind: 'help'; readonly command: string | null }
  | { readonly kind: 'version' }
  | { readonly kind: 'unknown'; readonly word: string };

/**
 * The person's own arguments. A packed application gets them after its name; `electron <folder> …` after the folder,
 * in front of which stand Electron's own. Switches in front of the first word are Chromium's business (`--no-sandbox`
 * and a thousand more), except those that ask for help.
 */
export function ownArguments({ argv, appFolder, cwd }: ProcessStart): readonly string[] {
  const folderAt = appFolder === null ? 0 : argv.findIndex((argument) => resolve(cwd, argument) === appFolder);
  const given = argv.slice(Math.max(folderAt, appFolder === null ? 0 : 1) + 1);
  const firstWord = given.findIndex((argument) => !argument.startsWith('-') || HELP_SWITCHES.has(argument));
  return firstWord === -1 ? [] : given.slice(firstWord);
}

const HELP_SWITCHES: ReadonlySet<string> = new Set(['--help', '-h', '--version']);

/**
 * Understands the person's own arguments. The first word is a command, or a file to open when it looks like one or is
 * there; `isThere` is asked with absolute paths.
 */
export function parseInvocation(
  args: readonly string[],
  commands: readonly string[],
  cwd: string,
  isThere: (path: string) => boolean,
): Invocation {
  const [word, ...rest] = args;
  if (word === undefined) return { kind: 'open', files: [] };
  if (word === '--version') return { kind: 'version' };
  if (word === '--help' || word === '-h' || word === 'help') return helpOn(rest[0], commands);
  if (commands.includes(word)) {
    const asksHelp = rest.includes('--help') || rest.includes('-h');
    return asksHelp ? { kind: 'help', command: word } : { kind: 'command', name: word, args: rest };
  }
  const files = args.filter((argument) => !argument.startsWith('-')).map((argument) => toPath(argument, cwd));
  const looksLikeFile = /[\\/.]/.test(word) || isThere(resolve(cwd, word));
  return looksLikeFile ? { kind: 'open', files } : { kind: 'unknown', word };
}

function helpOn(topic: string | undefined, commands: readonly string[]): Invocation {
  if (topic === undefined || topic.startsWith('-')) return { kind: 'help', command: null };
  return commands.includes(topic) ? { kind: 'help', command: topic } : { kind: 'unknown', word: topic };
}

/** File managers hand over addresses as well as paths. */
function toPath(argument: string, cwd: string): string {
  if (argument.startsWith('file://')) {
    try {
      return fileURLToPath(argument);
    } catch {
      // An address of another computer: as a path it names nothing, and the window says so.
      return argument;
    }
  }
  return isAbsolute(argument) ? argument : resolve(cwd, argument);
}
