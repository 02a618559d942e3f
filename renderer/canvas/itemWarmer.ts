import type { Scene, ScenePart } from '../../shared/scene/scene.ts';

/** What is left of an idle moment is too short to begin with another part. ms */
const LEAST_TIME = 1;

/**
 * Makes the items of every part of a scene in moments when the window has nothing to do, so that the first look at
 * the whole of a large map does not wait for thousands of them.
 */
export class ItemWarmer {
  private request = 0;

  /** Begins with a scene; what an earlier one still wanted is dropped. */
  warm(scene: Scene | null): void {
    cancelIdleCallback(this.request);
    if (scene !== null) this.goOn(partsOf(scene));
  }

  private goOn(parts: Iterator<ScenePart>): void {
    this.request = requestIdleCallback((deadline) => {
      while (deadline.timeRemaining() > LEAST_TIME) {
        const next = parts.next();
        if (next.done === true) return;
        next.value.items();
      }
      this.goOn(parts);
    });
  }
}

function* partsOf(scene: Scene): Generator<ScenePart> {
  for (const band of scene.bands) yield* band.parts;
}
