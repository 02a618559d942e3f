import type { Point } from './camera.ts';
import type { CameraStore } from './cameraStore.ts';

/** Zoom factor of a wheel's notch (deltaY about 100) and of a finger's movement on a trackpad. */
const PER_WHEEL_PX = 0.0018;
const PER_PINCH_PX = 0.01;
/** A pinch comes as a wheel with Ctrl and steps smaller than any notch. */
const LEAST_NOTCH = 40;
const LINE_HEIGHT = 16;
const ARROW_STEP = 60;

/** The zoom factor of a wheel event with Ctrl. */
export function wheelZoom(deltaY: number): number {
  const perPx = Math.abs(deltaY) < LEAST_NOTCH ? PER_PINCH_PX : PER_WHEEL_PX;
  return Math.exp(-Math.max(-400, Math.min(400, deltaY)) * perPx);
}

/** How far a wheel moves, in CSS px; Shift turns it sideways where the system has not done so already. */
export function wheelPan(event: Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'shiftKey'>): Point {
  const unit = event.deltaMode === 0 ? 1 : LINE_HEIGHT;
  const x = event.deltaX * unit;
  const y = event.deltaY * unit;
  return event.shiftKey && x === 0 ? { x: y, y: 0 } : { x, y };
}

/**
 * Moves the camera by wheel, trackpad, pinch, dragging and page keys. A drag is the camera's with the middle button, on
 * a touch screen, while the space bar is held, and wherever `isTaken` does not claim it. Returns the way to stop.
 */
export function followCameraInput(
  root: HTMLElement,
  camera: CameraStore,
  isTaken: (event: PointerEvent) => boolean = () => false,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const pointers = new Map<number, Point>();
  const place = (event: MouseEvent): Point => {
    const { left, top } = root.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };

  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) camera.zoomBy(wheelZoom(event.deltaY), place(event));
    else {
      const { x, y } = wheelPan(event);
      camera.panBy(x, y);
    }
  };
  const onDown = (event: PointerEvent): void => {
    if (event.button > 1 || pointers.size === 2 || isTaken(event)) return;
    // The middle button would start the system's own scrolling.
    if (event.button === 1) event.preventDefault();
    root.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, place(event));
    root.dataset.panning = '';
  };
  const onMove = (event: PointerEvent): void => {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    const now = place(event);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, now);
    if (other === undefined) camera.panBy(before.x - now.x, before.y - now.y);
    else pinch(camera, before, now, other);
  };
  const onUp = (event: PointerEvent): void => {
    pointers.delete(event.pointerId);
    if (pointers.size === 0) delete root.dataset.panning;
  };
  const onKey = (event: KeyboardEvent): void => {
    if (
      event.target !== root ||
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.isComposing
    )
      return;
    const step = ARROWS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const { view } = camera.getState();
    camera.panBy(step.x * ARROW_STEP, step.y * ARROW_STEP + step.pages * view.height * 0.9);
  };

  root.addEventListener('wheel', onWheel, { signal, passive: false });
  root.addEventListener('pointerdown', onDown, { signal });
  root.addEventListener('pointermove', onMove, { signal });
  root.addEventListener('pointerup', onUp, { signal });
  root.addEventListener('pointercancel', onUp, { signal });
  root.addEventListener('keydown', onKey, { signal });
  return () => stop.abort();
}

const ARROWS: Readonly<Record<string, { readonly x: number; readonly y: number; readonly pages: number }>> = {
  ArrowLeft: { x: -1, y: 0, pages: 0 },
  ArrowRight: { x: 1, y: 0, pages: 0 },
  ArrowUp: { x: 0, y: -1, pages: 0 },
  ArrowDown: { x: 0, y: 1, pages: 0 },
  PageUp: { x: 0, y: 0, pages: -1 },
  PageDown: { x: 0, y: 0, pages: 1 },
};

/** Two fingers on a touch screen: what was between them stays between them. */
function pinch(camera: CameraStore, before: Point, now: Point, other: Point): void {
  const middle = (a: Point): Point => ({ x: (a.x + other.x) / 2, y: (a.y + other.y) / 2 });
  const spread = (a: Point): number => Math.max(1, Math.hypot(a.x - other.x, a.y - other.y));
  const from = middle(before);
  const to = middle(now);
  camera.panBy(from.x - to.x, from.y - to.y);
  camera.zoomBy(spread(now) / spread(before), to);
}
