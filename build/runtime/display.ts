import { spawn } from 'node:child_process';
import { notice, SetupError } from './setupError.ts';

/** Wide enough for a window of 1600 x 1000 with room around it. */
const screen = '1920x1200x24';
const startTimeout = 20_000;

/** A virtual screen, for as long as it is not closed. */
export interface VirtualDisplay {
  /** The value for DISPLAY, such as ":99". */
  readonly name: string;
  close(): void;
}

/** True where an X or Wayland session is there to open windows in; macOS and Windows always have one. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Starts Xvfb on a free display number, which it chooses itself. */
export async function openVirtualDisplay(): Promise<VirtualDisplay> {
  // In a session of its own: Ctrl-C in the terminal must reach the application first, not the screen under it.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const close = (): void => {
    server.kill();
  };
  process.on('exit', close);
  const number = await new Promise<string>((resolve, reject) => {
    const fail = (): void => reject(new SetupError('Xvfb did not start. Run "Xvfb -displayfd 1" to see why.'));
    const timer = setTimeout(fail, startTimeout);
    server.on('error', fail);
    server.on('exit', fail);
    server.stdio[3]?.once('data', (chunk: Buffer) => {
      clearTimeout(timer);
      resolve(chunk.toString().trim());
    });
  });
  server.unref();
  const name = `:${number}`;
  notice(`no screen here: using a virtual one, DISPLAY=${name}`);
  return {
    name,
    close: () => {
      process.off('exit', close);
      close();
    },
  };
}
