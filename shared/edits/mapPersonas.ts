import type { Id } from '../records/ids.ts';
import type { MapRecord } from '../records/map.ts';
import type { Transaction } from '../store/transact.ts';
import { defineEdit } from './defineEdit.ts';
import { cardsOfMap } from './keepSpans.ts';
import { refuseLocked } from './locks.ts';
import { refuse } from './refusal.ts';
import { removeRecords } from './removeRecords.ts';

/** A persona on a map. */
export interface PersonaOnMap {
  readonly map: Id<'map'>;
  readonly persona: Id<'persona'>;
}

/** Lets a persona walk on a map, before another one who does or (null) last. */
export const addPersonaToMap = defineEdit(
  'edit.addPersonaToMap',
  (tx, { map, persona, before }: PersonaOnMap & { readonly before: Id<'persona'> | null }) => {
    tx.need(persona);
    placePersona(tx, tx.need(map), persona, before);
  },
);

/** Changes the order in which those who walk on a map are shown. */
export const movePersonaOnMap = defineEdit(
  'edit.movePersonaOnMap',
  (tx, { map, persona, before }: PersonaOnMap & { readonly before: Id<'persona'> | null }) =>
    placePersona(tx, needOnMap(tx, map, persona), persona, before),
);

/** Takes a persona off a map: her curve there goes, her cards there become everybody's. */
export const takePersonaOffMap = defineEdit('edit.takePersonaOffMap', (tx, { map: id, persona }: PersonaOnMap) => {
  const map = needOnMap(tx, id, persona);
  const points = tx
    .children(id, 'lane')
    .flatMap((lane) => tx.children(lane.id, 'emotion'))
    .filter((point) => point.persona === persona);
  refuseLocked(tx, points);
  removeRecords(
    tx,
    points.map((point) => point.id),
  );
  for (const card of cardsOfMap(tx, id)) if (card.persona === persona) tx.put({ ...card, persona: null });
  tx.put({
    ...map,
    personas: map.personas.filter((each) => each !== persona),
    hiddenPersonas: map.hiddenPersonas.filter((each) => each !== persona),
  });
});

/** Hides a persona's curve and cards on a map, or shows them again. */
export const hidePersona = defineEdit(
  'edit.hidePersona',
  (tx, { map: id, persona, hidden }: PersonaOnMap & { readonly hidden: boolean }) => {
    const map = needOnMap(tx, id, persona);
    const others = map.hiddenPersonas.filter((each) => each !== persona);
    if (map.hiddenPersonas.includes(persona) === hidden) return;
    tx.put({ ...map, hiddenPersonas: hidden ? [...others, persona] : others });
  },
);

/** Shows one persona of a map and hides the others; null shows all. */
export const focusPersona = defineEdit(
  'edit.focusPersona',
  (tx, { map: id, persona }: { readonly map: Id<'map'>; readonly persona: Id<'persona'> | null }) => {
    const map = persona === null ? tx.need(id) : needOnMap(tx, id, persona);
    tx.put({ ...map, hiddenPersonas: persona === null ? [] : map.personas.filter((each) => each !== persona) });
  },
);

function needOnMap(tx: Transaction, id: Id<'map'>, persona: Id<'persona'>): MapRecord {
  const map = tx.need(id);
  return map.personas.includes(persona) ? map : refuse('personaNotOnMap', persona);
}

function placePersona(tx: Transaction, map: MapRecord, persona: Id<'persona'>, before: Id<'persona'> | null): void {
  if (before === persona) return;
  const others = map.personas.filter((each) => each !== persona);
  const at = before === null ? others.length : others.indexOf(before);
  if (at < 0) refuse('personaNotOnMap', persona);
  tx.put({ ...map, personas: [...others.slice(0, at), persona, ...others.slice(at)] });
}
