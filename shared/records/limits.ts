/** What a project may hold. One table, so that every door (file, paste, import, merge) refuses at the same figure. */
export const LIMITS = {
  /** Characters of a name or other one-line text. */
  name: 300,
  /** Characters of a card's or any longer text. */
  text: 20_000,
  /** Entries of a list inside one record. */
  list: 200,
  /** Records in one project. */
  records: 200_000,
  /** Characters taken from the clipboard at once, and the cards that may come of them. */
  pastedCharacters: 4_000_000,
  pastedCells: 5_000,
  /** Bytes of one record's JSON. */
  recordBytes: 1_000_000,
  /** Bytes of one picture. */
  pictureBytes: 25 * 1024 * 1024,
  /** Pixels of one picture. */
  picturePixels: 40_000_000,
  /** Pixels of a picture's longer side. */
  pictureSide: 16_384,
  /** Bytes of a whole project file. */
  documentBytes: 2 * 1024 * 1024 * 1024,
} as const;

/** Widths of a step in px at 100 %. */
export const STEP_WIDTH = { least: 120, usual: 180, most: 420 } as const;

/** Heights of an emotion lane in px at 100 %. */
export const EMOTION_HEIGHT = { least: 160, usual: 228, most: 480 } as const;

/** The greatest height a person may give a lane of cards, in px at 100 %. */
export const GREATEST_LANE_HEIGHT = 2000;

/** Steps a card may span. */
export const LONGEST_SPAN = 12;
