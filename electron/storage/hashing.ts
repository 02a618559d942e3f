import { createHash, hash } from 'node:crypto';

/**
 * One part of a hashed message: its length in UTF-8 bytes in decimal, a colon, the text, a comma. So no two lists of
 * parts make the same message. Fixed for ever in docs/file-format.md.
 */
export function frame(part: string): string {
  return `${Buffer.byteLength(part)}:${part},`;
}

/** SHA-256 of bytes in lower-case hex. */
export function hashBytes(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}

/** The columns of a `record` row that its hash is taken over. */
export interface HashedColumns {
  readonly id: string;
  readonly type: string;
  /** Null is hashed as empty text. */
  readonly mapId: string | null;
  readonly json: string;
  readonly stamps: string;
}

/** The `hash` column of a `record` row. */
export function hashRow({ id, type, mapId, json, stamps }: HashedColumns): string {
  // Written out: a list of parts for each of twenty thousand rows takes as long as hashing them.
  return hash(
    'sha256',
    `14:meander record,${frame(id)}${frame(type)}${frame(mapId ?? '')}${frame(json)}${frame(stamps)}`,
  );
}

/** Characters. */
const GATHERED = 32 * 1024;

/** Takes the digest of a whole document row by row; docs/file-format.md names the rows and their order. */
export class DocumentDigest {
  readonly #hash = createHash('sha256');
  /** Rows are gathered: handing over each by itself takes longer than hashing it. */
  #waiting = '';

  constructor(schema: number) {
    this.add('meander document', String(schema));
  }

  /** Adds one row: the name of its table, then its columns as text. */
  add(...parts: readonly string[]): void {
    this.addFramed(parts.map(frame).join(''));
  }

  /** Adds rows that are framed already. */
  addFramed(framed: string): void {
    this.#waiting += framed;
    if (this.#waiting.length > GATHERED) this.#flush();
  }

  #flush(): void {
    this.#hash.update(this.#waiting);
    this.#waiting = '';
  }

  /** The digest in lower-case hex. Nothing can be added after it. */
  finish(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }
}
