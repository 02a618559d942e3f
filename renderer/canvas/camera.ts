import type { Box } from '../../shared/layout/box.ts';

/** Where the window looks: the map point (px at 100 %) at the view's top left corner, and the zoom (1 = 100 %). */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** A size: of the view in CSS px, of the sheet in px at 100 %. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place: in the view in CSS px, on the map in px at 100 %. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Zooms the person may reach; the least is lower still where a whole map needs it (UI.md section 7). */
export const LEAST_ZOOM = 0.1;
export const MOST_ZOOM = 4;

/** CSS px of desk that can be seen around the sheet (UI.md section 3). */
export const DESK_MARGIN = 20;

/** CSS px about a thing that was brought into view: its ring and what hangs on it. */
const ROOM = 28;

/** A map opens whole when that leaves it at least this large, else here, at its beginning. */
const READING_ZOOM = 0.8;

const ZOOM_STEPS = [0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];

/** The zoom that shows the whole sheet with desk around it. */
function fitZoom(sheet: Size, view: Size): number {
  const width = Math.max(1, view.width - 2 * DESK_MARGIN) / sheet.width;
  const height = Math.max(1, view.height - 2 * DESK_MARGIN) / sheet.height;
  return Math.min(MOST_ZOOM, width, height);
}

/** The nearest zoom a person may have: 10 % or the whole map, whichever is less, to 400 %. */
export function clampZoom(zoom: number, sheet: Size, view: Size): number {
  return Math.min(MOST_ZOOM, Math.max(Math.min(LEAST_ZOOM, fitZoom(sheet, view)), zoom));
}

/**
 * The nearest camera that shows the sheet as far as it can be shown: a side that fits lies wholly in view, one that
 * does not leaves no more desk than the margin.
 */
export function clampCamera(camera: Camera, sheet: Size, view: Size): Camera {
  const zoom = clampZoom(camera.zoom, sheet, view);
  const x = clampSide(camera.x, sheet.width, view.width, zoom);
  const y = clampSide(camera.y, sheet.height, view.height, zoom);
  return x === camera.x && y === camera.y && zoom === camera.zoom ? camera : { x, y, zoom };
}

function clampSide(start: number, sheet: number, view: number, zoom: number): number {
  const near = -DESK_MARGIN / zoom;
  const far = sheet + (DESK_MARGIN - view) / zoom;
  return Math.min(Math.max(start, Math.min(near, far)), Math.max(near, far));
}

/** Moves what is seen by CSS px: positive values show what lies further right and down. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { x: camera.x + dx / camera.zoom, y: camera.y + dy / camera.zoom, zoom: camera.zoom };
}

/** Changes the zoom so that the map point under `at` (CSS px in the view) stays there. */
export function zoomAt(camera: Camera, zoom: number, at: Point): Camera {
  const still = toMap(camera, at);
  return { x: still.x - at.x / zoom, y: still.y - at.y / zoom, zoom };
}

/** The whole sheet, in the middle of the view. */
export function fitCamera(sheet: Size, view: Size): Camera {
  const zoom = clampZoom(fitZoom(sheet, view), sheet, view);
  return {
    x: (sheet.width - view.width / zoom) / 2,
    y: (sheet.height - view.height / zoom) / 2,
    zoom,
  };
}

/** How a map is first shown: whole where that can be read, else its beginning at a size for reading. */
export function openingCamera(sheet: Size, view: Size): Camera {
  const fit = fitZoom(sheet, view);
  if (fit >= READING_ZOOM)
    return clampCamera(zoomAt(fitCamera(sheet, view), Math.min(1, fit), middleOf(view)), sheet, view);
  return { x: -DESK_MARGIN / READING_ZOOM, y: -DESK_MARGIN / READING_ZOOM, zoom: READING_ZOOM };
}

/** Puts a map point in the middle of the view. */
export function centreOn(camera: Camera, point: Point, view: Size): Camera {
  return {
    x: point.x - view.width / camera.zoom / 2,
    y: point.y - view.height / camera.zoom / 2,
    zoom: camera.zoom,
  };
}

/**
 * Moves no further than needed for a box (px at 100 %) to stand in the view with some room about it. `covered` (CSS px)
 * is what something lies over at the left and top edges. Of a box larger than the view, the beginning is shown.
 */
export function reveal(camera: Camera, box: Box, view: Size, covered: Size): Camera {
  const { zoom } = camera;
  const x = revealSide(camera.x, box.x, box.width, { near: covered.width / zoom, far: view.width / zoom, zoom });
  const y = revealSide(camera.y, box.y, box.height, { near: covered.height / zoom, far: view.height / zoom, zoom });
  return { x, y, zoom };
}

/** Along one side, px at 100 %: where the view begins, and between what distances from there a thing is seen. */
function revealSide(
  start: number,
  from: number,
  length: number,
  { near, far, zoom }: { readonly near: number; readonly far: number; readonly zoom: number },
): number {
  const room = Math.max(0, Math.min(ROOM / zoom, (far - near - length) / 2));
  const latest = from - near - room;
  const earliest = from + length + room - far;
  return earliest > latest ? latest : Math.min(Math.max(start, earliest), latest);
}

/** The next round zoom above (`direction` 1) or below (-1). */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const steps = direction === 1 ? ZOOM_STEPS : [...ZOOM_STEPS].reverse();
  // A hair's breadth, so that a step reached by arithmetic is not taken twice.
  return steps.find((step) => (step - zoom) * direction > zoom * 0.001) ?? zoom;
}

/** The map point under a place in the view. */
export function toMap(camera: Camera, at: Point): Point {
  return { x: camera.x + at.x / camera.zoom, y: camera.y + at.y / camera.zoom };
}

/** The place in the view where a map point stands. */
export function toView(camera: Camera, point: Point): Point {
  return { x: (point.x - camera.x) * camera.zoom, y: (point.y - camera.y) * camera.zoom };
}

/** The middle of a view. */
export function middleOf(view: Size): Point {
  return { x: view.width / 2, y: view.height / 2 };
}
