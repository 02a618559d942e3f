import { describe, expect, test } from 'vitest';
import { compileSample, listSampleFiles } from '../../build/samples/sampleFiles.ts';
import { RECORD_TYPES } from '../../shared/records/ids.ts';
import type { MeanderRecord } from '../../shared/records/records.ts';
import type { Json } from '../../shared/util/canonicalJson.ts';

/** Fields that hold words of a language; everything else is the same in both. */
const WORDS = new Set([
  ...[
    'title',
    'company',
    'promise',
    'note',
    'scenario',
    'business',
    'authors',
    'basis',
    'name',
    'hint',
    'goal',
    'text',
  ],
  ...[
    'label',
    'cause',
    'evidenceNote',
    'figure',
    'owner',
    'author',
    'period',
    'description',
    'summary',
    'place',
    'job',
    'quote',
    'low',
    'high',
  ],
]);

const names = listSampleFiles()
  .filter(({ name }) => name.endsWith('.en'))
  .map(({ name }) => name.slice(0, -'.en'.length));

function recordsOf(name: string): readonly MeanderRecord[] {
  const sample = listSampleFiles().find((candidate) => candidate.name === name);
  const compiled = sample && compileSample(sample);
  if (!compiled?.ok) throw new Error(compiled?.reason ?? `There is no ${name}`);
  return compiled.value.records;
}

function countsOf(records: readonly MeanderRecord[]): readonly (readonly [string, number])[] {
  return RECORD_TYPES.map((type) => [type, records.filter((record) => record.type === type).length]);
}

/** The record without its words: of each only whether there is one. Ids lose their language. */
function withoutWords(value: Json, isWord = false): Json {
  if (typeof value === 'string') return isWord ? value !== '' : value.replace(/^([a-z]+:[a-z-]+)-(en|nl)\b/, '$1');
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((entry: Json) => withoutWords(entry, isWord));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutWords(entry, WORDS.has(key))]));
}

function structureOf(records: readonly MeanderRecord[]): Json {
  return records.map((record) => withoutWords(JSON.parse(JSON.stringify(record))));
}

describe.each(names)('%s', (name) => {
  test('English and Dutch have as many records of every type', () => {
    expect(countsOf(recordsOf(`${name}.nl`))).toEqual(countsOf(recordsOf(`${name}.en`)));
  });

  test('English and Dutch differ in words only: same ids, places, feelings, evidence and links', () => {
    expect(structureOf(recordsOf(`${name}.nl`))).toEqual(structureOf(recordsOf(`${name}.en`)));
  });
});
