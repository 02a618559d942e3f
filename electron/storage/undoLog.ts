import { closeSync, fstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';

/** Bytes that are kept; when there are more, the oldest half goes. A larger edit is not kept at all. */
const MOST = 16 * 1024 * 1024;

const END = '\n';

/** A line of the file: the number of an edit, and what it was to undo and redo. */
interface UndoLine {
  readonly edit: number;
  readonly text: string;
}

/**
 * The edits of a working copy in the order they came, for undo and redo after a crash: a file that grows by a line with
 * every edit, written before the edit itself and without waiting for the disk. A crash of the process loses nothing, and
 * after a power cut undo may reach less far. Whatever goes wrong here must not keep an edit from being kept. It is no
 * table of the session, because a database that waits for the disk at every other commit would have to be told not to.
 */
export class UndoLog {
  readonly #path: string;
  #file: number | null = null;
  #size = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Notes the edit of a number; of two lines of one number the later counts. */
  add(edit: number, text: string): void {
    try {
      const line = Buffer.from(`${edit} ${text}${END}`);
      if (line.byteLength > MOST) return;
      this.#file ??= this.#open();
      this.#write(this.#file, line);
      if (this.#size > MOST) this.#thin();
    } catch (error) {
      console.error('Undo after a crash will not reach back', error);
    }
  }

  /** The lines that lead without a gap to the edit of this number. */
  linesTo(lastEdit: number): readonly string[] {
    const texts = new Map(this.#read().map(({ edit, text }) => [edit, text]));
    const lines: string[] = [];
    for (let edit = lastEdit; ; edit -= 1) {
      const text = texts.get(edit);
      if (text === undefined) return lines.reverse();
      lines.push(text);
    }
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  #open(): number {
    const file = openSync(this.#path, 'a', 0o600);
    this.#size = fstatSync(file).size;
    // A line that was cut off must not swallow the next one.
    if (this.#size > 0) this.#write(file, Buffer.from(END));
    return file;
  }

  #write(file: number, bytes: Buffer): void {
    for (let written = 0; written < bytes.byteLength; ) written += writeSync(file, bytes, written);
    this.#size += bytes.byteLength;
  }

  /** Nothing of a file that is not there, or of a line that was not written to its end. */
  #read(): readonly UndoLine[] {
    try {
      return readFileSync(this.#path, 'utf8').split(END).slice(0, -1).flatMap(parseLine);
    } catch {
      return [];
    }
  }

  #thin(): void {
    this.close();
    const kept: string[] = [];
    let size = 0;
    for (const { edit, text } of [...this.#read()].reverse()) {
      size += Buffer.byteLength(text);
      if (size > MOST / 2) break;
      kept.push(`${edit} ${text}${END}`);
    }
    const fresh = `${this.#path}.new`;
    rmSync(fresh, { force: true });
    writeFileSync(fresh, kept.reverse().join(''), { mode: 0o600 });
    renameSync(fresh, this.#path);
  }
}

function parseLine(line: string): readonly UndoLine[] {
  const space = line.indexOf(' ');
  const edit = Number(line.slice(0, space));
  return space > 0 && Number.isSafeInteger(edit) ? [{ edit, text: line.slice(space + 1) }] : [];
}
