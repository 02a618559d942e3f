import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileSample, listSampleFiles, type SampleFile } from '../../build/samples/sampleFiles.ts';
import type { CardKind } from '../../shared/records/card.ts';
import { LIMITS } from '../../shared/records/limits.ts';
import { isOfType, type MeanderRecord } from '../../shared/records/records.ts';

/** Characters after which a card of this kind, one step wide, grows too high to read at a glance. */
const READABLE: Readonly<Partial<Record<CardKind, number>>> = {
  action: 62,
  thought: 52,
  question: 52,
  quote: 52,
  touchpoint: 22,
  pain: 60,
  goal: 45,
};
const READABLE_OTHER = 90;

function recordsOf(sample: SampleFile): readonly MeanderRecord[] {
  const compiled = compileSample(sample);
  if (!compiled.ok) throw new Error(compiled.reason);
  return compiled.value.records;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

/** A template's figures are for the person to fill in. */
function isTemplate({ projectPath }: SampleFile): boolean {
  return basename(dirname(projectPath)) === 'templates';
}

describe.each(listSampleFiles())('$name', (sample) => {
  const records = recordsOf(sample);
  const cards = records.filter((record) => isOfType(record, 'card'));

  test('every card keeps to the limits and is short enough for a map', () => {
    for (const card of cards) {
      expect(card.text.length, card.id).toBeLessThanOrEqual(LIMITS.text);
      expect(card.evidenceNote.length, card.id).toBeLessThanOrEqual(LIMITS.name);
      expect(card.text.length, `${card.id}: ${card.text}`).toBeLessThanOrEqual(READABLE[card.kind] ?? READABLE_OTHER);
    }
  });

  test('every touchpoint says over which channel, and every measure of a sample has its figure', () => {
    const silent = cards.filter(
      ({ kind, channels, figure }) =>
        (kind === 'touchpoint' && channels.length === 0) ||
        (kind === 'measure' && figure === '' && !isTemplate(sample)),
    );
    expect(silent).toEqual([]);
  });

  test('quotation marks, apostrophes and spaces are set as in print', () => {
    const ofThisLanguage = sample.name.endsWith('.en') ? /["']|\d %|\s$| {2}|€ \d|„/ : /["'“”„]|\d %|\s$| {2}|€ \d/;
    expect(records.flatMap(textsIn).filter((text) => ofThisLanguage.test(text))).toEqual([]);
  });
});

test('a figure and its sign are kept on one line', () => {
  const sarah = listSampleFiles().find(({ name }) => name === 'sarah.en');
  const texts = sarah ? recordsOf(sarah).flatMap(textsIn) : [];
  expect(texts).toContain('Joins the newsletter to get 10\u00a0% off');
});
