import type { Selectable } from '../editing/place.ts';
import type { LiveShape } from './liveShape.ts';

/** ms a ring flashes, once (UI.md section 6). */
const LASTS = 600;

/** What flashes after undo, redo and "go there", and how much of it is left. Who wants no motion gets none. */
export class Flash {
  private readonly redraw: () => void;
  private readonly ended: () => void;
  private of: readonly Selectable[] = [];
  private started = 0;
  private frame = 0;

  /** `redraw` paints the same shapes again, `ended` does without those that flashed. */
  constructor(redraw: () => void, ended: () => void) {
    this.redraw = redraw;
    this.ended = ended;
  }

  /** From 1 to 0. */
  get left(): number {
    return Math.max(0, 1 - (performance.now() - this.started) / LASTS);
  }

  /** Whether this has flashed already; something new begins now. */
  isOver(flash: readonly Selectable[]): boolean {
    if (flash !== this.of) {
      this.of = flash;
      this.started = performance.now();
    }
    return this.left === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  /** Goes on fading as long as any of the shapes flashes. */
  run(shapes: readonly LiveShape[]): void {
    this.stop();
    if (!shapes.some((shape) => shape.kind === 'outline' && shape.flash)) return;
    const step = (): void => {
      this.frame = 0;
      if (this.left === 0) {
        this.ended();
        return;
      }
      this.redraw();
      this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }
}
