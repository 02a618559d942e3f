import type { MeanderRecord } from '../records/records.ts';
import type { Messages } from './messages.ts';
import { kindWords, nameOf, quote, type Speech, valueWords } from './valueWords.ts';

type FieldName = keyof Messages['difference']['field'];

/** Fields whose values say nothing to a person: places in a list and on the sheet. */
const UNSPEAKABLE: readonly string[] = ['order', 'x', 'y', 'fromX', 'fromY', 'toX', 'toY', 'offset', 'hash'];

/** Fields that need no name in front of what they say. */
const OWN_WORDS: readonly string[] = ['text', 'title', 'name', 'label', 'description'];

/** What records are called and how they differ, in a language. */
export interface DifferenceWords {
  /** What it is and where: "Pain point, 2.3 Checks her size". */
  title(record: MeanderRecord): string;
  /** Its own words, cut where they are long; empty where the title holds them. */
  excerpt(record: MeanderRecord): string;
  /** What a record says in these fields: its own words as they are, all else with the field's name. */
  values(record: MeanderRecord, fields: readonly string[]): readonly string[];
  /** What changed, a line for each field: "text: “old” → “new”". */
  changes(before: MeanderRecord, record: MeanderRecord, fields: readonly string[]): readonly string[];
}

/** Finds words for differences between documents. */
export function differenceWords(speech: Speech): DifferenceWords {
  const { translate } = speech;
  const value = (record: MeanderRecord, field: string): string => valueWords(speech, record, field);
  const field = (name: string): string => translate(`difference.field.${name as FieldName}`);
  return {
    title: (record) => titleWords(speech, record),
    excerpt: (record) => (isTitledByName(record) || nameOf(record) === '' ? '' : quote(speech, nameOf(record))),
    values: (record, fields) => {
      const spoken = fields.filter(isSpoken);
      const [only, ...more] = spoken;
      if (only !== undefined && more.length === 0 && OWN_WORDS.includes(only)) return [value(record, only)];
      return spoken.map((name) => translate('difference.value', { field: field(name), value: value(record, name) }));
    },
    changes: (before, record, fields) => {
      const lines = fields
        .filter(isSpoken)
        .map((name) =>
          translate('difference.change', { field: field(name), from: value(before, name), to: value(record, name) }),
        );
      return lines.length > 0 ? lines : [translate('difference.moved')];
    },
  };
}

function isSpoken(field: string): boolean {
  return !UNSPEAKABLE.includes(field);
}

function titleWords({ translate, atlases }: Speech, record: MeanderRecord): string {
  const what = kindWords(translate, record);
  if (isTitledByName(record)) {
    const name = nameOf(record);
    return name === '' ? what : translate('difference.named', { what, name });
  }
  const place = atlases.map((atlas) => atlas.find(record).step).find((step) => step !== null);
  if (place === undefined || place === null) return what;
  return translate('difference.inStep', {
    what,
    number: place.number,
    step: place.step.name || translate('outline.unnamed'),
  });
}

/** Whether a record is told by its name; the others by what they say and where they stand. */
function isTitledByName({ type }: MeanderRecord): boolean {
  return !['card', 'emotion', 'note', 'comment', 'arrow', 'asset'].includes(type);
}
