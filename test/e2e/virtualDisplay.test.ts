import { connect } from 'node:net';
import { expect, test, vi } from 'vitest';
import { openVirtualDisplay } from '../../build/runtime/display.ts';

/** Whether an X server answers under a display's name, such as ":99". */
async function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(`/tmp/.X11-unix/X${name.slice(1)}`);
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

test.runIf(process.platform === 'linux')('a virtual screen stays until it is closed, each time', async () => {
  for (let round = 0; round < 8; round += 1) {
    const display = await openVirtualDisplay();
    // Two looks: one that dies of its own start-up does so just after it.
    expect(await answers(display.name)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await answers(display.name)).toBe(true);
    display.close();
    await vi.waitFor(async () => expect(await answers(display.name)).toBe(false), 5_000);
  }
});
