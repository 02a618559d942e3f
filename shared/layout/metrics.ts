/** The fixed measures of a map in px at 100 %; see UI.md section 3 (sheet) and section 9 (poster). */
export interface MapMetrics {
  readonly name: 'sheet' | 'poster';
  /** Paper between the sheet's edge and everything on it. */
  readonly margin: number;
  /** The least width of the column of lane labels. */
  readonly labelWidth: number;
  /** The sheet is at least this wide, so that title and persona fit beside each other. */
  readonly leastWidth: number;
  readonly headerHeight: number;
  readonly stageHead: { readonly height: number; readonly nameSize: number; readonly goalSize: number };
  readonly stepHead: { readonly height: number; readonly lineHeight: number };
  /** Above and below the cards of a lane. */
  readonly lanePadding: number;
  readonly emotion: {
    readonly height: number;
    /** From the lane's top to +2, and from -2 to its bottom. */
    readonly top: number;
    readonly bottom: number;
    readonly faceRadius: number;
  };
}

/** The sheet in the window. */
export const SHEET_METRICS: MapMetrics = {
  name: 'sheet',
  margin: 26,
  labelWidth: 146,
  leastWidth: 1000,
  headerHeight: 78,
  stageHead: { height: 72, nameSize: 23, goalSize: 14 },
  stepHead: { height: 40, lineHeight: 17 },
  lanePadding: 11,
  emotion: { height: 228, top: 52, bottom: 36, faceRadius: 15 },
};

/** The poster, in px of a sheet at least 2400 px wide. */
export const POSTER_METRICS: MapMetrics = {
  name: 'poster',
  margin: 64,
  labelWidth: 152,
  leastWidth: 2400,
  headerHeight: 212,
  stageHead: { height: 86, nameSize: 27, goalSize: 15 },
  stepHead: { height: 46, lineHeight: 17 },
  lanePadding: 10.5,
  emotion: { height: 300, top: 54, bottom: 46, faceRadius: 16 },
};

/** Measures that sheet and poster share. */
export const GRID = {
  /** Between a step's border and its cards. */
  inset: 8,
  /** Between cards on top of each other, and where pins stand out of them. */
  stackGap: 14,
  pinnedStackGap: 22,
  /** Extra room above cards whose pins stand out, below cards with a bubble's tail. */
  pinRoom: 8,
  tailRoom: 8,
  /** A lane never falls below this. */
  leastLane: 62,
  /** Below the last lane. */
  foot: 6,
} as const;
