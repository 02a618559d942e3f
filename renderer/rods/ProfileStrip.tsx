import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Columns } from '../../shared/layout/columns.ts';
import { useApplication } from '../ApplicationContext.ts';
import type { CameraStore } from '../canvas/cameraStore.ts';
import { useRestingLayout } from '../outline/useRestingLayout.ts';
import { ProfileDrawing } from './ProfileDrawing.tsx';
import styles from './ProfileStrip.module.css';
import { layProfile } from './profileLayout.ts';

const HEIGHT = 62;
/** Share of the strip that an arrow key moves. */
const KEY_STEP = 0.05;

/** The whole journey with a frame round what is in view: drag the frame, or click where to go. */
export function ProfileStrip() {
  const { t } = useTranslation();
  const { camera } = useApplication();
  const layout = useRestingLayout();
  const strip = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const columns = layout?.columns;
  const profile = useMemo(
    () => (layout === null || width === 0 ? null : layProfile(layout, width, HEIGHT)),
    [layout, width],
  );

  useEffect(() => {
    if (strip.current === null) return;
    const resize = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    resize.observe(strip.current);
    return () => resize.disconnect();
  }, []);

  useEffect(() => {
    if (columns === undefined) return;
    const show = (): void => {
      if (frame.current !== null && strip.current !== null) placeFrame(frame.current, strip.current, camera, columns);
    };
    show();
    return camera.subscribe(show);
  }, [camera, columns]);

  const drag = useFrameDrag(camera, columns);
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (direction === 0 || columns === undefined) return;
    event.preventDefault();
    camera.panBy(direction * KEY_STEP * (columns.right - columns.left) * camera.getState().camera.zoom, 0);
  };

  return (
    <div className={styles.profile}>
      <div
        ref={strip}
        className={styles.strip}
        role="slider"
        tabIndex={0}
        aria-label={t('zoom.profile')}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        onKeyDown={onKeyDown}
        {...drag}
      >
        {profile !== null && <ProfileDrawing profile={profile} width={width} height={HEIGHT} />}
        <div ref={frame} className={styles.frame} />
      </div>
    </div>
  );
}

/** Moves the frame where the camera looks, and says it to those who do not see it. */
function placeFrame(frame: HTMLElement, strip: HTMLElement, store: CameraStore, { left, right }: Columns): void {
  const { camera, view } = store.getState();
  const span = Math.max(1, right - left);
  const start = Math.max(0, Math.min(1, (camera.x - left) / span));
  const end = Math.max(0, Math.min(1, (camera.x + view.width / camera.zoom - left) / span));
  frame.style.left = `${start * 100}%`;
  frame.style.width = `${Math.max(0, end - start) * 100}%`;
  strip.setAttribute('aria-valuenow', String(Math.round(((start + end) / 2) * 100)));
}

/** Press beside the frame to go there, then drag. */
function useFrameDrag(camera: CameraStore, columns: Columns | undefined) {
  const last = useRef<number | null>(null);
  const mapX = (event: PointerEvent<HTMLElement>): number => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    if (columns === undefined) return 0;
    return columns.left + ((event.clientX - left) / width) * (columns.right - columns.left);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || columns === undefined) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const x = mapX(event);
      const { camera: now, view } = camera.getState();
      const seen = view.width / now.zoom;
      if (x < now.x || x > now.x + seen) camera.centreOn({ x, y: now.y + view.height / now.zoom / 2 });
      last.current = x;
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (last.current === null) return;
      const x = mapX(event);
      camera.panBy((x - last.current) * camera.getState().camera.zoom, 0);
      last.current = x;
    },
    onPointerUp: () => {
      last.current = null;
    },
    onPointerCancel: () => {
      last.current = null;
    },
  };
}
