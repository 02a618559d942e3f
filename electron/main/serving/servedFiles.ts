import { extname, join, sep } from 'node:path';

/** The scheme and host under which the application serves itself. */
export const APP_ORIGIN = 'app://meander';

/** What a window asked for under `app://meander/`. */
export type ServedThing =
  | { readonly kind: 'file'; readonly path: string; readonly type: string }
  /** `name` is what stands after `document:` in the handle. */
  | { readonly kind: 'asset'; readonly name: string; readonly hash: string };

/** Only what the bundles hold; anything else is not served at all. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Whether an address is one of ours. Node calls the origin of every app: address "null", so its parts are compared. */
export function isAppUrl(address: string): boolean {
  const url = parseUrl(address);
  return url !== null && url.protocol === 'app:' && url.host === 'meander' && url.username === '' && url.port === '';
}

/**
 * What an address names: a file inside `root`, or a picture of an open document; null for anything else. A name may
 * have letters, digits, dot, dash, underscore and @ only, and no part may begin with a dot, so nothing leads out of
 * the folder.
 */
export function findServed(address: string, root: string): ServedThing | null {
  if (!isAppUrl(address)) return null;
  const parts = decodedParts(parseUrl(address)?.pathname ?? '');
  if (parts === null) return null;
  if (parts[0] === 'asset') return findAsset(parts);
  if (!parts.every((part) => /^[\w@-][\w.@-]*$/.test(part))) return null;
  const path = join(root, ...parts);
  const type = TYPES[extname(path)];
  return type !== undefined && path.startsWith(root + sep) ? { kind: 'file', path, type } : null;
}

function findAsset(parts: readonly string[]): ServedThing | null {
  const [, handle = '', hash = '', ...rest] = parts;
  const name = /^document:([\w-]{1,64})$/.exec(handle)?.[1];
  if (rest.length > 0 || name === undefined || !/^[0-9a-f]{64}$/.test(hash)) return null;
  return { kind: 'asset', name, hash };
}

function decodedParts(pathname: string): readonly string[] | null {
  try {
    return pathname.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return null;
  }
}

function parseUrl(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
