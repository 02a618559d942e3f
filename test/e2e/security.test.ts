import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BRIDGE_METHODS } from '../../shared/ipc/channels.ts';
import { launchMeander } from './harness/app.ts';
import type { MeanderApp } from './harness/startMeander.ts';

let app: MeanderApp;

beforeEach(async () => {
  app = await launchMeander();
  await app.window.getByRole('button', { name: 'New map' }).waitFor();
});

afterEach(async () => {
  await app.close();
});

describe('a page', () => {
  test('has neither Node nor Electron, only the bridge', async () => {
    const found = await app.window.evaluate(() => ({
      globals: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in globalThis),
      bridge: Object.keys(window.meander).sort(),
    }));
    expect(found.globals).toEqual([]);
    expect(found.bridge).toEqual([...BRIDGE_METHODS, 'on'].sort());
  });

  test('is sandboxed and isolated', async () => {
    const preferences = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) =>
        Reflect.apply(Reflect.get(webContents, 'getLastWebPreferences'), webContents, []),
      ),
    );
    expect(preferences).toEqual([
      expect.objectContaining({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false }),
    ]);
  });

  test('opens no other window', async () => {
    const opened = await app.window.evaluate(() => window.open('https://example.com/') ?? window.open('index.html'));
    expect(opened).toBeNull();
    expect(app.electron.windows()).toHaveLength(1);
  });

  test('does not go to a file', async () => {
    app.expectProblem(/Not allowed to load local resource/);
    await app.window.evaluate(() => window.location.assign('file:///etc/hosts'));
    await app.window.waitForTimeout(300);
    expect(app.window.url()).toBe('app://meander/index.html');
  });

  test.each(['https://example.com/', 'app://meander/export.html', 'app://other/index.html'])(
    'does not go to %s',
    async (address) => {
      await app.window.evaluate((to) => window.location.assign(to), address);
      await app.window.waitForTimeout(300);
      expect(app.window.url()).toBe('app://meander/index.html');
      expect(await app.window.evaluate(() => document.title)).toContain('Meander');
    },
  );

  test('fetches nothing from outside', async () => {
    app.expectProblem(/Content Security Policy/);
    const reached = await app.window.evaluate(async () => {
      const tries = ['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/hosts', 'data:text/plain,x'];
      const reach = (address: string) =>
        fetch(address).then(
          () => [address],
          () => [],
        );
      return (await Promise.all(tries.map(reach))).flat();
    });
    expect(reached).toEqual([]);
  });

  test('speaks with no one outside over a socket', async () => {
    app.expectProblem(/Content Security Policy/);
    const spoken = await app.window.evaluate(async () => {
      const reach = (address: string) =>
        new Promise<string>((resolve) => {
          try {
            const socket = new WebSocket(address);
            socket.addEventListener('open', () => resolve('open'));
            socket.addEventListener('error', () => resolve('refused'));
          } catch {
            resolve('refused');
          }
        });
      return [await reach('wss://example.com/'), await reach('ws://127.0.0.1:9/')];
    });
    expect(spoken).toEqual(['refused', 'refused']);
  });

  test('runs no code made of text', async () => {
    app.expectProblem(/Content Security Policy/);
    const ran = await app.window.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.body.append(script);
      // Not in this call, which the debugger makes and exempts.
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function('return "ran"')());
          } catch (error) {
            resolve(error instanceof Error ? error.name : '');
          }
        });
      });
      return { inline: 'inlineRan' in window, evaluated };
    });
    expect(ran).toEqual({ inline: false, evaluated: 'EvalError' });
  });

  test('shows no page of others inside itself', async () => {
    app.expectProblem(/Content Security Policy/);
    await app.window.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(frame);
    });
    await app.window.waitForTimeout(300);
    expect(app.window.frames().map((frame) => frame.url())).not.toContain('https://example.com/');
    expect(
      await app.window.evaluate(
        () =>
          document.createElement('webview') instanceof HTMLUnknownElement ||
          !('src' in document.createElement('webview')),
      ),
    ).toBe(true);
  });

  test('is granted no permission', async () => {
    const granted = await app.window.evaluate(async () => {
      const media = await navigator.mediaDevices?.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'denied',
      );
      return { notification: await Notification.requestPermission(), media };
    });
    expect(granted).toEqual({ notification: 'denied', media: 'denied' });
  });

  test('downloads nothing', async () => {
    await app.electron.evaluate(({ session }) => {
      session.defaultSession.on('will-download', (event) => {
        Reflect.set(globalThis, 'downloadPrevented', event.defaultPrevented);
      });
    });
    await app.window.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.txt';
      link.click();
    });
    await expect.poll(() => app.electron.evaluate(() => Reflect.get(globalThis, 'downloadPrevented'))).toBe(true);
  });
});

describe('what is served', () => {
  test('stays inside the folder of the pages', async () => {
    app.expectProblem(/status of 404/);
    const statuses = await app.window.evaluate(async () => {
      const addresses = [
        'app://meander/index.html',
        'app://meander/%2e%2e/main/main.cjs',
        'app://meander/assets/%2e%2e%2f%2e%2e%2fmain/main.cjs',
        'app://meander/package.json',
        `app://meander/asset/document%3Anobody/${'a'.repeat(64)}`,
      ];
      return Promise.all(addresses.map((address) => fetch(address).then(({ status }) => status)));
    });
    expect(statuses).toEqual([200, 404, 404, 404, 404]);
  });

  test('carries the policy and the right type', async () => {
    const headers = await app.window.evaluate(async () =>
      Object.fromEntries((await fetch('app://meander/index.html')).headers.entries()),
    );
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' });
  });
});

