import type { Language } from '../ipc/bridge.ts';
import type { Atlas } from '../merge/whereabouts.ts';
import { type Id, isId, RECORD_TYPES } from '../records/ids.ts';
import { LINE_FIELDS, MOST_LIKING, type PersonaLine } from '../records/persona.ts';
import type { MeanderRecord } from '../records/records.ts';
import { fieldsOf } from '../store/stamps.ts';
import type { Json } from '../util/canonicalJson.ts';
import { formatDay, formatNumber } from './formats.ts';
import { lineWords, sectionTitle } from './personaWords.ts';
import type { Translate } from './translator.ts';

/** What values are said with. */
export interface Speech {
  readonly translate: Translate;
  readonly language: Language;
  /** Where things are looked up, the first one that has them. */
  readonly atlases: readonly Atlas[];
  /** Longer texts are cut, in characters. */
  readonly longest: number;
}

/** A text in quotes, cut where it is long. */
export function quote(speech: Speech, text: string): string {
  return speech.translate('difference.quoted', { text: cutLine(speech, text) });
}

function cutLine({ longest }: Speech, text: string): string {
  const line = text.replaceAll('\n', ' ').trim();
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line;
}

/** What a record is called by: its title, name or first words. */
export function nameOf(record: MeanderRecord): string {
  switch (record.type) {
    case 'project':
    case 'map':
      return record.title;
    case 'card':
      return [record.figure, record.text].filter(Boolean).join(' ');
    case 'note':
    case 'comment':
      return record.text;
    case 'emotion':
    case 'arrow':
      return record.label;
    case 'asset':
      return record.description;
    default:
      return record.name;
  }
}

/** What kind of thing a record is: a card's own kind, else its type. */
export function kindWords(translate: Translate, record: MeanderRecord): string {
  return record.type === 'card' ? translate(`kind.${record.kind}`) : translate(`difference.type.${record.type}`);
}

/** Says the value of a record's field; ids by what they name in one of the documents. */
export function valueWords(speech: Speech, record: MeanderRecord, field: string): string {
  const { translate, language } = speech;
  const value = fieldsOf(record)[field] ?? null;
  const chosen = choiceWords(translate, record, field) ?? personaFieldWords(speech, record, field);
  if (chosen !== null) return chosen;
  if (value === null || value === '') return translate('difference.nothing');
  if (typeof value === 'boolean') return translate(value ? 'difference.yes' : 'difference.no');
  if (typeof value === 'number') return formatNumber(language, value);
  if (typeof value === 'string') {
    const isDay = field === 'date' || field === 'due';
    return isDay ? formatDay(language, value) : elementWords(speech, value);
  }
  if (!isList(value)) return elementWords(speech, value);
  return value.map((element) => elementWords(speech, element)).join(', ') || translate('difference.nothing');
}

/** The words for one of a few choices; null for any other field. */
function choiceWords(translate: Translate, record: MeanderRecord, field: string): string | null {
  if ((record.type === 'card' || record.type === 'emotion') && field === 'evidence') {
    return record.evidence === 'none' ? translate('inspector.notSaid') : translate(`sheet.${record.evidence}`);
  }
  if (record.type === 'card' && field === 'kind') return translate(`kind.${record.kind}`);
  if (record.type === 'lane' && field === 'kind') return translate(`laneKind.${record.kind}`);
  if (record.type === 'lane' && field === 'border') return translate(`inspector.borderKind.${record.border}`);
  if (record.type === 'source' && field === 'kind') return translate(`inspector.sourceKind.${record.kind}`);
  if (record.type === 'map' && field === 'state') return translate(`mapState.${record.state}`);
  if (record.type === 'map' && field === 'audience') return translate(`audience.${record.audience}`);
  if ((record.type === 'stage' || record.type === 'tag') && field === 'colour') {
    return translate(`inspector.colour.${record.colour}`);
  }
  if (record.type === 'persona' && field === 'colour') return translate(`persona.lineName.${record.colour}`);
  return null;
}

/** What is said of a person line by line; null for any other field. */
function personaFieldWords(speech: Speech, record: MeanderRecord, field: string): string | null {
  if (record.type !== 'persona') return null;
  const { translate } = speech;
  const nothing = translate('difference.nothing');
  const linesWords = (lines: readonly PersonaLine[]): string =>
    lines.map((line) => lineWords(translate, cutLine(speech, line.text), line)).join(', ') || nothing;
  if (field === 'sections') {
    return (
      record.sections
        .map((section) => {
          const title = sectionTitle(translate, section);
          return translate('difference.section', { title, lines: linesWords(section.lines) });
        })
        .join('; ') || nothing
    );
  }
  const listed = LINE_FIELDS.find((each) => each === field);
  return listed === undefined ? null : linesWords(record[listed]);
}

function elementWords(speech: Speech, element: Json): string {
  if (typeof element === 'string') return isAnyId(element) ? idWords(speech, element) : quote(speech, element);
  if (element === null || typeof element !== 'object') return JSON.stringify(element);
  if ('channel' in element) return channelWords(speech, String(element.channel), Number(element.liking));
  if (!('low' in element)) return JSON.stringify(element);
  const { low, high, value } = element;
  return speech.translate('difference.trait', { low: String(low), high: String(high), value: String(value) });
}

/** A channel of a person, with how much she likes it where that is said. */
function channelWords(speech: Speech, channel: string, liking: number): string {
  const name = isAnyId(channel) ? idWords(speech, channel) : quote(speech, channel);
  return liking === 0 ? name : speech.translate('difference.liked', { name, liking, most: MOST_LIKING });
}

/** What an id names: a step by its number too. */
function idWords(speech: Speech, id: Id): string {
  const { translate, atlases } = speech;
  for (const atlas of atlases) {
    const record = atlas.records.get(id);
    if (record === undefined) continue;
    if (record.type !== 'step') return quote(speech, nameOf(record) || kindWords(translate, record));
    const number = atlas.step(record.id)?.number ?? '';
    return translate('difference.stepNumber', { number, name: record.name || translate('outline.unnamed') });
  }
  return translate('difference.nothing');
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isAnyId(text: string): text is Id {
  return RECORD_TYPES.some((type) => isId(type, text));
}
