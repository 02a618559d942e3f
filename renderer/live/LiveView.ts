import Konva from 'konva/lib/Core.js';
import { type Box, boxesMeet, growBox } from '../../shared/layout/box.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import { THEMES } from '../../shared/scene/theme.ts';
import type { Application } from '../application.ts';
import { type Size, toView } from '../canvas/camera.ts';
import { makeDiv } from '../canvas/makeDiv.ts';
import type { EditingState } from '../editing/editingState.ts';
import { CarriedCards } from './CarriedCards.ts';
import { Flash } from './Flash.ts';
import { HoverCard } from './HoverCard.ts';
import styles from './live.module.css';
import { boxOfShape, type LiveShape, type LiveWords, unionOf } from './liveShape.ts';
import { liveShapes } from './liveShapes.ts';
import { paintLiveShapes } from './paintLiveShapes.ts';

/** Shapes are drawn this far beyond the view, in CSS px, so that a pan shows them before it rests. */
const AHEAD = 400;
/** A stage larger than this (square px) is drawn no further than the view: every pixel of it costs, even an empty one. */
const LARGE = 600_000;
/** Rings round more things than this come a frame after the things: together they would be late. */
const MANY = 40;
/** After the last change of zoom, in ms; until then the picture is stretched. */
const SETTLE_AFTER = 120;

/**
 * Everything alive above the still map: Konva draws it on a stage no larger than it needs, and the camera moves that
 * stage by CSS, so that a pan with something selected costs no painting. It follows the stores by itself.
 */
export class LiveView {
  private readonly app: Application;
  private readonly words: () => LiveWords;
  private readonly element: HTMLDivElement;
  private readonly stage: Konva.Stage;
  private readonly layer: Konva.Layer;
  /** What is drawn, by the one shape on the layer: a node for each of hundreds of rings costs more than drawing them. */
  private shown: readonly LiveShape[] = [];
  private readonly carried: CarriedCards;
  private readonly hoverCard: HoverCard;
  private readonly flash: Flash;
  private readonly stops: readonly (() => void)[];
  /** The sheet box on the stage and the zoom it was drawn at. */
  private drawn: { readonly box: Box; readonly zoom: number } | null = null;
  private signature = '';
  /** What rings were last drawn round. */
  private layout: MapLayout | undefined;
  private settleTimer = 0;
  private frame = 0;
  private forced = false;

  constructor(root: HTMLElement, app: Application, words: () => LiveWords) {
    this.app = app;
    this.words = words;
    this.element = makeDiv(styles.live);
    root.append(this.element);
    this.stage = new Konva.Stage({ container: this.element, width: 1, height: 1, listening: false });
    this.layer = new Konva.Layer({ listening: false });
    this.flash = new Flash(
      () => this.layer.draw(),
      () => this.draw(true),
    );
    this.layer.add(new Konva.Shape({ listening: false, sceneFunc: (context) => this.paintShown(context._context) }));
    this.stage.add(this.layer);
    this.carried = new CarriedCards(root, app);
    this.hoverCard = new HoverCard(root, app);
    this.stops = [
      app.editing.subscribe(() => this.draw()),
      app.scene.subscribe(() => this.draw()),
      app.settings.subscribe(() => this.draw(true)),
      app.camera.subscribe(() => this.followCamera()),
    ];
    this.draw();
  }

  destroy(): void {
    for (const stop of this.stops) stop();
    clearTimeout(this.settleTimer);
    cancelAnimationFrame(this.frame);
    this.carried.destroy();
    this.hoverCard.destroy();
    this.flash.stop();
    this.stage.destroy();
    this.element.remove();
  }

