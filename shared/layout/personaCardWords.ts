import type { LINE_FIELDS, PersonaSection } from '../records/persona.ts';
import type { SourceRecord } from '../records/source.ts';

/** What stands on the card of a person that nobody typed, in one language. */
export interface PersonaCardWords {
  readonly unnamed: string;
  readonly headings: Readonly<Record<(typeof LINE_FIELDS)[number], string>>;
  readonly sectionTitle: (section: PersonaSection) => string;
  readonly character: string;
  readonly channels: string;
  /** A text between quotation marks. */
  readonly quoted: (text: string) => string;
  /** "12 of 18 researched". */
  readonly researchedOf: (researched: number, count: number) => string;
  /** "6 assumed". */
  readonly assumed: (count: number) => string;
  /** A source and when it was gathered. */
  readonly source: (source: SourceRecord) => string;
}
