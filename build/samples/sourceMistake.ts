/** Where something stands in a source: the keys and list positions that lead to it. */
export type SourcePath = readonly (string | number)[];

/** A mistake of the person who wrote a source. Thrown while records are made; compileSource turns it into a sentence. */
export class SourceMistake extends Error {
  readonly path: SourcePath;

  constructor(path: SourcePath, message: string) {
    super(message);
    this.path = path;
  }
}
