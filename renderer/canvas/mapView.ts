import type { Box } from '../../shared/layout/box.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { ThemeColour } from '../../shared/scene/theme.ts';
import { type Camera, type Size, toView } from './camera.ts';
import type { CameraStore } from './cameraStore.ts';
import { ItemWarmer } from './itemWarmer.ts';
import { makeDiv } from './makeDiv.ts';
import styles from './mapView.module.css';
import { Overview, overviewDetail } from './overview.ts';
import { type PaintOptions, paintScene } from './paintScene.ts';
import type { PictureCache } from './pictureCache.ts';
import { changedBoxes, type SceneChanges } from './sceneChanges.ts';
import { heldLabel, stickyStrips } from './stickyStrips.ts';
import { type PaintBox, TilePlane } from './tilePlane.ts';
import { ZoomLayer } from './zoomLayer.ts';

/** What the view shows. */
export interface ShownScene {
  readonly scene: Scene;
  readonly colours: Readonly<Record<ThemeColour, string>>;
  readonly pictures: PictureCache;
}

/** How much of the scene is painted. */
type Detail = Pick<PaintOptions, 'zoom' | 'scale'>;

/** Tiles are built anew this long after the last change of zoom. ms */
const SETTLE_AFTER = 120;
/** Work on tiles in one frame: of what is in view, and of what is painted ahead while there is time. ms */
const SEEN_SLICE = 7;
const RING_SLICE = 3.5;
/** A map that has just been opened may take this long at once: there is nothing on the screen to keep moving. ms */
const FIRST_SLICE = 200;

/**
 * The still map in the window: sheet, sticky heads and labels as planes of tiles that CSS transforms move, and a
 * layer painted directly while the zoom changes. It follows the camera by itself; React only mounts it. What is
 * alive (selection, handles, lifted cards) will lie above, in an element after these.
 */
export class MapView {
  private readonly root: HTMLElement;
  private readonly camera: CameraStore;
  private readonly paper: HTMLDivElement;
  private readonly sheetTiles: TilePlane;
  private readonly heads: StickyStrip;
  private readonly labels: StickyStrip;
  /** The name of the lane that lies under the upper edge. */
  private readonly held: StickyStrip;
  private readonly corner: HTMLDivElement;
  private readonly overview: Overview;
  private readonly zoomLayer: ZoomLayer;
  private readonly warmer = new ItemWarmer();
  private readonly stopFollowing: () => void;
  private stopPictures: (() => void) | undefined;
  private shown: ShownScene | null = null;
  /** Scale of the tiles in device pixels per px at 100 %; 0 before there are any. */
  private tileScale = 0;
  /** While the zoom changes: the direct layer is in view. `settled` once tiles are being built behind it. */
  private zooming: { settled: boolean; lastCamera: Camera | null } | null = null;
  private settleTimer = 0;
  /** The zoom in which the paper was drawn. */
  private paperZoom = 1;
  private frame = 0;
  private isFirst = true;
  /** Something changed since the last frame: it is painted alone in the next one, and what it moved comes after. */
  private hurries = false;

  constructor(root: HTMLElement, camera: CameraStore) {
    this.root = root;
    this.camera = camera;
    const paintBox = this.boxPainter(() => this.tileDetail());
    this.paper = makeDiv(styles.paper);
    this.sheetTiles = new TilePlane(paintBox, styles.tiles ?? '');
    this.heads = makeStrip(paintBox, styles.heads);
    this.labels = makeStrip(paintBox, styles.labels);
    this.held = makeStrip(paintBox, styles.held);
    this.corner = makeDiv(styles.corner);
    this.overview = new Overview(this.boxPainter(overviewDetail));
    this.zoomLayer = new ZoomLayer(this.overview, styles.zoomLayer ?? '');
    root.classList.add(styles.root ?? '');
    root.append(
      this.paper,
      this.sheetTiles.element,
      this.labels.element,
      this.held.element,
      this.heads.element,
      this.corner,
      this.zoomLayer.element,
    );
    this.stopFollowing = camera.subscribe(() => this.requestFrame());
    this.requestFrame();
  }

  /** Shows a scene, or nothing. What is the same as before stays painted. */
  show(next: ShownScene | null): void {
    const before = this.shown;
    this.shown = next;
    if (before?.pictures !== next?.pictures) this.followPictures(next?.pictures);
    const isComparable = before !== null && next !== null && before.colours === next.colours;
    if (next === null || before === null) this.isFirst = true;
    // After nothing was shown, what is left of the map before it may have the same scale and place.
    this.markStale(isComparable ? changedBoxes(before.scene, next.scene) : 'everywhere');
    if (this.zooming !== null) this.zooming.lastCamera = null;
    this.overview.show(next?.scene ?? null);
    this.warmer.warm(next?.scene ?? null);
    this.requestFrame();
  }

  /** The screen's density changed, or the fonts did: everything is painted anew. */
  repaint(): void {
    this.markStale('everywhere');
    if (this.zooming !== null) this.zooming.lastCamera = null;
    this.requestFrame();
  }

