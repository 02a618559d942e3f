import type { PersonaCardWords } from '../layout/personaCardWords.ts';
import type { PersonaLine, PersonaSection } from '../records/persona.ts';
import type { Translate } from './translator.ts';

/** What a section is called: by its title, else by what it is about. */
export function sectionTitle(translate: Translate, { kind, title }: PersonaSection): string {
  return title || translate(`persona.section.${kind}`);
}

/** A line with how it is known: "“Never call” (assumption)". */
export function lineWords(translate: Translate, text: string, { evidence }: PersonaLine): string {
  return translate('difference.line', { text, evidence: translate(`sheet.${evidence}`).toLowerCase() });
}

/** The words of a person's card. */
export function personaCardWords(translate: Translate): PersonaCardWords {
  return {
    unnamed: translate('left.unnamedPersona'),
    headings: {
      goals: translate('persona.goals'),
      motives: translate('persona.motives'),
      expectations: translate('persona.expectations'),
      frustrations: translate('persona.frustrations'),
      privateLife: translate('persona.privateLife'),
      contact: translate('persona.contact'),
    },
    sectionTitle: (section) => sectionTitle(translate, section),
    character: translate('persona.character'),
    channels: translate('persona.channels'),
    quoted: (text) => translate('difference.quoted', { text }),
    researchedOf: (researched, count) => translate('persona.researchedOf', { researched, count }),
    assumed: (count) => translate('persona.assumedCount', { count }),
    source: ({ name, period }) =>
      [name || translate('inspector.unnamed'), period].filter((part) => part !== '').join(', '),
  };
}
