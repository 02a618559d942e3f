import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, WindowEvents } from '../../shared/ipc/bridge.ts';
import { BRIDGE_METHODS, bridgeChannel, eventChannel, WINDOW_EVENTS } from '../../shared/ipc/channels.ts';

/** The calls of `Bridge`; main checks every argument, so this side only carries them. */
const calls = Object.fromEntries(
  BRIDGE_METHODS.map((method) => [
    method,
    (...args: readonly unknown[]) => ipcRenderer.invoke(bridgeChannel(method), ...args),
  ]),
);

const bridge = {
  ...calls,
  openDropped: (files: readonly unknown[]) => ipcRenderer.invoke(bridgeChannel('openDropped'), files.map(pathOf)),
  on: subscribe,
};

/** A dropped file's path, which main gets and the window does not; empty for anything that is not a file on a disk. */
function pathOf(file: unknown): string {
  if (!(file instanceof File)) return '';
  // Electron before 32 has no webUtils and lets the file say it.
  if (typeof webUtils?.getPathForFile === 'function') return webUtils.getPathForFile(file);
  return 'path' in file && typeof file.path === 'string' ? file.path : '';
}

/** Hands on what main tells; the sender object stays here, since it could send on any channel. */
function subscribe<Name extends keyof WindowEvents>(
  name: Name,
  listener: (event: WindowEvents[Name]) => void,
): ReturnType<Bridge['on']> {
  if (!WINDOW_EVENTS.includes(name)) throw new Error(`No such event: ${name}`);
  const receive = (_event: unknown, payload: WindowEvents[Name]): void => listener(payload);
  ipcRenderer.on(eventChannel(name), receive);
  return () => ipcRenderer.off(eventChannel(name), receive);
}

contextBridge.exposeInMainWorld('meander', bridge);
