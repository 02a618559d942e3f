import type { Scene } from './scene.ts';

/** A display list and the page it is printed on. */
export interface PrintedPage {
  readonly scene: Scene;
  /** mm. */
  readonly pageWidth: number;
  readonly pageHeight: number;
}