  /** Ends all work; the root element is left empty. */
  destroy(): void {
    this.stopFollowing();
    this.stopPictures?.();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.settleTimer);
    this.overview.destroy();
    this.warmer.warm(null);
    this.root.replaceChildren();
  }

  private markStale(changes: SceneChanges | 'everywhere'): void {
    for (const plane of this.planes()) plane.markStale(changes);
    this.overview.markStale(changes);
    this.hurries ||= changes !== 'everywhere' && changes.changed.length > 0;
  }

  private planes(): readonly TilePlane[] {
    return [this.sheetTiles, this.heads.tiles, this.labels.tiles, this.held.tiles];
  }

  /** Paints boxes of the scene shown, in the detail asked for each time. */
  private boxPainter(detailOf: (scene: Scene) => Detail): PaintBox {
    return (context, box) => {
      const awaited = new Set<string>();
      const { shown } = this;
      if (shown !== null) {
        paintScene(context, shown.scene, box, this.paintOptions(shown, detailOf(shown.scene), awaited));
      }
      return awaited;
    };
  }

  private tileDetail(): Detail {
    return { zoom: this.tileScale / devicePixelRatio, scale: this.tileScale };
  }

  private paintOptions({ colours, pictures }: ShownScene, detail: Detail, awaited?: Set<string>): PaintOptions {
    return {
      ...detail,
      colours,
      picture: (hash) => {
        const picture = pictures.get(hash);
        if (picture === null) awaited?.add(hash);
        return picture;
      },
    };
  }

  private followPictures(pictures: PictureCache | undefined): void {
    this.stopPictures?.();
    this.stopPictures = pictures?.onCame((hash) => {
      for (const plane of this.planes()) plane.pictureCame(hash);
      this.overview.pictureCame(hash);
      this.requestFrame();
    });
  }

  private requestFrame(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.drawFrame();
    });
  }

  private drawFrame(): void {
    const { camera, view } = this.camera.getState();
    const { shown } = this;
    this.root.toggleAttribute('data-empty', shown === null);
    if (shown === null || view.width === 0) return;
    const scale = camera.zoom * devicePixelRatio;
    if (scale !== this.tileScale) this.changeScale(scale);
    this.placePaper(shown.scene, camera);
    if (this.zooming !== null) this.paintZoomLayer(shown, camera, view);
    if (this.zooming?.settled !== false) this.drawTiles(shown.scene, camera, view);
  }

  /** Tiles of another zoom are of no use: the direct layer takes over until the zoom rests. */
  private changeScale(scale: number): void {
    clearTimeout(this.settleTimer);
    if (this.sheetTiles.isEmpty) {
      this.tileScale = scale;
      return;
    }
    this.zooming ??= { settled: false, lastCamera: null };
    this.zooming.settled = false;
    this.settleTimer = window.setTimeout(() => this.settle(), SETTLE_AFTER);
  }

  private settle(): void {
    if (this.zooming === null) return;
    this.zooming.settled = true;
    this.tileScale = this.camera.getState().camera.zoom * devicePixelRatio;
    this.requestFrame();
  }

  private paintZoomLayer(shown: ShownScene, camera: Camera, view: Size): void {
    const { zooming } = this;
    if (zooming === null || zooming.lastCamera === camera) return;
    zooming.lastCamera = camera;
    this.zoomLayer.paint(shown.scene, camera, view, devicePixelRatio, this.paintOptions(shown, this.tileDetail()));
    this.zoomLayer.element.hidden = false;
    this.root.toggleAttribute('data-zooming', true);
  }

  private drawTiles(scene: Scene, camera: Camera, view: Size): void {
    const seen: Box = { x: camera.x, y: camera.y, width: view.width / camera.zoom, height: view.height / camera.zoom };
    this.placeTiles(scene, camera, seen);
    this.placeStrips(scene, camera, view, seen);

    const slice = this.isFirst ? FIRST_SLICE : SEEN_SLICE;
    const isTime = timer(slice);
    const { hurries } = this;
    this.hurries = false;
    const allSeen = hurries
      ? this.planes().filter((plane) => !plane.paintChanged(isTime)).length === 0
      : this.planes().every((plane) => plane.paintSeen(isTime));
    if (!allSeen) {
      this.requestFrame();
      return;
    }
    if (this.isFirst) {
      // What opening a map costs is measured from here back to the store's mark (docs/performance.md).
      performance.mark('meander:settled');
      this.isFirst = false;
      this.requestFrame();
      return;
    }
    if (this.zooming !== null) {
      this.zooming = null;
      this.placePaper(scene, camera);
      this.zoomLayer.element.hidden = true;
      this.root.toggleAttribute('data-zooming', false);
    }
    const isRingTime = timer(RING_SLICE);
    if (!this.planes().every((plane) => plane.paintRing(isRingTime))) this.requestFrame();
  }

  /** While the zoom changes the paper is stretched: drawing its wide shadow in another size costs half a frame. */
  private placePaper(scene: Scene, camera: Camera): void {
    const corner = toView(camera, { x: 0, y: 0 });
    if (this.zooming === null) {
      this.paperZoom = camera.zoom;
      resizeTo(this.paper, scene.width * camera.zoom, scene.height * camera.zoom);
    }
    moveTo(this.paper, corner.x, corner.y, camera.zoom / this.paperZoom);
  }

  private placeTiles(scene: Scene, camera: Camera, seen: Box): void {
    const corner = toView(camera, { x: 0, y: 0 });
    const whole = { x: 0, y: 0, width: scene.width, height: scene.height };
    this.sheetTiles.setPlane(whole, this.tileScale, devicePixelRatio);
    this.sheetTiles.look(seen);
    moveTo(this.sheetTiles.element, corner.x, corner.y);
  }

  private placeStrips(scene: Scene, camera: Camera, view: Size, seen: Box): void {
    const { zoom } = camera;
    const { heads, labels } = scene;
    const sticky = stickyStrips(scene, camera, view);
    const corner = toView(camera, { x: 0, y: 0 });
    this.heads.element.hidden = !sticky.heads;
    this.labels.element.hidden = !sticky.labels;
    this.corner.hidden = !(sticky.heads && sticky.labels);
    this.heads.tiles.setPlane(heads, this.tileScale, devicePixelRatio);
    this.labels.tiles.setPlane(labels, this.tileScale, devicePixelRatio);
    this.heads.tiles.look(sticky.heads ? { ...seen, y: heads.y, height: heads.height } : NOWHERE);
    this.labels.tiles.look(sticky.labels ? { ...seen, x: labels.x, width: labels.width } : NOWHERE);
    if (sticky.heads) {
      resizeTo(this.heads.element, view.width, heads.height * zoom);
      resizeTo(this.heads.paper, scene.width * zoom, heads.height * zoom);
      moveTo(this.heads.paper, corner.x, 0);
      moveTo(this.heads.tiles.element, corner.x + heads.x * zoom, 0);
    }
    if (sticky.labels) {
      const top = toView(camera, heads).y;
      resizeTo(this.labels.element, labels.width * zoom, view.height);
      resizeTo(this.labels.paper, labels.width * zoom, (scene.height - heads.y) * zoom);
      moveTo(this.labels.paper, 0, top);
      moveTo(this.labels.tiles.element, 0, corner.y + labels.y * zoom);
    }
    if (sticky.heads && sticky.labels) resizeTo(this.corner, labels.width * zoom, heads.height * zoom);
    this.placeHeld(scene, camera, view, sticky.labels ? 0 : corner.x + labels.x * zoom);
  }

  private placeHeld(scene: Scene, camera: Camera, view: Size, x: number): void {
    const held = heldLabel(scene, camera, view);
    const { element, paper, tiles } = this.held;
    element.hidden = held === null;
    if (held === null) {
      tiles.look(NOWHERE);
      return;
    }
    const [width, height] = [held.part.width * camera.zoom, held.part.height * camera.zoom];
    tiles.setPlane(held.part, this.tileScale, devicePixelRatio);
    tiles.look(held.part);
    moveTo(element, x, toView(camera, { x: 0, y: held.y }).y);
    resizeTo(element, width, height);
    resizeTo(paper, width, height);
  }
}

