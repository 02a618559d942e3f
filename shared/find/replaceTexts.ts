import { defineEdit } from '../edits/defineEdit.ts';
import { changeFields } from '../edits/enterFields.ts';
import { needOpenCards, needOpenFeelings, needOpenLane } from '../edits/locks.ts';
import type { Id } from '../records/ids.ts';
import { isOfType, type MeanderRecord, type Records } from '../records/records.ts';
import type { Transaction } from '../store/transact.ts';
import type { TextHit } from './findTexts.ts';
import { findInText, replaceRanges } from './foldText.ts';

/** Words to be replaced in some of the places where they were found. */
export interface TextReplacement {
  readonly hits: readonly TextHit[];
  readonly sought: string;
  readonly by: string;
}

/** What a hit says after its words are replaced. */
export function replacedText({ text, ranges }: TextHit, by: string): string {
  return replaceRanges(text, ranges, by);
}

/** Whether a lock keeps the text of a hit as it is. */
export function isLockedHit(records: Records, { id }: TextHit): boolean {
  const record = records.get(id);
  if (record === undefined) return false;
  if (record.type === 'lane') return record.locked;
  if (record.type !== 'card' && record.type !== 'emotion') return false;
  const lane = records.get(record.lane);
  return (record.type === 'card' && record.locked) || (lane?.type === 'lane' && lane.locked);
}

/** Replaces words wherever these hits say them. Refuses where a lock keeps a text as it is. */
export const replaceTexts = defineEdit('edit.replaceTexts', (tx, { hits, sought, by }: TextReplacement) => {
  for (const hit of hits) {
    const record = needOpen(tx, hit.id);
    const next = replaceAt(Reflect.get(record, hit.field), hit.path, (text) =>
      replaceRanges(text, findInText(text, sought), by),
    );
    changeFields(tx, record.type, record.id, { [hit.field]: next });
  }
});

/** A value with the text at a place inside it replaced. */
function replaceAt(value: unknown, path: TextHit['path'], replace: (text: string) => string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'string' ? replace(value) : value;
  if (Array.isArray(value)) {
    return value.map((inner: unknown, at) => (at === step ? replaceAt(inner, rest, replace) : inner));
  }
  if (value === null || typeof value !== 'object') return value;
  return { ...value, [step]: replaceAt(Reflect.get(value, step), rest, replace) };
}

function needOpen(tx: Transaction, id: Id): MeanderRecord {
  const record: MeanderRecord = tx.need(id);
  if (isOfType(record, 'card')) needOpenCards(tx, [record.id]);
  else if (isOfType(record, 'emotion')) needOpenFeelings(tx, [record.id]);
  else if (isOfType(record, 'lane')) needOpenLane(tx, record.id);
  return record;
}
