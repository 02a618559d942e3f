/** Sheets of paper lying on their side, in mm (ISO 216). */
export const PAPER_SIZES = {
  A4: { width: 297, height: 210 },
  A3: { width: 420, height: 297 },
  A2: { width: 594, height: 420 },
  A1: { width: 841, height: 594 },
  A0: { width: 1189, height: 841 },
} as const;

/** The paper a poster is made for; `fit` is as wide as A1 and as high as the map needs, 5 m at most. */
export type PosterPaper = keyof typeof PAPER_SIZES | 'fit';