/** A box no tile meets. */
const NOWHERE: Box = { x: -1e9, y: -1e9, width: 0, height: 0 };

/** A strip that sticks to an edge of the view: paper of its own and a plane of tiles, cut at its border. */
interface StickyStrip {
  readonly element: HTMLDivElement;
  readonly paper: HTMLDivElement;
  readonly tiles: TilePlane;
}

function makeStrip(paintBox: PaintBox, className: string | undefined): StickyStrip {
  const element = makeDiv(className);
  const paper = makeDiv(styles.stripPaper);
  const tiles = new TilePlane(paintBox, styles.tiles ?? '');
  element.hidden = true;
  element.append(paper, tiles.element);
  return { element, paper, tiles };
}

/** Moves to CSS px of the view, on whole device pixels: between them everything would blur. */
function moveTo(element: HTMLElement, x: number, y: number, stretch = 1): void {
  const snap = (at: number) => Math.round(at * devicePixelRatio) / devicePixelRatio;
  const transform = `translate(${snap(x)}px, ${snap(y)}px)${stretch === 1 ? '' : ` scale(${stretch})`}`;
  if (element.style.transform !== transform) element.style.transform = transform;
}

function resizeTo(element: HTMLElement, width: number, height: number): void {
  const [cssWidth, cssHeight] = [`${width}px`, `${height}px`];
  if (element.style.width !== cssWidth) element.style.width = cssWidth;
  if (element.style.height !== cssHeight) element.style.height = cssHeight;
}

function timer(slice: number): () => boolean {
  const end = performance.now() + slice;
  return () => performance.now() >= end;
}
