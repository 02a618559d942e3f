import type { Json } from '../util/canonicalJson.ts';

/** A record as an older schema wrote it. */
export type RawRecord = { readonly [field: string]: Json };
