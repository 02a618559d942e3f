import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../ApplicationContext.ts';
import { LEAST_ZOOM, MOST_ZOOM } from '../canvas/camera.ts';
import { runCommand } from '../commands/runCommand.ts';
import { useKeycaps } from '../commands/useKeycaps.ts';
import { IconButton } from '../controls/IconButton.tsx';
import styles from './ZoomControl.module.css';

const LEAST = Math.log(LEAST_ZOOM);
const RANGE = Math.log(MOST_ZOOM) - LEAST;
const SLIDER_END = 1000;

/** Where a zoom stands on the slider: equal ways are equal factors. */
function toSlider(zoom: number): number {
  return Math.round(((Math.log(zoom) - LEAST) / RANGE) * SLIDER_END);
}

function fromSlider(place: number): number {
  return Math.exp(LEAST + (place / SLIDER_END) * RANGE);
}

/** Slider, steps and percentage. Follows the camera without React, which renders it once. */
export function ZoomControl() {
  const { t } = useTranslation();
  const app = useApplication();
  const slider = useRef<HTMLInputElement>(null);
  const number = useRef<HTMLOutputElement>(null);
  const { camera } = app;

  useEffect(() => {
    const show = (): void => {
      const { zoom } = camera.getState().camera;
      const words = t('zoom.percent', { percent: Math.round(zoom * 100) });
      const place = toSlider(zoom);
      if (number.current !== null) number.current.textContent = words;
      if (slider.current === null) return;
      slider.current.value = String(place);
      slider.current.setAttribute('aria-valuetext', words);
      slider.current.style.setProperty('--place', `${Math.max(0, place / 10)}%`);
    };
    show();
    return camera.subscribe(show);
  }, [camera, t]);

  return (
    <div className={styles.zoom}>
      <IconButton
        icon={Minus}
        label={t('zoom.out')}
        keys={useKeycaps('view.zoomOut') ?? []}
        onRod
        onClick={() => runCommand(app, 'view.zoomOut')}
      />
      <input
        ref={slider}
        className={styles.slider}
        type="range"
        min={0}
        max={SLIDER_END}
        step={1}
        aria-label={t('zoom.label')}
        onInput={(event) => camera.zoomTo(fromSlider(Number(event.currentTarget.value)))}
      />
      <IconButton
        icon={Plus}
        label={t('zoom.in')}
        keys={useKeycaps('view.zoomIn') ?? []}
        onRod
        onClick={() => runCommand(app, 'view.zoomIn')}
      />
      <output ref={number} className={styles.number} />
      <IconButton
        icon={Maximize}
        label={t('zoom.fit')}
        keys={useKeycaps('view.zoomFit') ?? []}
        onRod
        onClick={() => runCommand(app, 'view.zoomFit')}
      />
    </div>
  );
}
