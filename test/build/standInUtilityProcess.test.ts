import { type EventEmitter, once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/** The part of Electron's UtilityProcess that the product uses. */
interface Utility extends EventEmitter {
  readonly pid: number | undefined;
  readonly stdout: Readable | null;
  postMessage(message: unknown): void;
  kill(): boolean;
}

const { forkWithNode }: { forkWithNode: (path: string, args?: string[], options?: object) => Utility } = createRequire(
  import.meta.url,
)('../../build/runtime/standIn/forkWithNode.cjs');

const child = join(import.meta.dirname, 'utilityChild.cjs');
let utility: Utility;

beforeEach(() => {
  process.env.MEANDER_STAND_IN_NODE = process.execPath;
  utility = forkWithNode(child, ['one', 'two'], { stdio: 'pipe', env: { ...process.env, MARK: 'set' } });
});

afterEach(() => {
  utility.kill();
});

describe('the utility process of the stand-in', () => {
  test('carries maps and bytes both ways, also those posted before it has started', async () => {
    const sent = new Map<string, unknown>([['bytes', new Uint8Array([1, 2, 250])]]);
    utility.postMessage(sent);
    const [answer] = await once(utility, 'message');
    expect(answer).toEqual({ echoed: sent, args: ['one', 'two'], mark: 'set' });
  });

  test('says when it has started, under its process id', async () => {
    await once(utility, 'spawn');
    expect(utility.pid).toBeGreaterThan(0);
  });

  test('says with which code it has ended, and has no process id then', async () => {
    utility.postMessage('exit');
    expect(await once(utility, 'exit')).toEqual([7]);
    expect(utility.pid).toBeUndefined();
  });

  test('ends when killed, once', async () => {
    await once(utility, 'spawn');
    expect(utility.kill()).toBe(true);
    await once(utility, 'exit');
    expect(utility.kill()).toBe(false);
  });

  test('gives what it prints', async () => {
    utility.postMessage('print');
    if (!utility.stdout) throw new Error('no stdout');
    const [chunk] = await once(utility.stdout, 'data');
    expect(String(chunk)).toBe('printed\n');
  });

  test('drops messages after its end without an error', async () => {
    utility.postMessage('exit');
    await once(utility, 'exit');
    expect(() => utility.postMessage('late')).not.toThrow();
  });
});
