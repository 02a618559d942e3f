import type { Box } from '../../shared/layout/box.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import { type Camera, type Size, toView } from './camera.ts';

/** Strips stop sticking when they would cover more of the view than this. */
const MOST_COVER = 0.4;

/** Which strips of the sheet stay in view. */
export interface StickyStrips {
  /** Stage and step heads, at the top edge. */
  readonly heads: boolean;
  /** Lane labels, at the left edge. */
  readonly labels: boolean;
}

/** Decides what sticks: heads that have scrolled off the top, labels off the left, unless they would cover the map. */
export function stickyStrips(scene: Scene, camera: Camera, view: Size): StickyStrips {
  const { heads, labels } = scene;
  return {
    heads: toView(camera, heads).y < 0 && mayCover(heads.height * camera.zoom, view.height),
    labels: toView(camera, labels).x < 0 && mayCover(labels.width * camera.zoom, view.width),
  };
}

/**
 * The name of the lane that lies under the upper edge of what is seen: where it stands now, and the part of the sheet
 * that shows it; px at 100 %. Null while every name stands in its own place.
 */
export function heldLabel(scene: Scene, camera: Camera, view: Size): { readonly y: number; readonly part: Box } | null {
  const { heads, labels, bands } = scene;
  const edge = camera.y + (stickyStrips(scene, camera, view).heads ? heads.height : 0);
  const band = bands.find((each) => each.labelHeight !== undefined && each.y < edge && each.y + each.height > edge);
  if (band?.labelHeight === undefined) return null;
  // At its end the lane takes its name along.
  const y = Math.min(edge, band.y + band.height - band.labelHeight);
  if (y <= band.y) return null;
  return { y, part: { x: labels.x, y: band.y, width: labels.width, height: band.labelHeight } };
}

/** CSS px at the left and top edges of the view that a box of the sheet must keep clear of, or strips would cover it. */
export function coveredByStrips({ heads, labels }: Scene, box: Box, zoom: number, view: Size): Size {
  const height = box.y >= heads.y + heads.height ? heads.height * zoom : 0;
  const width = box.x >= labels.x + labels.width ? labels.width * zoom : 0;
  return {
    width: mayCover(width, view.width) ? width : 0,
    height: mayCover(height, view.height) ? height : 0,
  };
}

function mayCover(strip: number, side: number): boolean {
  return strip <= side * MOST_COVER;
}
