import { PanelRightOpen } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { THEMES } from '../../shared/scene/theme.ts';
import { useApplication, useDocument, useSession } from '../ApplicationContext.ts';
import type { Application } from '../application.ts';
import { runCommand } from '../commands/runCommand.ts';
import { useKeycaps } from '../commands/useKeycaps.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { CardBar } from '../live/CardBar.tsx';
import { KindChooser } from '../live/KindChooser.tsx';
import { LiveView } from '../live/LiveView.ts';
import { liveWordsOf } from '../live/liveWords.ts';
import { TextBox } from '../live/TextBox.tsx';
import { MapMenu } from '../menus/MapMenu.tsx';
import { Announcer } from '../outline/Announcer.tsx';
import { Outline } from '../outline/Outline.tsx';
import { recordOf } from '../state/recordOf.ts';
import { followMapInput, isToolPress } from '../tools/followMapInput.ts';
import { keepHover } from '../tools/keepHover.ts';
import { followCameraInput } from './cameraInput.ts';
import { createCanvasMeasurer } from './canvasMeasurer.ts';
import { keepPlaceInView } from './keepPlaceInView.ts';
import styles from './MapCanvas.module.css';
import { MapView } from './mapView.ts';
import { NewsList } from './NewsList.tsx';

interface MapCanvasProps {
  /** False while a project is being opened: what is read aloud of the map comes after what is seen of it. */
  readonly filled: boolean;
}

/** The desk with the map. React mounts the view once; scene and camera reach it past React. */
export function MapCanvas({ filled }: MapCanvasProps) {
  const { t } = useTranslation();
  const app = useApplication();
  const root = useRef<HTMLElement>(null);
  const rightPanel = useSession((session) => session.rightPanel);
  const mapId = useSession((session) => session.map);
  const unfoldKeys = useKeycaps('view.toggleRightPanel') ?? [];
  const title = useDocument(({ records }) => recordOf(records, mapId)?.title ?? '');

  useEffect(() => (root.current === null ? undefined : mountView(root.current, app)), [app]);

  return (
    <main className={styles.canvas}>
      <section
        ref={root}
        className={styles.view}
        data-region="canvas"
        // The keys of the map are its own; what it points to in the outline is read aloud.
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved with arrow keys, so it takes the focus
        tabIndex={0}
        aria-label={`${t('region.canvas')} ${title}`.trim()}
      >
        {filled && <Outline canvas={root} />}
      </section>
      <MapMenu canvas={root} />
      <Announcer />
      <div className={styles.texts}>
        <TextBox />
        <CardBar />
        <KindChooser />
      </div>
      <NewsList />
      {!rightPanel && (
        <div className={styles.unfold}>
          <IconButton
            icon={PanelRightOpen}
            label={t('panel.unfoldRight')}
            keys={unfoldKeys}
            onClick={() => runCommand(app, 'view.toggleRightPanel')}
          />
        </div>
      )}
    </main>
  );
}

/** Puts the view into its element and lets it follow everything it shows. Returns the way to take it out. */
function mountView(root: HTMLElement, app: Application): () => void {
  const view = new MapView(root, app.camera);
  const measurer = createCanvasMeasurer();
  const live = new LiveView(root, app, liveWordsOf(app, measurer));
  const show = (): void => {
    const { shown } = app.scene.getState();
    const colours = THEMES[app.settings.getState().theme];
    view.show(shown === null ? null : { scene: shown.scene, colours, pictures: shown.pictures });
  };
  const measure = (): void => app.camera.resizeView({ width: root.clientWidth, height: root.clientHeight });
  const resize = new ResizeObserver(measure);
  resize.observe(root);
  // The observer comes with the next frame, and the first one shall show the map.
  measure();
  const stops = [
    app.scene.subscribe(show),
    app.settings.subscribe((now, before) => {
      if (now.theme !== before.theme) show();
    }),
    // The place on the map shows where the keyboard is; without one the map itself does.
    app.editing.subscribe(({ place }) => root.toggleAttribute('data-standing', place !== null)),
    followMapInput(root, app),
    followCameraInput(root, app.camera, (event) => isToolPress(app, event, root)),
    keepPlaceInView(app, window),
    keepHover({ ...app, clock: window }),
    followDensity(() => view.repaint()),
  ];
  show();
  return () => {
    resize.disconnect();
    for (const stop of stops) stop();
    live.destroy();
    view.destroy();
  };
}

/** Calls back when the window comes to a screen of another density. Returns the way to stop. */
function followDensity(changed: () => void): () => void {
  const stop = new AbortController();
  const watch = (): void => {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const onChange = (): void => {
      changed();
      watch();
    };
    query.addEventListener('change', onChange, { once: true, signal: stop.signal });
  };
  watch();
  return () => stop.abort();
}
