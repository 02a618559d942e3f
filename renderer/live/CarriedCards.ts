import { growBox } from '../../shared/layout/box.ts';
import { findCard } from '../../shared/layout/findCard.ts';
import { THEMES } from '../../shared/scene/theme.ts';
import type { Application } from '../application.ts';
import { toView } from '../canvas/camera.ts';
import { paintItems, prepareContext } from '../canvas/paintScene.ts';
import { CarriedWords } from './CarriedWords.ts';
import styles from './live.module.css';
import { unionOf } from './liveShape.ts';

/** A carried card is lifted by this (px of the sheet) and tilted (UI.md section 5). */
const LIFT = { x: 8, y: -10 } as const;
const ROOM = 24;

/**
 * Cards in the hand: painted once when they are lifted, by the painter of the still map, and moved by CSS alone while
 * they are carried.
 */
export class CarriedCards {
  private readonly app: Application;
  private readonly canvas: HTMLCanvasElement;
  private key = '';
  private readonly words: CarriedWords;
  private origin = { x: 0, y: 0 };
  /** CSS px from the picture's upper edge to the lower edge of the cards in it. */
  private bottom = 0;

  constructor(root: HTMLElement, app: Application) {
    this.app = app;
    this.canvas = document.createElement('canvas');
    this.canvas.className = styles.carried ?? '';
    this.canvas.hidden = true;
    root.append(this.canvas);
    this.words = new CarriedWords(root, app);
  }

  /** Paints when other cards are in the hand than before, and moves them to where the pointer has them. */
  update(): void {
    const { gesture } = this.app.editing.getState();
    this.words.update();
    if (gesture?.kind !== 'cards') {
      this.canvas.hidden = true;
      this.key = '';
      return;
    }
    const { camera } = this.app.camera.getState();
    const key = `${gesture.cards.join(' ')} ${camera.zoom}`;
    if (key !== this.key) {
      this.key = key;
      this.paint(gesture.cards);
    }
    this.place();
  }

  /** Moves the picture to the pointer; after a pan too. */
  place(): void {
    const { gesture } = this.app.editing.getState();
    if (gesture?.kind !== 'cards') return;
    const { camera } = this.app.camera.getState();
    const { x, y } = this.origin;
    const corner = toView(camera, { x: x + gesture.by.x + LIFT.x, y: y + gesture.by.y + LIFT.y });
    this.canvas.style.transform = `translate(${corner.x}px, ${corner.y}px) rotate(1.5deg)`;
    this.words.place(corner.x + ROOM * camera.zoom, corner.y + this.bottom);
  }

  destroy(): void {
    this.words.destroy();
    this.canvas.remove();
  }

  private paint(cards: readonly `card:${string}`[]): void {
    const shown = this.app.scene.getState().shown;
    if (shown === null) return;
    const found = cards.flatMap((id) => findCard(shown.layout, id) ?? []);
    const union = unionOf(found.map(({ box }) => box));
    this.canvas.hidden = union === null;
    if (union === null) return;
    const { camera } = this.app.camera.getState();
    const scale = camera.zoom * devicePixelRatio;
    const box = growBox(union, ROOM);
    this.origin = { x: box.x, y: box.y };
    this.bottom = (box.height - ROOM / 2) * camera.zoom;
    // A selection as wide as the map is carried as a part of it: the hand needs no more than a screen of it.
    const width = Math.min(Math.ceil(box.width * scale), 4096);
    const height = Math.min(Math.ceil(box.height * scale), 4096);
    this.canvas.width = width;
    this.canvas.height = height;
    this.canvas.style.width = `${width / devicePixelRatio}px`;
    this.canvas.style.height = `${height / devicePixelRatio}px`;
    const context = this.canvas.getContext('2d');
    if (context === null) return;
    prepareContext(context);
    const colours = THEMES[this.app.settings.getState().theme];
    const options = { colours, zoom: camera.zoom, picture: (hash: string) => shown.pictures.get(hash) };
    for (const { lane } of found.filter((each, at) => found.findIndex((other) => other.lane === each.lane) === at)) {
      const band = shown.scene.bands.find((each) => each.key === lane.layout.lane.id);
      context.setTransform(scale, 0, 0, scale, -box.x * scale, (lane.y - box.y) * scale);
      for (const part of band?.parts ?? []) {
        if (cards.some((id) => id === part.key)) paintItems(context, part.items(), options);
      }
    }
  }
}
