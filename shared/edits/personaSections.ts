import type { Id } from '../records/ids.ts';
import type { PersonaSection, SectionKind } from '../records/persona.ts';
import type { Transaction } from '../store/transact.ts';
import { defineEdit } from './defineEdit.ts';
import { changeFields } from './enterFields.ts';
import { refuse } from './refusal.ts';

/** A section of a person, by its place among hers. */
export interface SectionPlace {
  readonly persona: Id<'persona'>;
  readonly at: number;
}

/** Adds a section without lines behind the others. */
export const addSection = defineEdit(
  'edit.addSection',
  (tx, { persona, kind }: { readonly persona: Id<'persona'>; readonly kind: SectionKind }) => {
    const section: PersonaSection = { kind, title: '', lines: [] };
    setSections(tx, persona, [...tx.need(persona).sections, section]);
  },
);

/** Changes a section's title or its lines. */
export const changeSection = defineEdit(
  'edit.changeSection',
  (
    tx,
    { persona, at, fields }: SectionPlace & { readonly fields: Partial<Pick<PersonaSection, 'title' | 'lines'>> },
  ) => {
    needSection(tx, { persona, at });
    setSections(
      tx,
      persona,
      tx.need(persona).sections.map((section, index) => (index === at ? { ...section, ...fields } : section)),
    );
  },
);

/** Moves a section past its neighbour before it (-1) or after it (1); at the end of the list it stays. */
export const moveSection = defineEdit(
  'edit.moveSection',
  (tx, { persona, at, by }: SectionPlace & { readonly by: -1 | 1 }) => {
    const section = needSection(tx, { persona, at });
    const { sections } = tx.need(persona);
    const neighbour = sections[at + by];
    if (neighbour === undefined) return;
    setSections(
      tx,
      persona,
      sections.map((each, index) => (index === at ? neighbour : index === at + by ? section : each)),
    );
  },
);

/** Removes a section with its lines. */
export const removeSection = defineEdit('edit.removeSection', (tx, { persona, at }: SectionPlace) => {
  needSection(tx, { persona, at });
  setSections(
    tx,
    persona,
    tx.need(persona).sections.filter((_, index) => index !== at),
  );
});

function needSection(tx: Transaction, { persona, at }: SectionPlace): PersonaSection {
  return tx.need(persona).sections[at] ?? refuse('gone', persona);
}

function setSections(tx: Transaction, persona: Id<'persona'>, sections: readonly PersonaSection[]): void {
  changeFields(tx, 'persona', persona, { sections });
}
