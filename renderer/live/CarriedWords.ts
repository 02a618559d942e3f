import { ICONS } from '../../shared/scene/icons.ts';
import type { Application } from '../application.ts';
import type { Size } from '../canvas/camera.ts';
import { makeDiv } from '../canvas/makeDiv.ts';
import styles from './live.module.css';

const SVG = 'http://www.w3.org/2000/svg';
/** From the cards in the hand to the words, and from these to the edges of the view. CSS px */
const GAP = 6;

/**
 * What would become of the cards in the hand, or why they cannot stay here: below them, where they cover nothing of it.
 * A screen reader is told what became of them.
 */
export class CarriedWords {
  private readonly app: Application;
  private readonly element: HTMLDivElement;
  private readonly ban: SVGSVGElement;
  private readonly text: HTMLSpanElement;
  private size: Size = { width: 0, height: 0 };

  constructor(root: HTMLElement, app: Application) {
    this.app = app;
    this.element = makeDiv(styles.carriedWords);
    this.element.hidden = true;
    this.element.setAttribute('aria-hidden', 'true');
    this.ban = document.createElementNS(SVG, 'svg');
    this.ban.setAttribute('viewBox', '0 0 24 24');
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', ICONS.ban);
    this.ban.append(path);
    this.text = document.createElement('span');
    this.element.append(this.ban, this.text);
    root.append(this.element);
  }

  /** Says what is true where the cards are now. */
  update(): void {
    const { gesture } = this.app.editing.getState();
    const target = gesture?.kind === 'cards' ? gesture.target : null;
    const isShown = target !== null;
    if (this.element.hidden === isShown) this.element.hidden = !isShown;
    if (target === null) return;
    const { refusal, words } = target;
    const { t } = this.app.i18n;
    const text = refusal === null ? t(`canvas.${words}`) : t(`refusal.${refusal}`);
    if (text === this.text.textContent) return;
    this.text.textContent = text;
    this.ban.style.display = refusal === null ? 'none' : '';
    this.element.toggleAttribute('data-refused', refusal !== null);
    this.size = { width: this.element.offsetWidth, height: this.element.offsetHeight };
  }

  /** Puts the words below what ends at `bottom` and begins at `left`; never beyond the view. CSS px of the view. */
  place(left: number, bottom: number): void {
    const { view } = this.app.camera.getState();
    const x = Math.max(GAP, Math.min(left, view.width - this.size.width - GAP));
    const y = Math.max(GAP, Math.min(bottom + GAP, view.height - this.size.height - GAP));
    this.element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  destroy(): void {
    this.element.remove();
  }
}
