import type { Bridge, ExportBridge, WindowEvents } from './bridge.ts';

/** What a window calls and main answers. */
export type BridgeMethod = Exclude<keyof Bridge, 'on'>;

/** What the export window calls and main answers; `progress` too, though nobody waits for it. */
export type ExportMethod = keyof ExportBridge;

// Records, so that a method without a channel does not compile.
const bridgeMethods: Readonly<Record<BridgeMethod, true>> = {
  start: true,
  changeSettings: true,
  listRecent: true,
  forgetRecent: true,
  locateRecent: true,
  listUnsaved: true,
  openWithDialog: true,
  openRecent: true,
  openSample: true,
  openTemplate: true,
  openDropped: true,
  openEarlier: true,
  openSalvaged: true,
  cancelOpening: true,
  resumeUnsaved: true,
  salvageUnsaved: true,
  discardUnsaved: true,
  commit: true,
  lookAtFile: true,
  findMovedFile: true,
  followMovedFile: true,
  compareWithFile: true,
  compareWithCopy: true,
  keepState: true,
  joinCompared: true,
  adoptFile: true,
  save: true,
  saveAs: true,
  saveVersion: true,
  listVersions: true,
  readVersion: true,
  nameVersion: true,
  putAsset: true,
  holdPictures: true,
  bringPictures: true,
  readPeople: true,
  exportFile: true,
  cancelExport: true,
  showExported: true,
  closeProject: true,
  run: true,
  tellMenu: true,
  popupMenu: true,
  minimizeWindow: true,
  toggleMaximized: true,
  confirmClose: true,
};

const exportMethods: Readonly<Record<ExportMethod, true>> = {
  job: true,
  pageReady: true,
  writeBytes: true,
  progress: true,
  finished: true,
  failed: true,
};

const windowEvents: Readonly<Record<keyof WindowEvents, true>> = {
  command: true,
  opened: true,
  opening: true,
  exportProgress: true,
  settings: true,
  windowState: true,
  storage: true,
  closeRequested: true,
};

/** The methods of `Bridge` that main answers. */
export const BRIDGE_METHODS = keysOf(bridgeMethods);

/** The methods of `ExportBridge`. */
export const EXPORT_METHODS = keysOf(exportMethods);

/** The names of `WindowEvents`. */
export const WINDOW_EVENTS = keysOf(windowEvents);

/** The channel of a window's calls. */
export function bridgeChannel(method: BridgeMethod): string {
  return `bridge:${method}`;
}

/** The channel of the export window's calls. */
export function exportChannel(method: ExportMethod): string {
  return `export:${method}`;
}

/** The channel of an event. */
export function eventChannel(name: keyof WindowEvents): string {
  return `event:${name}`;
}

function keysOf<Name extends string>(record: Readonly<Record<Name, true>>): readonly Name[] {
  // The type says which keys there are; Object.keys has forgotten it.
  return Object.keys(record) as Name[];
}
