import { act, render } from '@testing-library/react';
import { vi } from 'vitest';
import { App } from '../../../renderer/App.tsx';
import { afterFrame } from '../../../renderer/afterFrame.ts';
import { type Application, createApplication } from '../../../renderer/application.ts';
import { followMain } from '../../../renderer/commands/followMain.ts';
import { showProject } from '../../../renderer/commands/openProject.ts';
import type { WindowStart } from '../../../shared/ipc/bridge.ts';
import { type FakeBridge, fakeBridge, windowStart } from './fakeBridge.ts';
import { installFakeCanvas } from './fakeCanvas.ts';

export interface RenderedApp extends FakeBridge {
  readonly app: Application;
  readonly container: HTMLElement;
}

/**
 * What jsdom lacks of a window. Observers never observe: tests give views their size themselves. A busy window never has
 * nothing to do.
 */
export function installWindow(isBusy = false): void {
  installFakeCanvas();
  class Observer {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal('ResizeObserver', Observer);
  vi.stubGlobal('matchMedia', () => ({ addEventListener: () => undefined, matches: false }));
  vi.stubGlobal('requestIdleCallback', (call: IdleRequestCallback) => {
    if (!isBusy) call({ didTimeout: false, timeRemaining: () => 50 });
    return 1;
  });
  vi.stubGlobal('cancelIdleCallback', () => undefined);
  Object.defineProperty(document, 'fonts', { value: { load: () => Promise.resolve([]) }, configurable: true });
  Element.prototype.setPointerCapture = () => undefined;
}

/** A whole window with a fake main process behind it; shows the project of `start`, else the start screen. */
export async function renderApp(
  start: Partial<WindowStart> = {},
  main: FakeBridge = fakeBridge(),
  isBusy = false,
): Promise<RenderedApp> {
  installWindow(isBusy);
  const told = windowStart(start);
  const app = createApplication(main.bridge, told);
  followMain(app);
  if (told.project !== null) showProject(app, told.project);
  const { container } = render(<App app={app} />);
  await drawFrame();
  return { app, container, ...main };
}

/** Waits for what comes a moment later: fonts and pictures, and with the frame after an edit lists and fields. */
export async function drawFrame(): Promise<void> {
  await act(() => new Promise<void>((resolve) => afterFrame(resolve)));
}
