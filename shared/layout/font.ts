/** A typeface cut of Inter, with other scripts from the system's fonts. */
export interface Font {
  /** px at 100 %. */
  readonly size: number;
  readonly weight: 400 | 500 | 600 | 700;
  readonly italic: boolean;
}

/** Tells how wide a line of text is: a canvas in the application, a table in tests. */
export interface TextMeasurer {
  /** px at 100 %, kerning included, letter spacing not. */
  width(text: string, font: Font): number;
}

/** An upright cut. */
export function uprightFont(size: number, weight: Font['weight'] = 400): Font {
  return { size, weight, italic: false };
}

/** An italic cut, for what a person says or thinks. */
export function italicFont(size: number, weight: Font['weight'] = 400): Font {
  return { size, weight, italic: true };
}
