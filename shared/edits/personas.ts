import type { Id } from '../records/ids.ts';
import { PERSONA_COLOURS, type PersonaRecord } from '../records/persona.ts';
import { recordsOfType } from '../records/records.ts';
import type { NewFields } from '../store/transact.ts';
import { defineEdit } from './defineEdit.ts';
import { changeFields } from './enterFields.ts';
import { refuseLocked } from './locks.ts';
import { addPersonaToMap } from './mapPersonas.ts';
import { nextColour } from './nextColour.ts';
import { type Place, placeOne } from './place.ts';
import { addToList, moveInList } from './projectLists.ts';
import { removeRecords } from './removeRecords.ts';

/** What may be said of a persona. */
export type PersonaFields = Omit<NewFields<'persona'>, 'order'>;

/** A persona to be added. */
export interface NewPersona {
  /** The next colour is taken unless one is given. */
  readonly fields: PersonaFields;
  /** The map she walks on at once, if any. */
  readonly map: Id<'map'> | null;
}

/** Adds a persona. */
export const addPersona = defineEdit('edit.addPersona', (tx, { fields, map }: NewPersona): PersonaRecord => {
  const personas = tx.roots('persona');
  const colour = nextColour(
    PERSONA_COLOURS,
    personas.map((each) => each.colour),
  );
  const persona = addToList(tx, 'persona', { colour, ...fields });
  if (map !== null) addPersonaToMap.run(tx, { map, persona: persona.id, before: null });
  return persona;
});

/** Changes what is said of a persona. */
export const changePersona = defineEdit(
  'edit.changePersona',
  (tx, { persona, fields }: { readonly persona: Id<'persona'>; readonly fields: PersonaFields }) =>
    changeFields(tx, 'persona', persona, fields),
);

/** Copies all that is said of a persona, right after her. The copy walks on no map and takes the next colour. */
export const duplicatePersona = defineEdit(
  'edit.duplicatePersona',
  (tx, { persona: id, name }: { readonly persona: Id<'persona'>; readonly name: string }): Id<'persona'> => {
    const personas = tx.roots('persona');
    const colour = nextColour(
      PERSONA_COLOURS,
      personas.map((each) => each.colour),
    );
    const copyId = tx.newId('persona');
    tx.put({ ...tx.need(id), id: copyId, order: placeOne(tx, personas, { after: id }), colour });
    changeFields(tx, 'persona', copyId, { name });
    return copyId;
  },
);

/** Moves a persona in the list of all. */
export const movePersona = defineEdit(
  'edit.movePersona',
  (tx, { persona, at }: { readonly persona: Id<'persona'>; readonly at: Place<'persona'> }) =>
    moveInList(tx, 'persona', persona, at),
);

/** Removes a persona with her curves; her cards become everybody's. */
export const removePersona = defineEdit(
  'edit.removePersona',
  (tx, { persona }: { readonly persona: Id<'persona'> }) => {
    refuseLocked(
      tx,
      recordsOfType(tx.records, 'emotion').filter((point) => point.persona === persona),
    );
    removeRecords(tx, [persona]);
  },
);
