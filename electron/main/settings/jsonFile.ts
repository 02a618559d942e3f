import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { replaceFile } from '../files/replaceFile.ts';

/**
 * A small file of the application's own: read once with its form checked, replaced as a whole on every change. A file
 * that is missing or does not read gives `initial`, since nothing a person made stands in it.
 */
export class JsonFile<Value> {
  readonly #path: string;
  readonly #onFault: (error: unknown) => void;
  #value: Value;
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, value: Value, onFault: (error: unknown) => void) {
    this.#path = path;
    this.#value = value;
    this.#onFault = onFault;
  }

  /** Reads the file. `onFault` hears of a file that does not read or cannot be written; neither stops anybody. */
  static async open<Value>(
    path: string,
    schema: z.ZodType<Value>,
    initial: Value,
    onFault: (error: unknown) => void,
  ): Promise<JsonFile<Value>> {
    try {
      return new JsonFile(path, schema.parse(JSON.parse(await readFile(path, 'utf8'))), onFault);
    } catch (error) {
      if (!isMissing(error)) onFault(error);
      return new JsonFile(path, initial, onFault);
    }
  }

  get value(): Value {
    return this.#value;
  }

  /** Changes the value at once; it reaches the disk a moment later, in order. */
  set(value: Value): void {
    this.#value = value;
    this.#writing = this.#writing.then(() => this.#write(value));
  }

  /** Comes back when everything set so far is on the disk. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(value: Value): Promise<void> {
    try {
      await mkdir(dirname(this.#path), { recursive: true });
      await replaceFile(this.#path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
    } catch (error) {
      this.#onFault(error);
    }
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
