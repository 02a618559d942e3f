import { readFile } from 'node:fs/promises';
import { net, protocol, type Session } from 'electron';
import type { DocumentHandle, StoredAsset } from '../../../shared/ipc/projectStore.ts';
import { PICTURE_TYPES } from '../../../shared/records/asset.ts';
import { developmentHeaders, SAFETY_HEADERS } from './contentPolicy.ts';
import { findServed } from './servedFiles.ts';

/** Where the pictures of documents come from. */
export type ReadAsset = (handle: DocumentHandle, hash: string) => Promise<StoredAsset | null>;

/** What `app://meander/` serves. */
export interface ServedSources {
  /** The folder of the built pages. */
  readonly pages: string;
  readonly readAsset: ReadAsset;
  /** While developing: the server that gives the pages instead. */
  readonly developmentServer: string | null;
}

/** Makes `app:` a scheme like https to the pages; before the application is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/** Answers every request for `app://meander/…` of a session. */
export function serveApp(session: Session, sources: ServedSources): void {
  session.protocol.handle('app', async (request) => {
    if (request.method !== 'GET') return notFound();
    const served = findServed(request.url, sources.pages);
    if (served?.kind === 'asset') return answerAsset(await sources.readAsset(`document:${served.name}`, served.hash));
    if (sources.developmentServer !== null) return answerFromServer(request.url, sources.developmentServer);
    return served === null ? notFound() : answerFile(served.path, served.type);
  });
}

async function answerFile(path: string, type: string): Promise<Response> {
  try {
    return new Response(await readFile(path), { headers: { ...SAFETY_HEADERS, 'content-type': type } });
  } catch {
    return notFound();
  }
}

function answerAsset(asset: StoredAsset | null): Response {
  // The type comes out of a file somebody sent: only a picture's is passed on.
  const type = PICTURE_TYPES.find((known) => known === asset?.mime);
  if (asset === null || type === undefined) return notFound();
  const headers = { ...SAFETY_HEADERS, 'content-type': type, 'cache-control': 'private, immutable, max-age=31536000' };
  return new Response(new Uint8Array(asset.bytes), { headers });
}

async function answerFromServer(address: string, server: string): Promise<Response> {
  const { pathname, search } = new URL(address);
  const answer = await net.fetch(new URL(pathname + search, server).href);
  const headers = { 'content-type': answer.headers.get('content-type') ?? '', ...developmentHeaders(server) };
  return new Response(answer.body, { status: answer.status, headers });
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: SAFETY_HEADERS });
}
