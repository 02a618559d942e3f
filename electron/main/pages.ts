import { join } from 'node:path';
import { app, type Session } from 'electron';
import { isOwnAddress, lockDown } from './security.ts';
import { type ReadAsset, serveApp } from './serving/appProtocol.ts';
import { APP_ORIGIN } from './serving/servedFiles.ts';

/** A page and the script that runs before it. */
export interface PageParts {
  readonly preload: string;
  readonly address: string;
}

/** What a project's window loads. */
export const PROJECT_PAGE: PageParts = {
  preload: join(import.meta.dirname, '../preload/preload.cjs'),
  address: `${APP_ORIGIN}/index.html`,
};

/** What the hidden window of an export loads. */
export const EXPORT_PAGE: PageParts = {
  preload: join(import.meta.dirname, '../preload/exportPreload.cjs'),
  address: `${APP_ORIGIN}/export.html`,
};

/** Serves the pages of a session, with the pictures of open documents, and lets them load nothing else. */
export function servePages(session: Session, readAsset: ReadAsset): void {
  // `npm run dev` names its server here; a packed application takes no pages from anywhere.
  const developmentServer = (app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL) ?? null;
  const isFromServer = (address: string): boolean =>
    developmentServer !== null && new URL(address).host === new URL(developmentServer).host;
  lockDown(session, (address) => isOwnAddress(address) || isFromServer(address));
  serveApp(session, {
    pages: join(import.meta.dirname, '../renderer'),
    readAsset,
    developmentServer,
  });
}
