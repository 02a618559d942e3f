/** What a figure is held against on a shared machine: repainting a canvas as large as the window, or parsing JSON. */
export type Calibration = 'repaint' | 'parse';

/** One thing that is measured, with the most it may be on a map of 2,000 cards and of 10,000. */
export interface Metric {
  readonly name: string;
  readonly unit: 'ms' | 'MB' | 's' | 's/MP' | 'x';
  /** Null where there is no budget: the figure explains others. */
  readonly budget: readonly [number, number] | null;
  /** What it is held against; null for what no machine's speed changes. */
  readonly against: Calibration | null;
}

/** Everything the bench prints, in this order. Budgets are those of docs/performance.md. */
export const METRICS = {
  opened: { name: 'file opened to first settled frame', unit: 'ms', budget: [250, 500], against: 'parse' },
  asked: { name: 'asked for the file to first settled frame', unit: 'ms', budget: null, against: 'parse' },
  panFit: { name: 'pan, whole map in view, p95 frame', unit: 'ms', budget: [20, 20], against: 'repaint' },
  panActual: { name: 'pan at 100 %, p95 frame', unit: 'ms', budget: [20, 20], against: 'repaint' },
  zoom: { name: 'zoom, p95 frame', unit: 'ms', budget: [35, 40], against: 'repaint' },
  drag: { name: 'drag a card, event to frame, p95', unit: 'ms', budget: [20, 20], against: 'repaint' },
  typing: { name: 'type in a card, key to frame, p95', unit: 'ms', budget: [17, 17], against: 'repaint' },
  remove: { name: 'remove a card, key to frame', unit: 'ms', budget: [30, 40], against: 'repaint' },
  undo: { name: 'undo that, key to frame', unit: 'ms', budget: [30, 40], against: 'repaint' },
  undoMany: { name: 'undo a move of 200 cards, key to frame', unit: 'ms', budget: [50, 60], against: 'repaint' },
  heap: { name: 'JS heap of the window after opening', unit: 'MB', budget: [60, 120], against: null },
  layoutCold: { name: 'layout, cold (table of widths)', unit: 'ms', budget: null, against: 'parse' },
  layoutWarm: { name: 'layout after one card changed', unit: 'ms', budget: null, against: 'parse' },
  sceneCold: { name: 'display list with every item, cold', unit: 'ms', budget: null, against: 'parse' },
  sceneWarm: { name: 'display list after one card changed', unit: 'ms', budget: null, against: 'parse' },
  svg: { name: 'SVG of the poster, laid out and written', unit: 'ms', budget: null, against: 'parse' },
  pdf: { name: 'PDF of one page, beyond an empty map', unit: 's', budget: [3, 10], against: 'parse' },
  png: { name: 'PNG per megapixel, beyond an empty map', unit: 's/MP', budget: [0.05, 0.05], against: 'parse' },
  pngFrame: { name: 'longest frame of the window meanwhile', unit: 'ms', budget: [100, 100], against: 'repaint' },
  emptyPdf: { name: 'PDF of an empty map, process and all', unit: 's', budget: null, against: 'parse' },
  emptyPng: { name: 'PNG of an empty map, process and all', unit: 's', budget: null, against: 'parse' },
  heapGrowth: { name: 'heap gained by 2,000 edits', unit: 'MB', budget: [3, 3], against: null },
  commit: { name: 'an edit kept, 10,000 cards', unit: 'ms', budget: null, against: null },
  bareCommit: { name: 'one row written by bare SQLite', unit: 'ms', budget: null, against: null },
  commitRatio: { name: 'an edit kept, against that', unit: 'x', budget: [2, 2], against: null },
  openLarge: { name: 'open 20,000 cards in the storage process', unit: 's', budget: [1, 1], against: 'parse' },
  publish: { name: 'save 20,000 cards, sealed and read back', unit: 'ms', budget: null, against: 'parse' },
  barePublish: { name: 'bare VACUUM INTO, fsync and rename', unit: 'ms', budget: null, against: 'parse' },
  publishRatio: { name: 'save 20,000 cards, against that', unit: 'x', budget: [3, 3], against: null },
  picturesOpen: {
    name: '100 MB of pictures: longest frame while opening',
    unit: 'ms',
    budget: [50, 50],
    against: 'repaint',
  },
  picturesEdit: {
    name: '100 MB of pictures: longest frame of edits',
    unit: 'ms',
    budget: [50, 50],
    against: 'repaint',
  },
  picturesSave: {
    name: '100 MB of pictures: longest frame while saving',
    unit: 'ms',
    budget: [50, 50],
    against: 'repaint',
  },
  start: { name: 'start of the application to its start screen', unit: 's', budget: [1.5, 1.5], against: 'parse' },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof METRICS;

/** Figures by metric, in the metric's unit. */
export type Figures = Partial<Record<MetricName, number>>;

/** What the calibrations took in the same run, in ms. */
export type Calibrated = Readonly<Record<Calibration, number>>;

/** The budget for a map of so many cards; those between share the larger one's. */
export function budgetFor({ budget }: Metric, cards: number): number | null {
  return budget === null ? null : cards <= 2000 ? budget[0] : budget[1];
}
