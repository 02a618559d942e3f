import type { Application } from '../application.ts';
import { toView } from '../canvas/camera.ts';
import { makeDiv } from '../canvas/makeDiv.ts';
import { type HoverText, hoverText } from './hoverText.ts';
import styles from './live.module.css';

/** The pointer rests this long on a thing before its words show; from there to the next they follow at once. ms */
const REST = 150;
/** From the thing to its words, and from these to the edges of the view. CSS px */
const GAP = 8;

/**
 * The words of the thing under the pointer, at a size that can be read, where the map is too small for them. A screen
 * reader has them from the outline.
 */
export class HoverCard {
  private readonly app: Application;
  private readonly element: HTMLDivElement;
  private readonly title: HTMLDivElement;
  private readonly text: HTMLDivElement;
  private shown: HoverText | null = null;
  private timer = 0;

  constructor(root: HTMLElement, app: Application) {
    this.app = app;
    this.element = makeDiv(styles.hoverCard);
    this.title = makeDiv(styles.hoverTitle);
    this.text = makeDiv(styles.hoverText);
    this.element.append(this.title, this.text);
    root.append(this.element);
    this.text.dir = 'auto';
    this.element.hidden = true;
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** Shows what the pointer is on now. */
  update(): void {
    const wanted = this.wanted();
    if (wanted?.text === this.shown?.text && wanted?.title === this.shown?.title) {
      this.shown = wanted;
      this.place();
      return;
    }
    clearTimeout(this.timer);
    if (wanted === null || this.shown !== null) this.show(wanted);
    else this.timer = window.setTimeout(() => this.show(this.wanted()), REST);
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.element.remove();
  }

  private wanted(): HoverText | null {
    const { hover, gesture, text } = this.app.editing.getState();
    const layout = this.app.scene.getState().shown?.layout;
    if (hover === null || gesture !== null || text !== null || layout === undefined) return null;
    return hoverText(layout, hover, this.app.camera.getState().camera.zoom, this.app.i18n.t);
  }

  private show(shown: HoverText | null): void {
    this.shown = shown;
    this.element.hidden = shown === null;
    if (shown === null) return;
    this.title.textContent = shown.title;
    this.title.hidden = shown.title === '';
    this.text.textContent = shown.text;
    this.place();
  }

  /** Above the thing, or below it where there is no room; never beyond the view. */
  private place(): void {
    if (this.shown === null) return;
    const { camera, view } = this.app.camera.getState();
    const { box } = this.shown;
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const corner = toView(camera, box);
    const middle = corner.x + (box.width * camera.zoom) / 2;
    const above = corner.y - height - GAP;
    const x = Math.max(GAP, Math.min(middle - width / 2, view.width - width - GAP));
    const y = above >= GAP ? above : corner.y + box.height * camera.zoom + GAP;
    this.element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }
}
