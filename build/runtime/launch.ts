import { hasDisplay, openVirtualDisplay } from './display.ts';
import { obtainElectron } from './obtainElectron.ts';
import { projectRoot } from './projectPaths.ts';
import { notice } from './setupError.ts';
import { standInLauncher } from './standInElectron.ts';
import { ensureSystemPackages } from './systemPackages.ts';

/** Everything needed to start the application here, by whatever starts processes. */
export interface Launch {
  /** Absolute path of Electron's executable. */
  readonly electronPath: string;
  /** The folder of that Electron, as ELECTRON_OVERRIDE_DIST_PATH names it. */
  readonly electronFolder: string;
  /** Arguments that come first: switches, then the application's folder. The person's own follow. */
  readonly args: readonly string[];
  /** The whole environment of the process. */
  readonly env: Readonly<Record<string, string>>;
  /** True where there is no real screen, and so no graphics hardware and no desktop services. */
  readonly isHeadless: boolean;
  /** Ends what was started for it. */
  cleanup(): void;
}

export interface LaunchOptions {
  /** Also see to the programs and fonts only tests need. */
  readonly tests?: boolean;
  /** False where whoever starts the application opens a screen for it, should there be none. Default: true. */
  readonly screen?: boolean;
}

/**
 * Makes ready what the application needs to run on this machine. On a desktop that is Electron alone; elsewhere a
 * stand-in for it, system packages and a virtual screen. Throws a SetupError with the remedy.
 */
export async function prepareLaunch({ tests = false, screen = true }: LaunchOptions = {}): Promise<Launch> {
  const electron = await obtainElectron();
  const isHeadless = !hasDisplay();
  await ensureSystemPackages({ electronPath: electron.path, virtualDisplay: isHeadless, tests });
  const display = isHeadless && screen ? await openVirtualDisplay() : undefined;
  if (display) notice(`no screen here: using a virtual one, DISPLAY=${display.name}`);

  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  delete env.ELECTRON_RUN_AS_NODE;
  if (display) env.DISPLAY = display.name;
  if (electron.isStandIn) {
    env.MEANDER_STAND_IN_LAUNCHER = standInLauncher;
    env.MEANDER_STAND_IN_NODE = process.execPath;
  }

  return {
    electronPath: electron.path,
    electronFolder: electron.folder,
    args: [...switches(isHeadless), projectRoot],
    env,
    isHeadless,
    cleanup: () => display?.close(),
  };
}

function switches(isHeadless: boolean): string[] {
  const given: string[] = [];
  // Chromium refuses to run as root with its sandbox.
  if (process.getuid?.() === 0) given.push('--no-sandbox');
  // Without a desktop Chromium logs each service it misses; the application's own output is not touched.
  if (isHeadless) given.push('--log-level=3');
  // Without graphics hardware it draws in software all the same, but would first start a process for the hardware,
  // which fails, now and then by a crash, before another one takes its place.
  if (isHeadless) given.push('--disable-gpu', '--disable-software-rasterizer');
  return given;
}
