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
