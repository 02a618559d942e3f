import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { projectRoot } from '../../../build/runtime/projectPaths.ts';
import { type Dialogs, replaceDialogs } from './dialogs.ts';
import type { ProvidedLaunch } from './globalSetup.ts';
import { removeFolder } from './removeFolder.ts';

export interface MeanderOptions {
  /** The person's own arguments. */
  readonly args?: readonly string[];
  /** Project files to open, as a file manager would hand them over. */
  readonly files?: readonly string[];
  /** Language of the computer, such as "nl". Default: "en". */
  readonly lang?: string;
  /** Appearance of the computer. Default: "light". */
  readonly theme?: 'light' | 'dark';
  /** Folder for everything the application keeps. Default: one of its own, removed at the end. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A running Meander, driven from outside as a person would. */
export interface MeanderApp {
  readonly electron: ElectronApplication;
  /** The first window. */
  readonly window: Page;
  readonly dialogs: Dialogs;
  /** Folder for everything the application keeps. */
  readonly userData: string;
  /** What went wrong in any window so far: errors on the console, uncaught ones, content policy violations. */
  readonly problems: readonly string[];
  /** What the main process printed so far. */
  output(): string;
  /** Writes test-results/NAME.png and returns its path. */
  screenshot(name: string, page?: Page): Promise<string>;
  /** Ends the process at once, as a power cut would. */
  kill(): Promise<void>;
  /** Quits, and throws when anything went wrong in a window that `expectProblem` did not announce. */
  close(): Promise<void>;
  /** Announces a problem that is part of the test; `close` requires that it came. */
  expectProblem(pattern: RegExp): void;
}

/** How long quitting may take before the process is ended, in milliseconds. */
const quitTimeout = 15_000;
/** How long the process may take to start, and then to answer for the first time, in milliseconds each. */
const answerTimeout = 25_000;

/** Starts the built application with a profile of its own and waits for its first window. */
export async function startMeander(launch: ProvidedLaunch, options: MeanderOptions = {}): Promise<MeanderApp> {
  const ownFolder = options.userData ? undefined : await mkdtemp(join(tmpdir(), 'meander-e2e-'));
  const userData = options.userData ?? ownFolder ?? '';
  const problems: string[] = [];
  const expected: RegExp[] = [];
  const printed: string[] = [];

  // Named like this, not by its path, Playwright lets Electron open its first window only when it listens: a window
  // that is just loading while it attaches may never be told of.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = launch.electronFolder;
  const electron = await _electron.launch({
    args: [
      `--user-data-dir=${userData}`,
      `--lang=${options.lang ?? 'en'}`,
      ...launch.args,
      ...(options.args ?? []),
      ...(options.files ?? []),
    ],
    env: { ...launch.env, ...privateFolders(userData), ...language(options.lang ?? 'en'), ...options.env },
    cwd: projectRoot,
    timeout: answerTimeout,
  });
  const running = electron.process();
  for (const stream of [running.stdout, running.stderr]) stream?.on('data', (chunk) => printed.push(String(chunk)));
  electron.on('window', (page) => watch(page, problems));
  // The first one may have come before anybody could listen.
  for (const page of electron.windows()) watch(page, problems);

  const answers = Promise.all([replaceDialogs(electron), setTheme(electron, options.theme ?? 'light')]);
  const [dialogs] = await inTime(answers, () => {
    running.kill('SIGKILL');
    return `The main process never answered, with ${electron.windows().length} windows. It printed: ${printed.join('')}`;
  });
  const window = await electron.firstWindow();
  await window.waitForLoadState();

  const end = async (): Promise<void> => {
    if (ownFolder) await removeFolder(ownFolder);
  };
  return {
    electron,
    window,
    dialogs,
    userData,
    problems,
    output: () => printed.join(''),
    screenshot: async (name, page = window) => {
      const path = join(projectRoot, 'test-results', `${name}.png`);
      await mkdir(dirname(path), { recursive: true });
      await page.screenshot({ path });
      return path;
    },
    kill: async () => {
      const gone = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGKILL');
      await gone;
      await end();
    },
    close: async () => {
      const timer = setTimeout(() => running.kill('SIGKILL'), quitTimeout);
      await electron.close();
      clearTimeout(timer);
      await end();
      judge(problems, expected);
    },
    expectProblem: (pattern) => {
      expected.push(pattern);
    },
  };
}

/** What was promised, or an error that says why it did not come: asking a process knows no end of its own. */
async function inTime<Value>(promised: Promise<Value>, giveUp: () => string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(giveUp())), answerTimeout);
  });
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(timer);
  }
}

function watch(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    const isViolation = /Content Security Policy/.test(message.text());
    if (message.type() === 'error' || isViolation) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('crash', () => problems.push('the window crashed'));
}

function judge(problems: readonly string[], expected: readonly RegExp[]): void {
  const surprises = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
  if (surprises.length > 0) throw new Error(`The windows reported problems:\n${surprises.join('\n')}`);
  const missing = expected.filter((pattern) => !problems.some((problem) => pattern.test(problem)));
  if (missing.length > 0) throw new Error(`No window reported: ${missing.join(', ')}`);
}

async function setTheme(electron: ElectronApplication, theme: 'light' | 'dark'): Promise<void> {
  await electron.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
}

/** Linux keeps data in more folders than one; none of the person's own is touched. */
function privateFolders(userData: string): Record<string, string> {
  return {
    XDG_CONFIG_HOME: join(userData, 'xdg-config'),
    XDG_DATA_HOME: join(userData, 'xdg-data'),
    XDG_STATE_HOME: join(userData, 'xdg-state'),
    XDG_CACHE_HOME: join(userData, 'xdg-cache'),
  };
}

function language(lang: string): Record<string, string> {
  return { LANG: `${lang.replace('-', '_')}.UTF-8`, LANGUAGE: lang };
}
