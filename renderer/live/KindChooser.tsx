import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KIND_KEYS } from '../../shared/commands/kindKeys.ts';
import { CARD_KINDS, type CardKind } from '../../shared/records/card.ts';
import { KINDS_OF_LANE } from '../../shared/records/lane.ts';
import { getRecord } from '../../shared/records/records.ts';
import { useApplication, useEditing, useMapScene } from '../ApplicationContext.ts';
import { toView } from '../canvas/camera.ts';
import { Keycaps } from '../controls/Keycaps.tsx';
import type { KindChoice } from '../editing/editingState.ts';
import { boxOfPlace } from '../editing/place.ts';
import { KindPin } from '../inspector/KindPin.tsx';
import styles from './live.module.css';
import { isInView, placesBeside } from './placeInView.ts';

/** A quotation has no letter; it is made of a thought. */
const KINDS: readonly CardKind[] = CARD_KINDS.filter((kind) => KIND_KEYS[kind] !== undefined);

/** After N: the kinds a new card can be of, each with its letter. The map keeps the keyboard. */
export function KindChooser() {
  const choice = useEditing((editing) => editing.choice);
  return choice === null ? null : <OpenChooser choice={choice} />;
}

function OpenChooser({ choice }: { readonly choice: KindChoice }) {
  const { t } = useTranslation();
  const app = useApplication();
  const popup = useRef<HTMLDivElement>(null);
  const shown = useMapScene();
  const { actions } = app.tools;
  const { records } = app.editor;
  const lane = records && getRecord(records, choice.lane);
  const own = lane && KINDS_OF_LANE[lane.kind][0];

  useEffect(() => {
    const close = (event: Event): void => {
      if (event.target instanceof Node && popup.current?.contains(event.target)) return;
      app.editing.setState({ choice: null });
    };
    const canvas = document.querySelector('[data-region="canvas"]');
    document.addEventListener('pointerdown', close, { capture: true });
    canvas?.addEventListener('blur', close);
    return () => {
      document.removeEventListener('pointerdown', close, { capture: true });
      canvas?.removeEventListener('blur', close);
    };
  }, [app]);

  // It stays at its cell while the map moves, past React as the map does.
  useEffect(() => {
    const place = (): void => {
      const element = popup.current;
      const layout = shown?.layout;
      const at =
        choice.after === null ? { kind: 'cell' as const, ...choice } : { kind: 'card' as const, id: choice.after };
      const box = layout && boxOfPlace(layout, at);
      if (element === null || box === undefined) return;
      const { camera, view } = app.camera.getState();
      const corner = toView(camera, box);
      const inView = { ...corner, width: box.width * camera.zoom, height: box.height * camera.zoom };
      const size = { width: element.offsetWidth, height: element.offsetHeight };
      const spots = placesBeside(inView, size);
      const spot = spots.find((each) => isInView(each, size, view)) ?? {
        x: Math.min(Math.max(8, corner.x), view.width - size.width - 8),
        y: Math.min(Math.max(8, corner.y), view.height - size.height - 8),
      };
      element.style.transform = `translate(${spot.x}px, ${spot.y}px)`;
    };
    place();
    return app.camera.subscribe(place);
  }, [app, choice, shown]);

  const take = (kind?: CardKind): void => actions.addKind(kind);
  return (
    // The pointer leaves the keyboard with the map.
    <div
      ref={popup}
      className={styles.chooser}
      role="toolbar"
      aria-label={t('command.item.add')}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          tabIndex={-1}
          className={styles.kind}
          data-own={kind === own ? '' : undefined}
          onClick={() => take(kind)}
        >
          <KindPin kind={kind} size={22} />
          <span>{t(`kind.${kind}`)}</span>
          <Keycaps keys={[KIND_KEYS[kind] ?? '']} />
        </button>
      ))}
      <button type="button" tabIndex={-1} className={styles.ownKind} onClick={() => take()}>
        <span>{own === undefined ? t('mapMenu.newFeeling') : t('canvas.ownKind', { kind: t(`kind.${own}`) })}</span>
        <Keycaps keys={[t('keys.enter')]} />
      </button>
    </div>
  );
}
