import type { Id } from '../records/ids.ts';
import type { MapRecord } from '../records/map.ts';
import { redirectIds } from '../records/recordIds.ts';
import type { MeanderRecord } from '../records/records.ts';
import type { NewFields, Transaction } from '../store/transact.ts';
import { defineEdit } from './defineEdit.ts';
import { changeFields } from './enterFields.ts';
import { addLane, type NewLane } from './lanes.ts';
import { moveNote, notesOf } from './notes.ts';
import { type Place, placeOne } from './place.ts';
import { addToList, moveInList } from './projectLists.ts';
import { removeRecords, withDependents } from './removeRecords.ts';
import { addStage } from './stages.ts';

/** What may be said of a map besides its title; who walks on it has verbs of its own. */
export type MapFields = Omit<NewFields<'map'>, 'order' | 'title' | 'personas' | 'hiddenPersonas'>;

/** A map to be added, with one stage of one step; the caller knows the words of its language. */
export interface NewMap {
  readonly title: string;
  readonly stageName: string;
  readonly stepName: string;
  readonly lanes: readonly Pick<NewLane, 'kind' | 'name' | 'hint'>[];
  readonly personas: readonly Id<'persona'>[];
}

/** Adds a map after the others. */
export const addMap = defineEdit(
  'edit.addMap',
  (tx, { title, stageName, stepName, lanes, personas }: NewMap): MapRecord => {
    const map = addToList(tx, 'map', { title, personas });
    addStage.run(tx, { map: map.id, at: 'last', name: stageName, stepName });
    for (const lane of lanes) addLane.run(tx, { ...lane, map: map.id, at: 'last' });
    return map;
  },
);

/** Names a map. */
export const renameMap = defineEdit(
  'edit.renameMap',
  (tx, { map, title }: { readonly map: Id<'map'>; readonly title: string }) => changeFields(tx, 'map', map, { title }),
);

/** Changes what is said of a map: its scenario, state, audience, edition and so on. */
export const changeMap = defineEdit(
  'edit.changeMap',
  (tx, { map, fields }: { readonly map: Id<'map'>; readonly fields: MapFields }) =>
    changeFields(tx, 'map', map, fields),
);

/** Moves a map in the list of all. */
export const moveMap = defineEdit(
  'edit.moveMap',
  (tx, { map, at }: { readonly map: Id<'map'>; readonly at: Place<'map'> }) => moveInList(tx, 'map', map, at),
);

/**
 * Copies a map with everything on it, right after the original. Links and arrows lead from copy to copy; personas,
 * sources, channels and tags are shared; comments stay with what they were made on.
 */
export const duplicateMap = defineEdit(
  'edit.duplicateMap',
  (tx, { map: id, title }: { readonly map: Id<'map'>; readonly title: string }): Id<'map'> => {
    const map = tx.need(id);
    const parts = partsOfMap(tx, id);
    const copies = new Map<Id, Id>(parts.map((part) => [part.id, tx.newId(part.type)]));
    const order = placeOne(tx, tx.roots('map'), { after: id });
    const copyId = tx.newId('map');
    copies.set(id, copyId);
    tx.put({ ...map, id: copyId, order });
    changeFields(tx, 'map', copyId, { title });
    for (const part of parts) tx.put(copyOf(part, copies));
    return copyId;
  },
);

/** Removes a map with everything on it; what is locked goes too. Its notes go back to the inbox. */
export const removeMap = defineEdit('edit.removeMap', (tx, { map }: { readonly map: Id<'map'> }) => {
  for (const note of notesOf(tx, map)) moveNote.run(tx, { note: note.id, to: { map: null, at: 'last' } });
  removeRecords(tx, [map]);
});

function partsOfMap(tx: Transaction, map: Id<'map'>): readonly MeanderRecord[] {
  const belonging = [...withDependents(tx.records, [map])].flatMap((id) => tx.records.get(id) ?? []);
  return [...belonging.filter(({ type, id }) => type !== 'comment' && id !== map), ...notesOf(tx, map)];
}

function copyOf<Part extends MeanderRecord>(part: Part, copies: ReadonlyMap<Id, Id>): Part {
  return { ...redirectIds(part, copies), id: copies.get(part.id) ?? part.id };
}
