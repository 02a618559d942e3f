import type { Language } from '../ipc/bridge.ts';
import type { Atlas } from '../merge/whereabouts.ts';
import { type Id, isId, RECORD_TYPES } from '../records/ids.ts';
import type { MeanderRecord } from '../records/records.ts';
import { fieldsOf } from '../store/stamps.ts';
import type { Json } from '../util/canonicalJson.ts';
import { formatDay, formatNumber, formatWhen } from './formats.ts';
import type { Translate } from './translator.ts';

/** Longer texts are cut here in a list of differences, in characters. */
const LONGEST_EXCERPT = 120;

/** A text in quotes, cut where it is long. */
export function quote(translate: Translate, text: string): string {
  const line = text.replaceAll('\n', ' ').trim();
  const cut = line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT).trimEnd()}…` : line;
  return translate('difference.quoted', { text: cut });
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
export function valueWords(
  translate: Translate,
  language: Language,
  atlases: readonly Atlas[],
  record: MeanderRecord,
  field: string,
): string {
  const value = fieldsOf(record)[field] ?? null;
  const chosen = choiceWords(translate, record, field);
  if (chosen !== null) return chosen;
  if (value === null || value === '') return translate('difference.nothing');
  if (typeof value === 'boolean') return translate(value ? 'difference.yes' : 'difference.no');
  if (typeof value === 'number') {
    return field === 'at' ? formatWhen(language, translate, value, Date.now()) : formatNumber(language, value);
  }
  if (typeof value === 'string') {
    if (field === 'date' || field === 'due') return formatDay(language, value);
    return isAnyId(value) ? idWords(translate, atlases, value) : quote(translate, value);
  }
  if (!Array.isArray(value)) return JSON.stringify(value);
  return (
    value.map((element) => elementWords(translate, atlases, element)).join(', ') || translate('difference.nothing')
  );
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

function elementWords(translate: Translate, atlases: readonly Atlas[], element: Json): string {
  if (typeof element === 'string')
    return isAnyId(element) ? idWords(translate, atlases, element) : quote(translate, element);
  if (element === null || typeof element !== 'object' || !('low' in element)) return JSON.stringify(element);
  const { low, high, value } = element;
  return translate('difference.trait', { low: String(low), high: String(high), value: String(value) });
}

/** What an id names: a step by its number too. */
function idWords(translate: Translate, atlases: readonly Atlas[], id: Id): string {
  for (const atlas of atlases) {
    const record = atlas.records.get(id);
    if (record === undefined) continue;
    if (record.type !== 'step') return quote(translate, nameOf(record) || kindWords(translate, record));
    const number = atlas.step(record.id)?.number ?? '';
    return translate('difference.stepNumber', { number, name: record.name || translate('outline.unnamed') });
  }
  return translate('difference.nothing');
}

function isAnyId(text: string): text is Id {
  return RECORD_TYPES.some((type) => isId(type, text));
}
