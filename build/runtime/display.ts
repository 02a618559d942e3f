import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { Socket } from 'node:net';
import { SetupError } from './setupError.ts';

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

/**
 * Starts Xvfb. Its number is drawn, not the first free one that Xvfb would choose: a server that is just ending removes
 * the socket of the next one with its number. It ends with this process however that ends: a shell waits for the pipe
 * between them to close. Both are in a session of their own, so that Ctrl-C in the terminal reaches the application
 * first, not the screen under it.
 */
export async function openVirtualDisplay(): Promise<VirtualDisplay> {
  const name = `:${randomInt(100, 50_000)}`;
  const script = 'Xvfb "$@" </dev/null & server=$!; exec 3>&-; cat >/dev/null; kill "$server"';
  const server = spawn(
    'sh',
    ['-c', script, 'sh', name, '-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'],
    {
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
      detached: true,
    },
  );
  const { stdin } = server;
  const answer = server.stdio[3];
  if (!(stdin instanceof Socket && answer instanceof Socket)) throw new Error('The pipes to Xvfb are missing.');
  await new Promise<void>((resolve, reject) => {
    const fail = (): void => reject(new SetupError('Xvfb did not start. Run "Xvfb :99" to see why.'));
    const timer = setTimeout(fail, startTimeout);
    server.on('error', fail);
    let said = '';
    answer.on('data', (chunk) => {
      said += chunk;
    });
    // Only its end: Xvfb writes the number in parts, and dies of a pipe closed in between.
    answer.on('end', () => {
      clearTimeout(timer);
      if (said) resolve();
      else fail();
    });
  });
  // A script that has nothing else to do ends, and the screen with it.
  server.unref();
  stdin.unref();
  return { name, close: () => stdin.destroy() };
}