  /** Draws with the next frame: one edit changes several stores. What is carried moves at once. */
  private draw(force = false): void {
    this.carried.update();
    this.hoverCard.update();
    this.forced ||= force;
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const forced = this.forced;
      this.forced = false;
      this.drawNow(forced);
    });
  }

  /** Draws anew when what is alive looks different. */
  private drawNow(force: boolean): void {
    const { layout, scene } = this.app.scene.getState().shown ?? {};
    const state = this.app.editing.getState();
    if (layout !== this.layout && state.selection.length > MANY) {
      // The map they stand on takes this frame.
      this.layout = layout;
      this.draw(force);
      return;
    }
    this.layout = layout;
    const editing = this.flash.isOver(state.flash) ? { ...state, flash: [] } : state;
    this.element.toggleAttribute('data-heads', isOnHeads(editing));
    const shapes =
      layout === undefined || scene === undefined ? [] : liveShapes(layout, scene.links, editing, this.words());
    const signature = JSON.stringify(shapes);
    if (!force && signature === this.signature) return;
    this.signature = signature;
    this.paint(shapes);
  }

  private paint(shapes: readonly LiveShape[]): void {
    const { camera, view } = this.app.camera.getState();
    const inView = { x: camera.x, y: camera.y, width: view.width / camera.zoom, height: view.height / camera.zoom };
    const seen = growBox(inView, AHEAD / camera.zoom);
    const near = shapes.map((shape) => ({ shape, box: boxOfShape(shape) })).filter(({ box }) => boxesMeet(box, seen));
    const whole = unionOf(near.map(({ box }) => box));
    this.shown = near.map(({ shape }) => shape);
    this.element.hidden = whole === null;
    this.drawn = null;
    if (whole === null) return;
    const ahead = cut(whole, seen);
    const box = ahead.width * ahead.height * camera.zoom ** 2 > LARGE ? cut(whole, inView) : ahead;
    this.drawn = { box, zoom: camera.zoom };
    this.stage.size(stageSize(this.stage.size(), { width: box.width * camera.zoom, height: box.height * camera.zoom }));
    this.layer.scale({ x: camera.zoom, y: camera.zoom });
    this.layer.position({ x: -box.x * camera.zoom, y: -box.y * camera.zoom });
    this.layer.draw();
    this.place();
    this.flash.run(this.shown);
  }

  private paintShown(context: CanvasRenderingContext2D): void {
    const colours = THEMES[this.app.settings.getState().theme];
    paintLiveShapes(context, this.shown, colours, this.drawn?.zoom ?? 1, this.flash.left);
  }

  /** Moves the stage with the map; a change of zoom stretches it until it rests. */
  private followCamera(): void {
    this.place();
    this.carried.place();
    this.hoverCard.update();
    const { drawn } = this;
    const { camera } = this.app.camera.getState();
    if (drawn === null && this.signature === '[]') return;
    clearTimeout(this.settleTimer);
    const zoomed = drawn !== null && drawn.zoom !== camera.zoom;
    this.settleTimer = window.setTimeout(() => this.draw(true), zoomed ? SETTLE_AFTER : 2 * SETTLE_AFTER);
  }

  private place(): void {
    if (this.drawn === null) return;
    const { camera } = this.app.camera.getState();
    const corner = toView(camera, this.drawn.box);
    const stretch = camera.zoom / this.drawn.zoom;
    this.element.style.transform = `translate(${corner.x}px, ${corner.y}px) scale(${stretch})`;
  }
}

/** Whether something alive stands on heads or labels, which stay in view and cover what is scrolled away under them. */
function isOnHeads({ selection, flash, found, plus, gesture }: EditingState): boolean {
  if (plus !== null || gesture?.kind === 'head' || gesture?.kind === 'stepWidth' || gesture?.kind === 'laneHeight') {
    return true;
  }
  return [...selection, ...flash, ...found].some((id) => /^(stage|step|lane):/.test(id));
}

/** Stages grow in steps. CSS px */
const STEP = 128;

/** A stage this many times larger than it need be shrinks. */
const TOO_LARGE = 4;

/** The size it has where that will do, for a new one makes four canvases anew. */
function stageSize(now: Size, needed: Size): Size {
  const width = Math.ceil(needed.width / STEP) * STEP;
  const height = Math.ceil(needed.height / STEP) * STEP;
  const fits = now.width >= width && now.height >= height;
  return fits && now.width * now.height <= TOO_LARGE * width * height ? now : { width, height };
}

function cut(box: Box, to: Box): Box {
  const x = Math.max(box.x, to.x);
  const y = Math.max(box.y, to.y);
  const right = Math.min(box.x + box.width, to.x + to.width);
  const bottom = Math.min(box.y + box.height, to.y + to.height);
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) };
}
