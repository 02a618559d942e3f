import { hitTest } from '../../shared/layout/hitTest.ts';
import type { Application } from '../application.ts';
import { placeOnSheet } from './placeOnSheet.ts';
import type { ToolPointer } from './tool.ts';

/** Moving a selection beyond the view: the map follows within this many CSS px of its edge, at most this fast a frame. */
const EDGE = 36;
const FASTEST = 18;

/** Whether a press is the map's own: anything but the desk, the middle button and the space bar's drag. */
export function isToolPress(app: Application, event: PointerEvent, root: HTMLElement): boolean {
  if (event.button !== 0 || root.dataset.space !== undefined || event.pointerType === 'touch') return false;
  const layout = app.scene.getState().shown?.layout;
  if (layout === undefined) return false;
  const { x, y } = pointerOf(app, event, root);
  return hitTest(layout, x, y) !== null;
}

/** Hands pointer and keys on the map to its tools. Returns the way to stop. */
export function followMapInput(root: HTMLElement, app: Application): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const { tools } = app;
  let pressed: PointerEvent | null = null;
  /** A right click gave up what was under way, and a button of it is still down. */
  let isGivenUp = false;
  let frame = 0;

  const giveUp = (): void => {
    pressed = null;
    isGivenUp = true;
    tools.cancel();
  };
  const onDown = (event: PointerEvent): void => {
    if (pressed !== null && event.button === 2) {
      giveUp();
      return;
    }
    isGivenUp = false;
    // The menu that comes is for what lies here, also where the map or the keyboard moved on since the pointer did.
    if (event.button === 2) tools.move(pointerOf(app, event, root));
    if (!isToolPress(app, event, root) || isText(event.target)) return;
    root.setPointerCapture(event.pointerId);
    root.focus({ preventScroll: true });
    pressed = event;
    tools.press(pointerOf(app, event, root));
  };
  const onMove = (event: PointerEvent): void => {
    // A second button of the same mouse comes as a move.
    if (pressed !== null && event.button === 2) giveUp();
    if (pressed !== null) pressed = event;
    tools.move(pointerOf(app, event, root));
    if (pressed !== null && frame === 0) frame = requestAnimationFrame(follow);
  };
  const onUp = (event: PointerEvent): void => {
    isGivenUp = false;
    if (pressed === null) return;
    pressed = null;
    tools.release(pointerOf(app, event, root));
  };
  const onCancel = (): void => {
    pressed = null;
    isGivenUp = false;
    tools.cancel();
  };
  /** Where a click gives up a drag there is no menu, or letting go of the other button would choose from it. */
  const onMenu = (event: MouseEvent): void => {
    if (pressed !== null) giveUp();
    if (!isGivenUp) return;
    event.preventDefault();
    event.stopPropagation();
  };
  /** While something is carried near an edge, the map comes along under the pointer. */
  const follow = (): void => {
    frame = 0;
    if (pressed === null || app.editing.getState().gesture === null) return;
    const { left, top, right, bottom } = root.getBoundingClientRect();
    const x = pullAt(pressed.clientX, left, right);
    const y = pullAt(pressed.clientY, top, bottom);
    if (x === 0 && y === 0) return;
    app.camera.panBy(x, y);
    tools.move(pointerOf(app, pressed, root));
    frame = requestAnimationFrame(follow);
  };
  const onDouble = (event: MouseEvent): void => {
    if (isText(event.target)) return;
    tools.doubleClick(pointerOf(app, event, root));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== root || event.isComposing || event.keyCode === 229) return;
    // A key held down after N must not answer the question that N asked.
    if (event.repeat && app.editing.getState().choice !== null) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const { key, shiftKey: shift, altKey: alt } = event;
    if (tools.key({ key, shift, alt, mod: event.ctrlKey || event.metaKey })) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  root.addEventListener('pointerdown', onDown, { signal });
  root.addEventListener('pointermove', onMove, { signal });
  root.addEventListener('pointerup', onUp, { signal });
  root.addEventListener('pointercancel', onCancel, { signal });
  root.addEventListener('contextmenu', onMenu, { signal, capture: true });
  root.addEventListener('pointerleave', () => tools.leave(), { signal });
  root.addEventListener('dblclick', onDouble, { signal });
  root.addEventListener('keydown', onKey, { signal });
  return () => {
    stop.abort();
    cancelAnimationFrame(frame);
    tools.cancel();
  };
}

function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement;
}

function pullAt(at: number, low: number, high: number): number {
  if (at < low + EDGE) return -pull(low + EDGE - at);
  return at > high - EDGE ? pull(at - high + EDGE) : 0;
}

function pull(depth: number): number {
  return Math.min(FASTEST, Math.ceil((depth / EDGE) * FASTEST));
}

/** A pointer on the sheet. */
function pointerOf(app: Application, event: MouseEvent, root: HTMLElement): ToolPointer {
  const { left, top } = root.getBoundingClientRect();
  const view = { x: event.clientX - left, y: event.clientY - top };
  return {
    ...placeOnSheet(app, view),
    viewX: view.x,
    viewY: view.y,
    zoom: app.camera.getState().camera.zoom,
    shift: event.shiftKey,
    mod: event.ctrlKey || event.metaKey,
    alt: event.altKey,
  };
}
