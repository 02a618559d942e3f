import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Inspectors } from '../../../electron/main/storing/inspectors.ts';
import type { InspectionRequest } from '../../../shared/ipc/storageMessages.ts';
import { success } from '../../../shared/util/result.ts';

/** A process that says and does what a test makes it. */
class FakeInspector extends EventEmitter {
  readonly postMessage = vi.fn();
  readonly kill = vi.fn();
  readonly pid = started.length + 1;

  /** It has come as far as being able to judge. */
  sayReady(): void {
    this.emit('message', { isReady: true });
  }
}

const started = vi.hoisted((): FakeInspector[] => []);
const metrics = vi.hoisted((): { pid: number; memory: { workingSetSize: number } }[] => []);
vi.mock('electron', () => ({
  app: { getAppMetrics: () => metrics },
  utilityProcess: {
    fork: () => {
      const inspector = new FakeInspector();
      started.push(inspector);
      return inspector;
    },
  },
}));

const REQUEST: InspectionRequest = { path: 'journey.meander', recover: false, salvageTo: null, judged: null };
const WHOLE = success({ seal: { uuid: 'u', head: 'r1', digest: 'd' }, salvage: null });

/** Longer than it takes until the next process is made ready. */
const A_WHILE = 5000;

let inspectors: Inspectors;
beforeEach(() => {
  vi.useFakeTimers();
  started.length = 0;
  metrics.length = 0;
  inspectors = new Inspectors();
});
afterEach(() => {
  inspectors.stop();
  vi.useRealTimers();
});

/** The n-th process that was started. */
function inspector(at: number): FakeInspector {
  const found = started[at];
  if (found === undefined) throw new Error(`Only ${started.length} were started`);
  return found;
}

function inspect() {
  return inspectors.inspect(REQUEST, () => undefined);
}

test('a file is judged by the process that stands ready, and the next one by another', async () => {
  inspectors.warm();
  const verdict = inspect();
  expect(inspector(0).postMessage).toHaveBeenCalledOnce();
  inspector(0).emit('message', { verdict: WHOLE });
  expect(await verdict).toEqual(WHOLE);
  expect(inspector(0).kill).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(A_WHILE);
  expect(started).toHaveLength(2);
  void inspect();
  expect(inspector(1).postMessage).toHaveBeenCalledOnce();
});

test('a process that ends late takes no other one with it', async () => {
  inspectors.warm();
  const verdict = inspect();
  inspectors.warm();
  inspector(0).emit('message', { verdict: WHOLE });
  await verdict;
  inspector(0).emit('exit');
  void inspect();
  expect(started).toHaveLength(2);
  expect(inspector(1).postMessage).toHaveBeenCalledOnce();
});

test('a process that ends while it stands ready is replaced', () => {
  inspectors.warm();
  inspector(0).emit('exit');
  inspectors.warm();
  expect(started).toHaveLength(2);
});

test('one that ends without a verdict has met a file it was no match for', async () => {
  inspectors.warm();
  inspector(0).sayReady();
  const verdict = inspect();
  inspector(0).emit('exit');
  expect(await verdict).toMatchObject({ ok: false, reason: { code: 'damaged' } });
});

test('one that does not start has looked at no file, whether it ends or hangs', async () => {
  const ended = inspect();
  inspector(0).emit('exit');
  expect(await ended).toMatchObject({ ok: false, reason: { code: 'notChecked' } });
  const hanging = inspect();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await hanging).toMatchObject({ ok: false, reason: { code: 'notChecked' } });
});

test('a verdict is given once, and one process is made ready for it', async () => {
  const verdict = inspect();
  inspector(0).sayReady();
  inspector(0).emit('message', { verdict: WHOLE });
  inspector(0).emit('exit');
  expect(await verdict).toEqual(WHOLE);
  expect(inspector(0).kill).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(1);
});

test('a judging that nobody waits for any more is ended, as is one that takes too long', async () => {
  let end = (): void => {};
  const given = inspectors.inspect(REQUEST, (listener) => {
    end = listener;
  });
  end();
  expect(await given).toEqual({ ok: false, reason: { code: 'cancelled' } });
  const endless = inspect();
  inspector(1).sayReady();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await endless).toEqual({ ok: false, reason: { code: 'tookTooLong' } });
  for (const { kill } of started.slice(0, 2)) expect(kill).toHaveBeenCalledOnce();
});

test('one that takes more than a gibibyte of memory is ended, and its file is not opened', async () => {
  const verdict = inspect();
  inspector(0).sayReady();
  metrics.push({ pid: 1, memory: { workingSetSize: 1024 * 1024 } });
  await vi.advanceTimersByTimeAsync(1000);
  expect(inspector(0).kill).not.toHaveBeenCalled();
  metrics[0] = { pid: 1, memory: { workingSetSize: 1024 * 1024 + 1 } };
  await vi.advanceTimersByTimeAsync(1000);
  expect(inspector(0).kill).toHaveBeenCalledOnce();
  expect(await verdict).toMatchObject({ ok: false, reason: { code: 'hostile' } });
});
