import { Menu } from '@base-ui/react/menu';
import { Check, ChevronRight } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hit } from '../../shared/layout/hitTest.ts';
import { useApplication } from '../ApplicationContext.ts';
import type { Application } from '../application.ts';
import { toView } from '../canvas/camera.ts';
import { keycapsOf } from '../commands/useKeycaps.ts';
import popup from '../controls/popup.module.css';
import { boxOfPlace, type Place, placeOfHit, selectionOf } from '../editing/place.ts';
import { KindPin } from '../inspector/KindPin.tsx';
import styles from './MapMenu.module.css';
import { type MapMenuSubject, mapMenuEntries } from './mapMenuEntries.ts';
import type { MapMenuEntry } from './mapMenuEntry.ts';

interface MapMenuProps {
  readonly canvas: RefObject<HTMLElement | null>;
}

/** Where a menu was asked for, in the window's CSS px, and what can be done there. */
interface Asked {
  readonly x: number;
  readonly y: number;
  readonly entries: readonly MapMenuEntry[];
}

/** The menu of what lies under the pointer, or where the keyboard stands. */
export function MapMenu({ canvas }: MapMenuProps) {
  const { t } = useTranslation();
  const app = useApplication();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isOpen, setOpen] = useState(false);
  /** What was chosen is done once the menu has given the focus back, since it may begin a text. */
  const chosen = useRef<(() => void) | null>(null);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const onMenu = (event: MouseEvent): void => {
      event.preventDefault();
      const at = askedAt(app, element, event);
      app.tools.sessions.end();
      goThere(app, at.subject?.kind === 'persona' ? null : at.subject);
      setAsked({ x: at.x, y: at.y, entries: mapMenuEntries(app, at.subject) });
      setOpen(true);
    };
    element.addEventListener('contextmenu', onMenu);
    return () => element.removeEventListener('contextmenu', onMenu);
  }, [app, canvas]);

  const finish = (): void => {
    const run = chosen.current;
    chosen.current = null;
    // By hand, since the library gives the focus back a frame later, and so takes it from a text that was begun.
    canvas.current?.focus({ preventScroll: true });
    run?.();
  };
  return (
    <Menu.Root open={isOpen} onOpenChange={setOpen} onOpenChangeComplete={(open) => !open && finish()}>
      <Menu.Portal>
        <Menu.Positioner
          className={popup.positioner}
          anchor={{ getBoundingClientRect: () => DOMRect.fromRect({ x: asked?.x ?? 0, y: asked?.y ?? 0 }) }}
          align="start"
          sideOffset={2}
        >
          <Menu.Popup className={popup.popup} finalFocus={false} aria-label={t('mapMenu.actions')}>
            <Entries
              entries={asked?.entries ?? []}
              onChoose={(run) => {
                chosen.current = run;
              }}
            />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface EntriesProps {
  readonly entries: readonly MapMenuEntry[];
  readonly onChoose: (run: () => void) => void;
}

function Entries({ entries, onChoose }: EntriesProps) {
  return entries.map((entry, at) => {
    if (entry.kind === 'item') return <Item key={entry.id} entry={entry} onChoose={onChoose} />;
    if (entry.kind === 'menu') return <Submenu key={entry.id} entry={entry} onChoose={onChoose} />;
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by nothing but its place
    return <Menu.Separator key={`line ${at}`} className={popup.line} />;
  });
}

function Item({
  entry,
  onChoose,
}: { readonly entry: MapMenuEntry & { kind: 'item' } } & Omit<EntriesProps, 'entries'>) {
  const { platform } = useApplication();
  const { icon: Icon, pin, swatch, command, chosen } = entry;
  const keys = command === undefined ? entry.keys : keycapsOf(command, platform);
  const content = (
    <>
      <span className={styles.picture}>
        {Icon !== undefined && <Icon size={16} strokeWidth={1.9} aria-hidden="true" />}
        {pin !== undefined && <KindPin kind={pin} size={22} />}
        {swatch !== undefined && <span className={styles.swatch} style={{ background: `var(--${swatch})` }} />}
      </span>
      <span className={styles.label}>{entry.label}</span>
      {keys !== undefined && <span className={styles.keys}>{keys.join(' ')}</span>}
    </>
  );
  if (chosen === undefined) {
    return (
      <Menu.Item className={popup.item} data-danger={entry.danger ? '' : undefined} onClick={() => onChoose(entry.run)}>
        {content}
      </Menu.Item>
    );
  }
  return (
    <Menu.CheckboxItem className={popup.item} checked={chosen} closeOnClick onClick={() => onChoose(entry.run)}>
      {content}
      <Menu.CheckboxItemIndicator className={popup.tick}>
        <Check size={15} aria-hidden="true" />
      </Menu.CheckboxItemIndicator>
    </Menu.CheckboxItem>
  );
}

function Submenu({
  entry,
  onChoose,
}: { readonly entry: MapMenuEntry & { kind: 'menu' } } & Omit<EntriesProps, 'entries'>) {
  const { icon: Icon } = entry;
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={popup.item}>
        <span className={styles.picture}>
          <Icon size={16} strokeWidth={1.9} aria-hidden="true" />
        </span>
        <span className={styles.label}>{entry.label}</span>
        <ChevronRight size={15} className={styles.more} aria-hidden="true" />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className={popup.positioner} sideOffset={2} alignOffset={-5}>
          <Menu.Popup className={popup.popup}>
            <Entries entries={entry.entries} onChoose={onChoose} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
}

/** Under the pointer; with the menu key, where the keyboard stands. */
function askedAt(
  { editing, scene, camera }: Application,
  element: HTMLElement,
  event: MouseEvent,
): { readonly x: number; readonly y: number; readonly subject: MapMenuSubject | null } {
  const { place, hover } = editing.getState();
  const isByKey = event.button !== 2 && !event.ctrlKey;
  if (!isByKey) return { x: event.clientX, y: event.clientY, subject: subjectOfHit(hover) };
  const layout = scene.getState().shown?.layout;
  const box = layout && place !== null ? boxOfPlace(layout, place) : undefined;
  const { left, top } = element.getBoundingClientRect();
  if (box === undefined) return { x: left + 40, y: top + 40, subject: place };
  const corner = toView(camera.getState().camera, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  return { x: left + corner.x, y: top + corner.y, subject: place };
}

function subjectOfHit(hit: Hit | null): MapMenuSubject | null {
  return hit?.kind === 'persona' ? { kind: 'persona', id: hit.persona } : placeOfHit(hit);
}

/** Stands there, unless it is among several that are selected: then the menu is for all of them. */
function goThere({ editor, editing }: Application, place: Place | null): void {
  const { selection } = editing.getState();
  const [id] = selectionOf(place);
  if (id === undefined || !selection.includes(id)) editor.goTo(place);
}
