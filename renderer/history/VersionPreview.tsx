import { Maximize } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { assetUrl } from '../../shared/ipc/bridge.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import { THEMES } from '../../shared/scene/theme.ts';
import { useDocument, useSettings } from '../ApplicationContext.ts';
import { toView } from '../canvas/camera.ts';
import { followCameraInput } from '../canvas/cameraInput.ts';
import { type CameraStore, createCameraStore } from '../canvas/cameraStore.ts';
import { MapView } from '../canvas/mapView.ts';
import { createPictureCache, type PictureCache } from '../canvas/pictureCache.ts';
import { stickyStrips } from '../canvas/stickyStrips.ts';
import { IconButton } from '../controls/IconButton.tsx';
import styles from './history.module.css';
import type { VersionMark } from './versionMarks.ts';
import type { VersionScene } from './versionScene.ts';

interface VersionPreviewProps {
  readonly label: string;
  readonly shown: VersionScene;
  readonly marks: readonly VersionMark[];
  /** What to bring into view; null shows the whole map. */
  readonly lookAt: VersionMark | null;
}

/** What one preview is made of while it stands. */
interface Mounted {
  readonly view: MapView;
  readonly camera: CameraStore;
  readonly pictures: PictureCache;
}

/** A map as it was: it can be moved and zoomed, and not changed. */
export function VersionPreview({ label, shown, marks, lookAt }: VersionPreviewProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const rings = useRef<HTMLDivElement>(null);
  const mounted = useRef<Mounted | null>(null);
  const scene = useRef(shown.scene);
  scene.current = shown.scene;
  const handle = useDocument((document) => document.handle);
  const theme = useSettings((settings) => settings.theme);
  const camera = useMemo(createCameraStore, []);

  useEffect(() => {
    if (root.current === null || handle === null) return;
    const pictures = createPictureCache((hash) => assetUrl(handle, hash));
    const stop = mountPreview(root.current, rings.current, camera, () => scene.current);
    mounted.current = { view: stop.view, camera, pictures };
    return () => {
      mounted.current = null;
      stop.end();
      pictures.close();
    };
  }, [camera, handle]);

  useEffect(() => {
    const { view, pictures } = mounted.current ?? {};
    if (view === undefined || pictures === undefined) return;
    view.show({ scene: shown.scene, colours: THEMES[theme], pictures });
  }, [shown, theme]);

  useEffect(() => {
    camera.showMap(shown.scene, null);
    camera.fit();
  }, [camera, shown]);

  useEffect(() => {
    if (lookAt === null) return;
    const { x, y, width, height } = lookAt.box;
    if (camera.getState().camera.zoom < LEGIBLE) camera.zoomTo(LEGIBLE);
    camera.centreOn({ x: x + width / 2, y: y + height / 2 });
  }, [camera, lookAt]);

  return (
    <div className={styles.preview}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved with arrow keys, so it takes the focus */}
      <div ref={root} className={styles.sheet} role="img" aria-label={label} tabIndex={0} />
      <div className={styles.rings} aria-hidden="true">
        <div ref={rings} className={styles.ringPlane}>
          {marks.map(({ id, became, box }) => (
            <div
              key={id}
              className={styles.ring}
              data-became={became}
              data-lit={lookAt?.id === id || undefined}
              style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
            />
          ))}
        </div>
      </div>
      <div className={styles.whole}>
        <IconButton icon={Maximize} label={t('command.view.zoomFit')} onClick={() => camera.fit()} />
      </div>
    </div>
  );
}

/** Below this zoom the words of a card are not drawn. */
const LEGIBLE = 0.75;

function mountPreview(
  root: HTMLElement,
  rings: HTMLElement | null,
  camera: CameraStore,
  shown: () => Scene,
): { readonly view: MapView; readonly end: () => void } {
  const view = new MapView(root, camera);
  const follow = (): void => {
    const { camera: at, view: size } = camera.getState();
    const corner = toView(at, { x: 0, y: 0 });
    if (rings === null) return;
    const scene = shown();
    const sticky = stickyStrips(scene, at, size);
    const [top, left] = [sticky.heads ? scene.heads.height : 0, sticky.labels ? scene.labels.width : 0];
    // What sticks to the edges lies above the map and everything on it.
    if (rings.parentElement !== null) {
      rings.parentElement.style.clipPath = `inset(${top * at.zoom}px 0 0 ${left * at.zoom}px)`;
    }
    rings.style.transform = `translate(${corner.x}px, ${corner.y}px) scale(${at.zoom})`;
    rings.style.setProperty('--zoom', String(at.zoom));
  };
  let isFirst = true;
  const resize = new ResizeObserver(() => {
    camera.resizeView({ width: root.clientWidth, height: root.clientHeight });
    if (isFirst) camera.fit();
    isFirst = false;
  });
  resize.observe(root);
  const stops = [camera.subscribe(follow), followCameraInput(root, camera)];
  follow();
  return {
    view,
    end: () => {
      resize.disconnect();
      for (const stop of stops) stop();
      view.destroy();
    },
  };
}
