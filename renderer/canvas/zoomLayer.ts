import type { Box } from '../../shared/layout/box.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { Camera, Size } from './camera.ts';
import { type Overview, zoomInMotion } from './overview.ts';
import { type PaintOptions, paintScene, prepareContext } from './paintScene.ts';
import { heldLabel, stickyStrips } from './stickyStrips.ts';

/** Half the screen's pixels each way: a quarter of the work, and nobody reads while the map grows under the hand. */
const FINENESS = 0.5;

/** The canvas that shows the map while the zoom changes, painted directly at every step. */
export class ZoomLayer {
  readonly element: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private readonly overview: Overview;

  /** From afar it shows `overview` where that is there. */
  constructor(overview: Overview, className: string) {
    this.overview = overview;
    this.element = document.createElement('canvas');
    this.element.className = className;
    this.element.hidden = true;
    const context = this.element.getContext('2d');
    if (context === null) throw new Error('This window has no 2D canvas');
    this.context = context;
  }

  /** Paints what the camera sees, sheet and sticky strips. The sheet's own paper lies under it. */
  paint(scene: Scene, camera: Camera, view: Size, density: number, look: Omit<PaintOptions, 'zoom' | 'scale'>): void {
    const { context } = this;
    this.fitTo(view, density);
    const scale = camera.zoom * density * FINENESS;
    const options = { ...look, zoom: zoomInMotion(camera.zoom), scale };
    const seen: Box = { x: camera.x, y: camera.y, width: view.width / camera.zoom, height: view.height / camera.zoom };
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.element.width, this.element.height);
    this.lookAt(seen.x, seen.y, scale);
    if (!this.overview.paint(context, seen, scale)) paintScene(context, scene, seen, options);

    const { heads, labels } = scene;
    const sticky = stickyStrips(scene, camera, view);
    const held = heldLabel(scene, camera, view);
    if (sticky.labels) {
      const top = Math.max(seen.y, heads.y);
      this.lookAt(labels.x, seen.y, scale);
      this.paintStrip(scene, { ...labels, y: top, height: seen.y + seen.height - top }, options);
    }
    if (held !== null) {
      this.lookAt(sticky.labels ? labels.x : seen.x, seen.y - (held.y - held.part.y), scale);
      this.paintStrip(scene, held.part, options);
    }
    if (sticky.heads) {
      this.lookAt(seen.x, heads.y, scale);
      this.paintStrip(scene, { ...seen, y: heads.y, height: heads.height }, options);
    }
    if (sticky.heads && sticky.labels) {
      this.lookAt(0, 0, scale);
      context.fillStyle = options.colours[scene.background];
      context.fillRect(0, 0, labels.width, heads.height);
    }
  }

  /** Paints one part of the sheet over what is there, on paper of its own. */
  private paintStrip(scene: Scene, strip: Box, options: PaintOptions): void {
    const { context } = this;
    const x = Math.max(0, strip.x);
    const y = Math.max(0, strip.y);
    const right = Math.min(scene.width, strip.x + strip.width);
    const bottom = Math.min(scene.height, strip.y + strip.height);
    context.save();
    context.beginPath();
    context.rect(x, y, right - x, bottom - y);
    context.clip();
    context.fillStyle = options.colours[scene.background];
    context.fillRect(x, y, right - x, bottom - y);
    paintScene(context, scene, { x, y, width: right - x, height: bottom - y }, options);
    context.restore();
  }

  private lookAt(x: number, y: number, scale: number): void {
    this.context.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
  }

  private fitTo(view: Size, density: number): void {
    const width = Math.ceil(view.width * density * FINENESS);
    const height = Math.ceil(view.height * density * FINENESS);
    if (this.element.width === width && this.element.height === height) return;
    this.element.width = width;
    this.element.height = height;
    prepareContext(this.context);
  }
}
