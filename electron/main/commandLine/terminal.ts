import { showControls } from '../../../shared/util/showControls.ts';

/** Prints to the terminal, and waits until it is printed: leaving at once would cut off what a pipe has not taken. */
export async function printLines(stream: NodeJS.WriteStream, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  await new Promise<void>((resolve) => {
    // A reader that has gone away is no reason to fail.
    stream.on('error', () => resolve());
    stream.write(`${lines.join('\n')}\n`, () => resolve());
  });
}

/** A sentence on one line that no terminal obeys: a name may hold line breaks and other controls. */
export function oneLine(sentence: string): string {
  return showControls(sentence.replace(/[\t\n\r\p{Zl}\p{Zp}]+/gu, ' ')).trim();
}

/** A percentage that is written over again and again; nothing where the stream is no terminal. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  #shown = '';

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  show(done: number): void {
    const text = `${Math.round(done * 100)} %`;
    if (!this.#stream.isTTY || text === this.#shown) return;
    this.#shown = text;
    this.#stream.write(`\r${text.padStart(6)}`);
  }

  /** Takes the percentage away. */
  clear(): void {
    if (this.#shown !== '') this.#stream.write(`\r${' '.repeat(6)}\r`);
    this.#shown = '';
  }
}
