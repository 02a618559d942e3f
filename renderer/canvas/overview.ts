import { PLAIN_BELOW, ZOOM_LEVELS } from '../../shared/scene/draw.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { Point } from './camera.ts';
import type { PaintOptions } from './paintScene.ts';
import type { SceneChanges } from './sceneChanges.ts';
import { type PaintBox, TilePlane } from './tilePlane.ts';

/** Pixels the picture of a whole map may take: 4 MB, in which a card of the largest maps is still a rectangle. */
const MOST_PIXELS = 1_000_000;
/** How far the picture may be enlarged before single cards look blurred even in motion. */
const MOST_ENLARGED = 1.5;

/** The zoom whose level of detail maps have from afar while the zoom changes. */
const FROM_AFAR = PLAIN_BELOW / 2;

/**
 * The zoom whose level of detail is painted while the zoom changes: where no pin and no word is seen, cards are plain
 * rectangles as long as they grow or shrink, for thousands of outlines take two frames.
 */
export function zoomInMotion(zoom: number): number {
  return zoom < ZOOM_LEVELS.pins ? FROM_AFAR : zoom;
}

/**
 * A small picture of a whole map as it looks in motion from afar, painted when the window has nothing to do and kept
 * up with every edit: zooming over thousands of cards then costs the same as over a few.
 */
export class Overview {
  private readonly plane: TilePlane;
  private scene: Scene | null = null;
  private request = 0;
  private isReady = false;
  /** What looks different since it was last painted: looking which tiles that meets can wait for an idle moment. */
  private changes: (SceneChanges | 'everywhere')[] = [];

  /** `paintBox` paints a box of the scene shown with the detail of `overviewDetail`. */
  constructor(paintBox: PaintBox) {
    this.plane = new TilePlane(paintBox, '');
  }

  /** A scene to be painted, or none. */
  show(scene: Scene | null): void {
    this.scene = scene;
    this.await();
  }

  /** What is painted no longer looks so. */
  markStale(changes: SceneChanges | 'everywhere'): void {
    if (changes === 'everywhere') this.changes = [changes];
    else if (this.changes[0] !== 'everywhere') this.changes.push(changes);
    this.await();
  }

  /** Tiles painted without this picture look different now. */
  pictureCame(hash: string): void {
    this.plane.pictureCame(hash);
    this.await();
  }

  /**
   * Paints the map on a canvas that shows the sheet from `corner` (px at 100 %) on at `scale` pixels per px; false, and
   * nothing is painted, while the picture is not there or too coarse.
   */
  paint(context: CanvasRenderingContext2D, corner: Point, scale: number): boolean {
    const { scene } = this;
    if (scene === null || !this.isReady || scale > scaleOf(scene) * MOST_ENLARGED) return false;
    this.plane.copyTo(context, corner, scale);
    return true;
  }

  /** Ends all work. */
  destroy(): void {
    cancelIdleCallback(this.request);
  }

  private await(): void {
    cancelIdleCallback(this.request);
    this.isReady = false;
    this.request = requestIdleCallback(() => this.goOn());
  }

  /** One tile a moment: a key that is pressed meanwhile shall not wait for several. */
  private goOn(): void {
    const { scene } = this;
    if (scene === null) return;
    const whole = { x: 0, y: 0, width: scene.width, height: scene.height };
    this.plane.setPlane(whole, scaleOf(scene), 1);
    this.plane.look(whole);
    for (const changes of this.changes) this.plane.markStale(changes);
    this.changes = [];
    this.isReady = this.plane.paintSeen(() => true);
    if (!this.isReady) this.request = requestIdleCallback(() => this.goOn());
  }
}

/** How the picture of a whole map is painted. */
export function overviewDetail(scene: Scene): Pick<PaintOptions, 'zoom' | 'scale'> {
  return { zoom: FROM_AFAR, scale: scaleOf(scene) };
}

/** Pixels of the picture per px at 100 %, in steps of two, so that a lane that grows seldom changes it. */
function scaleOf({ width, height }: Scene): number {
  return 2 ** Math.floor(Math.log2(MOST_PIXELS / (width * height)) / 2);
}
