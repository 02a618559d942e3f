import type { Database } from 'better-sqlite3';
import { frame } from './hashing.ts';

/** What a digest takes of records. */
export interface GatheredRecords {
  readonly count: number;
  /** Their framed ids and hashes in the order of ids, in pieces: two megabytes are not put together for nothing. */
  readonly framed: readonly string[];
}

/** The name of the table, framed. */
const FRAMED_NAME = frame('record');

/**
 * What stands for a row in a digest, framed as `hashing.ts` does it. In SQL, because to hand over twenty thousand rows
 * takes longer than to hash them.
 */
const FRAMED_ROW = [
  `'${FRAMED_NAME}'`,
  ...['id', 'hash'].map((column) => `octet_length(${column}) || ':' || ${column} || ','`),
].join(' || ');

/** Goes once over all records. */
export function gatherRecords(database: Database): GatheredRecords {
  return gatherBlock(database, '', null);
}

/** The records whose ids come after one and up to another; null for all to the end. */
function gatherBlock(database: Database, after: string, upTo: string | null): GatheredRecords {
  const end = upTo === null ? '' : 'AND id <= ?';
  const found = database
    .prepare<string[], readonly [number, string | null]>(
      `SELECT count(*), group_concat(${FRAMED_ROW}, '')
       FROM (SELECT id, hash FROM record WHERE id > ? ${end} ORDER BY id)`,
    )
    .raw()
    .get(after, ...(upTo === null ? [] : [upTo]));
  const [count, framed] = found ?? [0, null];
  return { count, framed: framed === null ? [] : [framed] };
}

/** How many records a block has when it is made. */
const BLOCK = 1000;

/** What was gathered of records that follow each other. */
export interface RecordBlock {
  /** The block holds the ids after this one, up to the next block's. */
  readonly after: string;
  readonly gathered: GatheredRecords;
}

/** Gathers records that are read in the order of their ids anyway. */
export class RecordGatherer {
  readonly #blocks: RecordBlock[] = [];
  #after = '';
  #last = '';
  #count = 0;
  #framed: string[] = [];

  add(id: string, hash: string): void {
    this.#framed.push(`${FRAMED_NAME}${frame(id)}${frame(hash)}`);
    this.#last = id;
    this.#count += 1;
    if (this.#count === BLOCK) this.#closeBlock();
  }

  /** All blocks; the last one may be empty. */
  finish(): readonly RecordBlock[] {
    this.#closeBlock();
    return this.#blocks;
  }

  #closeBlock(): void {
    this.#blocks.push({ after: this.#after, gathered: { count: this.#count, framed: [this.#framed.join('')] } });
    this.#after = this.#last;
    this.#count = 0;
    this.#framed = [];
  }
}

/** What blocks come to together. */
export function joinBlocks(blocks: readonly RecordBlock[]): GatheredRecords {
  return {
    count: blocks.reduce((sum, { gathered }) => sum + gathered.count, 0),
    framed: blocks.flatMap(({ gathered }) => gathered.framed),
  };
}

interface Block {
  readonly after: string;
  /** Null when a record of it has changed. */
  gathered: GatheredRecords | null;
}

/** What a digest takes of the records of a working copy, remembered in blocks: an edit costs the next seal one block. */
export class RememberedRecords {
  readonly #database: Database;
  #blocks: Block[] | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /** A record was written or removed. */
  touch(id: string): void {
    const block = this.#blocks?.filter(({ after }) => after < id).at(-1);
    if (block !== undefined) block.gathered = null;
  }

  /** Anything may have changed. */
  forget(): void {
    this.#blocks = null;
  }

  /** All that stands there was gathered by somebody else. */
  remember(blocks: readonly RecordBlock[]): void {
    this.#blocks = blocks.map((block) => ({ ...block }));
  }

  gather(): GatheredRecords {
    this.#blocks ??= this.#makeBlocks();
    return joinBlocks(
      this.#blocks.map((block, at, blocks) => {
        block.gathered ??= gatherBlock(this.#database, block.after, blocks[at + 1]?.after ?? null);
        return { after: block.after, gathered: block.gathered };
      }),
    );
  }

  #makeBlocks(): Block[] {
    const next = this.#database
      .prepare<[string, number], string>('SELECT id FROM record WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?')
      .pluck();
    const blocks: Block[] = [];
    for (let after: string | undefined = ''; after !== undefined; after = next.get(after, BLOCK - 1)) {
      blocks.push({ after, gathered: null });
    }
    return blocks;
  }
}