describe('a call to main', () => {
  test.each([
    ['with a document of nobody', 'commit', ['document:foreign', { number: 1, label: '', diff: {} }]],
    ['with a path for a handle', 'save', ['/etc/passwd', false]],
    ['with too many arguments', 'listRecent', ['more']],
    ['with a name that leads elsewhere', 'openSample', ['../../secret']],
    ['with an unknown setting', 'changeSettings', [{ theme: 'dark', path: '/etc' }]],
    ['with a command of the window', 'run', ['file.save']],
  ] as const)('%s is refused', async (_what, method, args) => {
    const answer = await app.window.evaluate(
      ([name, given]) =>
        Reflect.apply(window.meander[name], undefined, [...given]).then(
          () => 'answered',
          (error: unknown) => String(error),
        ),
      [method, args] as const,
    );
    expect(answer).toContain(`Refused: ${method}`);
  });

  test('from a window that is none of ours is refused', async () => {
    const answer = await app.electron.evaluate(async ({ BrowserWindow, app: running }) => {
      const preload = `${running.getAppPath()}/out/preload/preload.cjs`;
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await foreign.loadURL('about:blank');
      const said: unknown = await foreign.webContents.executeJavaScript(
        "window.meander ? window.meander.listRecent().then(() => 'answered', String) : 'no bridge'",
      );
      foreign.destroy();
      return said;
    });
    expect(answer).toContain('Refused: listRecent');
  });

  test('from a frame inside a window is refused, even when it carries the bridge', async () => {
    const answers = await app.electron.evaluate(async ({ BrowserWindow, app: running }) => {
      const preload = `${running.getAppPath()}/out/preload/preload.cjs`;
      const webPreferences = { preload, sandbox: true, nodeIntegrationInSubFrames: true };
      const foreign = new BrowserWindow({ show: false, webPreferences });
      await foreign.loadURL('about:blank');
      const addFrame = `new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.onload = () => resolve(null);
        frame.srcdoc = 'A frame';
        document.body.append(frame);
      })`;
      await foreign.webContents.executeJavaScript(addFrame);
      const call =
        "window.meander ? window.meander.listRecent().then(() => 'answered', String) : Promise.resolve('no bridge')";
      const frames = [foreign.webContents.mainFrame, ...foreign.webContents.mainFrame.frames];
      const said: unknown[] = await Promise.all(frames.map((frame) => frame.executeJavaScript(call)));
      foreign.destroy();
      return said;
    });
    expect(answers).toHaveLength(2);
    for (const answer of answers) expect(answer).toContain('Refused: listRecent');
  });

  test('from a frame inside one of our windows cannot even be made', async () => {
    const found = await app.window.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      return { hasFrame: frame.contentWindow !== null, hasBridge: 'meander' in (frame.contentWindow ?? {}) };
    });
    expect(found).toEqual({ hasFrame: true, hasBridge: false });
  });

  test('of ten thousand at random harms nothing, and main goes on', async () => {
    // Those that a right argument of their own would close or cover the window with are asked with wrong ones above.
    const methods = BRIDGE_METHODS.filter((name) => !['confirmClose', 'popupMenu', 'run'].includes(name));
    const answered = await app.window.evaluate(async (names) => {
      let state = 7;
      const random = (): number => {
        state = (state * 48_271) % 2_147_483_647;
        return state / 2_147_483_647;
      };
      const values: readonly (() => unknown)[] = [
        () => null,
        () => undefined,
        () => random() * 1e9 - 5e8,
        () => Number.NaN,
        () => '',
        () => '../../etc/passwd',
        () => 'x'.repeat(Math.floor(random() * 5000)),
        () => 'document:nobody',
        () => ({ number: 1, label: '', diff: { added: new Map(), updated: new Map(), removed: new Map() } }),
        () => ({ __proto__: { polluted: true }, toString: null }),
        () => [[[[[]]]]],
        () => new Map([[{}, new Set([1])]]),
        () => new Uint8Array(Math.floor(random() * 1000)),
        () => new Date(Number.NaN),
        () => 10n ** 40n,
      ];
      const any = (): unknown => values[Math.floor(random() * values.length)]?.();
      const counts = { refused: 0, answered: 0 };
      for (let round = 0; round < 200; round += 1) {
        const calls = Array.from({ length: 50 }, () => {
          const name = names[Math.floor(random() * names.length)] ?? 'listRecent';
          const args = Array.from({ length: 1 + Math.floor(random() * 3) }, any);
          return Promise.resolve()
            .then(() => Reflect.apply(window.meander[name], undefined, args))
            .then(
              () => {
                counts.answered += 1;
              },
              () => {
                counts.refused += 1;
              },
            );
        });
        await Promise.all(calls);
      }
      return counts;
    }, methods);
    expect(answered.refused + answered.answered).toBe(10_000);
    expect(answered.refused).toBeGreaterThan(8_000);
    const start = await app.window.evaluate(() => window.meander.start());
    expect(start).toMatchObject({ project: null, settings: { author: '' } });
    expect(app.electron.windows()).toHaveLength(1);
    await app.window.getByRole('button', { name: 'New map' }).click();
    await app.window.getByText('Not saved yet').waitFor();
  });

  test('for a dropped file takes no path from the page', async () => {
    const outcome = await app.window.evaluate(() => window.meander.openDropped([{ path: '/etc/hosts' }]));
    expect(outcome).toEqual({ ok: false, reason: { code: 'cancelled' } });
  });
});
