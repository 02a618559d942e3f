import { contextBridge, ipcRenderer } from 'electron';
import { EXPORT_METHODS, exportChannel } from '../../shared/ipc/channels.ts';

/** `ExportBridge` for the hidden export window; main checks every argument. */
const bridge = Object.fromEntries(
  EXPORT_METHODS.map((method) => [
    method,
    (...args: readonly unknown[]) => ipcRenderer.invoke(exportChannel(method), ...args),
  ]),
);

contextBridge.exposeInMainWorld('meanderExport', bridge);
