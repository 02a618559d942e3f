import { app, type Session, type WebContents } from 'electron';
import { isAppUrl } from './serving/servedFiles.ts';

/** How every page of the application runs; its preload script comes on top. */
export const PAGE_PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Its dictionaries would be fetched from the internet.
  spellcheck: false,
} as const;

/**
 * Turns on the sandbox for every process. With `--no-sandbox`, which root needs, Electron 25 would crash in a loop:
 * then `PAGE_PREFERENCES` alone asks for it.
 */
export function enableSandbox(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

/** Denies every page whatever it does not need; `mayRequest` says which addresses it may load. */
export function lockDown(session: Session, mayRequest: (address: string) => boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url) }));
}

/** Denies what a page could do to its window, for every page there will be. */
export function lockDownPages(): void {
  app.on('web-contents-created', (_event, contents) => lockDownPage(contents));
}

function lockDownPage(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Addresses that never leave the computer: the application's own, and pictures a page made itself. */
export function isOwnAddress(address: string): boolean {
  return isAppUrl(address) || address.startsWith('blob:app://meander/') || address.startsWith('devtools://');
}
