import { Menu } from '@base-ui/react/menu';
import { BadgeCheck, Check, Ellipsis, Link, User } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeCards } from '../../shared/edits/cards.ts';
import type { Box } from '../../shared/layout/box.ts';
import { findCard } from '../../shared/layout/findCard.ts';
import type { Id } from '../../shared/records/ids.ts';
import { getRecord } from '../../shared/records/records.ts';
import { useApplication } from '../ApplicationContext.ts';
import type { Application } from '../application.ts';
import { toMap, toView } from '../canvas/camera.ts';
import { runCommand } from '../commands/runCommand.ts';
import { useKeycaps } from '../commands/useKeycaps.ts';
import { IconButton } from '../controls/IconButton.tsx';
import popup from '../controls/popup.module.css';
import type { EditingState } from '../editing/editingState.ts';
import { useLater, useLaterRecords } from '../useLater.ts';
import styles from './live.module.css';
import { isFree, isInView, placesBeside, withPin } from './placeInView.ts';

/** CSS px of the bar. */
const SIZE = { width: 138, height: 40 } as const;
/** Below this zoom cards are chips, and a bar would be larger than they are. */
const LEAST_ZOOM = 0.45;

/** The most frequent things to do with the selected card, beside it where there is room. */
export function CardBar() {
  const { editing } = useApplication();
  const card = useLater([editing], () => barCard(editing.getState()));
  return card === null ? null : <OpenBar key={card} card={card} />;
}

/** The card that has a bar. What a pointer does meanwhile hides it past React. */
function barCard({ selection, text, choice, linking, frozen }: EditingState): Id<'card'> | null {
  const [only] = selection;
  if (selection.length !== 1 || text !== null || choice !== null || linking !== null || frozen !== null) return null;
  return only?.startsWith('card:') ? (only as Id<'card'>) : null;
}

function OpenBar({ card }: { readonly card: Id<'card'> }) {
  const { t } = useTranslation();
  const app = useApplication();
  const bar = useRef<HTMLDivElement>(null);
  const evidenceKeys = useKeycaps('item.evidence') ?? [];
  const linkKeys = useKeycaps('item.link') ?? [];

  useEffect(() => {
    const place = (): void => {
      const element = bar.current;
      if (element === null) return;
      const spot = app.editing.getState().gesture === null ? spotFor(app, card) : null;
      element.hidden = spot === null;
      if (spot !== null) element.style.transform = `translate(${spot.x}px, ${spot.y}px)`;
    };
    place();
    const stops = [
      app.camera.subscribe(place),
      app.scene.subscribe(place),
      app.editing.subscribe((now, before) => {
        if (now.gesture !== before.gesture) place();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [app, card]);

  return (
    <div
      ref={bar}
      className={styles.bar}
      role="toolbar"
      aria-label={t('mapMenu.actions')}
      hidden
      onMouseDown={(event) => event.preventDefault()}
    >
      <IconButton
        icon={BadgeCheck}
        label={t('command.item.evidence')}
        keys={evidenceKeys}
        tabIndex={-1}
        onClick={() => runCommand(app, 'item.evidence')}
      />
      <IconButton
        icon={Link}
        label={t('command.item.link')}
        keys={linkKeys}
        tabIndex={-1}
        onClick={() => runCommand(app, 'item.link')}
      />
      <WalkerMenu card={card} />
      <IconButton icon={Ellipsis} label={t('mapMenu.actions')} tabIndex={-1} onClick={openMapMenu} />
    </div>
  );
}

/** Whose card it is. */
function WalkerMenu({ card: id }: { readonly card: Id<'card'> }) {
  const { t } = useTranslation();
  const { editor } = useApplication();
  const [isOpen, setOpen] = useState(false);
  const records = useLaterRecords();
  const card = records === null ? undefined : getRecord(records, id);
  const lane = records && card && getRecord(records, card.lane);
  const walkers = (records && lane && getRecord(records, lane.map)?.personas) ?? [];
  const choices = [
    { persona: null, name: t('inspector.everybody') },
    ...walkers.map((persona) => ({
      persona,
      name: (records && getRecord(records, persona)?.name) || t('left.unnamedPersona'),
    })),
  ];
  return (
    <Menu.Root open={isOpen} onOpenChange={setOpen}>
      <Menu.Trigger render={<IconButton icon={User} label={t('inspector.whose')} tabIndex={-1} />} />
      <Menu.Portal>
        <Menu.Positioner className={popup.positioner} align="start" sideOffset={6}>
          <Menu.Popup className={popup.popup}>
            {choices.map(({ persona, name }) => (
              <Menu.CheckboxItem
                key={persona ?? ''}
                className={popup.item}
                checked={card?.persona === persona}
                closeOnClick
                onClick={() => editor.edit(changeCards, { cards: [id], fields: { persona } })}
              >
                {name}
                <Menu.CheckboxItemIndicator className={popup.tick}>
                  <Check size={15} aria-hidden="true" />
                </Menu.CheckboxItemIndicator>
              </Menu.CheckboxItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** The menu of the card, as the menu key opens it. */
function openMapMenu(): void {
  document.querySelector('[data-region="canvas"]')?.dispatchEvent(new MouseEvent('contextmenu', { cancelable: true }));
}

/** Where the bar has room: beside the card, in the view, over nothing that can be read. CSS px of the view. */
function spotFor({ scene, camera: cameras }: Application, card: Id<'card'>): { x: number; y: number } | null {
  const layout = scene.getState().shown?.layout;
  const found = layout && findCard(layout, card);
  const { camera, view } = cameras.getState();
  if (layout === undefined || found === undefined || camera.zoom < LEAST_ZOOM) return null;
  const toViewBox = (box: Box): Box => ({
    ...toView(camera, box),
    width: box.width * camera.zoom,
    height: box.height * camera.zoom,
  });
  const isGood = (spot: { x: number; y: number }): boolean => {
    const box = { ...toMap(camera, spot), width: SIZE.width / camera.zoom, height: SIZE.height / camera.zoom };
    return isInView(spot, SIZE, view) && isFree(layout, box);
  };
  return placesBeside(toViewBox(withPin(found.box)), SIZE).find(isGood) ?? null;
}
