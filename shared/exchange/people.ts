import { defineEdit } from '../edits/defineEdit.ts';
import { addPersonaToMap } from '../edits/mapPersonas.ts';
import type { Id } from '../records/ids.ts';
import { referredIds } from '../records/recordIds.ts';
import { getRecord, type RecordShapes, type Records, recordsOfType } from '../records/records.ts';
import { compareOrdered } from '../util/orderKey.ts';
import { addStrangePersona, homeFor, isSameHere } from './strangers.ts';

/** The people of a project, with the records of that project that stand on their pages. */
export interface People {
  /** In the order of their project. */
  readonly personas: readonly RecordShapes['persona'][];
  readonly channels: readonly RecordShapes['channel'][];
  readonly sources: readonly RecordShapes['source'][];
  /** Their portraits; the bytes come another way. */
  readonly assets: readonly RecordShapes['asset'][];
}

/** The people of a project, or of these those that are wanted. */
export function peopleOf(records: Records, wanted: (id: Id<'persona'>) => boolean = () => true): People {
  const personas = [...recordsOfType(records, 'persona')].filter(({ id }) => wanted(id)).sort(compareOrdered);
  const named = [...new Set(personas.flatMap(referredIds))].flatMap((id) => getRecord(records, id) ?? []);
  return {
    personas,
    channels: named.filter((record) => record.type === 'channel'),
    sources: named.filter((record) => record.type === 'source'),
    assets: named.filter((record) => record.type === 'asset'),
  };
}

/**
 * Brings people of another project into this one, behind those who are here, and onto a map. Each is somebody new, also
 * when somebody of that name is here. A channel, source or picture becomes the same one here, or comes along. `assets`
 * are the portraits whose bytes are here: who has none of these comes without.
 */
export const bringPeople = defineEdit(
  'edit.bringPeople',
  (tx, { people, map }: { readonly people: People; readonly map: Id<'map'> | null }): readonly Id<'persona'>[] => {
    const instead = new Map<Id, Id>();
    for (const stranger of [...people.channels, ...people.sources, ...people.assets]) {
      if (!isSameHere(tx, stranger)) instead.set(stranger.id, homeFor(tx, stranger, instead));
    }
    const here = new Set<Id>([...people.channels, ...people.sources, ...people.assets].map(({ id }) => id));
    return people.personas.map((persona) => {
      const { id } = addStrangePersona(tx, persona, instead, (named) => here.has(named));
      if (map !== null) addPersonaToMap.run(tx, { map, persona: id, before: null });
      return id;
    });
  },
);
