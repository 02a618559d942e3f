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
    heads: toView(camera, heads).y < 0 && heads.height * camera.zoom <= view.height * MOST_COVER,
    labels: toView(camera, labels).x < 0 && labels.width * camera.zoom <= view.width * MOST_COVER,
  };
}

/** CSS px at the left and top edges of the view that a box of the sheet must keep clear of, or strips would cover it. */
export function coveredByStrips({ heads, labels }: Scene, box: Box, zoom: number, view: Size): Size {
  const height = box.y >= heads.y + heads.height ? heads.height * zoom : 0;
  const width = box.x >= labels.x + labels.width ? labels.width * zoom : 0;
  return {
    width: width <= view.width * MOST_COVER ? width : 0,
    height: height <= view.height * MOST_COVER ? height : 0,
  };
}
