import type { Language } from '../ipc/bridge.ts';
import type { Difference } from '../merge/listDifferences.ts';
import type { Atlas } from '../merge/whereabouts.ts';
import type { MeanderRecord } from '../records/records.ts';
import type { Messages } from './messages.ts';
import type { Translate } from './translator.ts';
import { kindWords, nameOf, quote, valueWords } from './valueWords.ts';

type FieldName = keyof Messages['difference']['field'];

/** Fields whose values say nothing to a person: places in a list and on the sheet. */
const UNSPEAKABLE: readonly string[] = ['order', 'x', 'y', 'fromX', 'fromY', 'toX', 'toY', 'offset', 'hash'];

/** What records are called and how they differ, in a language. */
export interface DifferenceWords {
  /** What it is and where: "Pain point, 2.3 Checks her size". */
  title(record: MeanderRecord): string;
  /** Its own words, cut where they are long; empty where the title holds them. */
  excerpt(record: MeanderRecord): string;
  /** A field, in lower case. */
  field(name: string): string;
  /** What a record says in a field. */
  value(record: MeanderRecord, field: string): string;
  /** What changed, a line for each field: "text: “old” → “new”". */
  changes(before: MeanderRecord, record: MeanderRecord, fields: readonly string[]): readonly string[];
}

/** Finds words for differences between documents; a thing is looked up in the first one that has it. */
export function differenceWords(translate: Translate, language: Language, atlases: readonly Atlas[]): DifferenceWords {
  const value = (record: MeanderRecord, field: string): string =>
    valueWords(translate, language, atlases, record, field);
  const field = (name: string): string => translate(`difference.field.${name as FieldName}`);
  return {
    title: (record) => titleWords(translate, atlases, record),
    excerpt: (record) => (isTitledByName(record) || nameOf(record) === '' ? '' : quote(translate, nameOf(record))),
    field,
    value,
    changes: (before, record, fields) => {
      const spoken = fields.filter((name) => !UNSPEAKABLE.includes(name));
      const lines = spoken.map((name) =>
        translate('difference.change', { field: field(name), from: value(before, name), to: value(record, name) }),
      );
      return lines.length > 0 ? lines : [translate('difference.moved')];
    },
  };
}

/** The sign of a difference, as it stands in front of its line. */
export const DIFFERENCE_SIGNS: Readonly<Record<Difference['kind'], string>> = {
  added: '+',
  removed: '−',
  changed: '~',
};

function titleWords(translate: Translate, atlases: readonly Atlas[], record: MeanderRecord): string {
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
