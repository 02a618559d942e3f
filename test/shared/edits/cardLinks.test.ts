import { describe, expect, test } from 'vitest';
import { answerPain, linkCards, unlinkCards } from '../../../shared/edits/cardLinks.ts';
import { smallProject, withoutRecords, withRecords } from '../../fixtures/projects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';
import { need } from '../support/reading.ts';

const project = smallProject();

test('a card points to another, once, until the link is taken away', () => {
  const link = { from: 'card:slow', to: 'card:fee' } as const;
  const { records } = doEdit(project, linkCards, link);
  expect(need(records, 'card:slow').links).toEqual(['card:faster', 'card:fee']);
  expect(doEdit(records, linkCards, link).records).toBe(records);
  expect(doEdit(records, unlinkCards, link).records).toEqual(project);
});

test('a link to the card itself or to one that is gone is refused', () => {
  expect(refusalOf(project, linkCards, { from: 'card:slow', to: 'card:slow' }).code).toBe('linkToItself');
  expect(refusalOf(project, linkCards, { from: 'card:slow', to: 'card:gone' })).toEqual({
    code: 'gone',
    ids: ['card:gone'],
  });
});

describe('a pain point that is answered', () => {
  test('gets an opportunity at its step and points to it', () => {
    const { records, value } = doEdit(project, answerPain, { card: 'card:fee', text: 'Say it at once' });
    expect(need(records, value.id)).toMatchObject({
      lane: 'lane:opportunities',
      step: 'step:pay',
      kind: 'opportunity',
      text: 'Say it at once',
    });
    expect(need(records, 'card:fee').links).toEqual([value.id]);
  });

  test('lends its words and tags where nothing else is said', () => {
    const { value } = doEdit(project, answerPain, { card: 'card:slow' });
    expect(value).toMatchObject({ text: 'The list loads slowly', tags: ['tag:mobile'] });
  });

  const noLane = withoutRecords(
    withRecords(project, { ...need(project, 'card:slow'), links: [] }),
    'card:faster',
    'lane:opportunities',
    'lane:free',
  );

  test('gets a lane for it when the map has none', () => {
    const newLane = { name: 'Opportunities', hint: 'What we could do' };
    const { records, value } = doEdit(noLane, answerPain, { card: 'card:slow', newLane });
    expect(need(records, value.lane)).toMatchObject({ ...newLane, kind: 'opportunities', map: 'map:today' });
  });

  test('is refused without a lane and without words for one', () => {
    expect(refusalOf(noLane, answerPain, { card: 'card:slow' })).toEqual({ code: 'noFittingLane', ids: ['map:today'] });
  });
});
