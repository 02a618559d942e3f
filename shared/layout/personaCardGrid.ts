/** Measures that all parts of the card of a person share. px */
export const CARD_GRID = {
  margin: 40,
  columnGap: 32,
  /** From a heading's left edge to its words. */
  headingIndent: 29,
} as const;
