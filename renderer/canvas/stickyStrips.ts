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
