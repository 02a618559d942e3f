import { describe, expect, test } from 'vitest';
import { clipCards, copyCards, duplicateCards, parseClips, pasteCards } from '../../../shared/edits/copyCards.ts';
import { readDocument } from '../../../shared/store/mapParts.ts';
import { documentOf, makeRecord, smallProject, withRecords } from '../../fixtures/projects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';
import { cellTexts, need } from '../support/reading.ts';

const project = smallProject();

describe('a duplicated card', () => {
  test('stands right below the original with the same fields, open though the original is locked', () => {
    const locked = withRecords(project, { ...need(project, 'card:slow'), locked: true });
    const { records, value } = doEdit(locked, duplicateCards, { cards: ['card:slow'] });
    expect(cellTexts(records, 'lane:pains', 'step:search')).toEqual([
      'The list loads slowly',
      'The list loads slowly',
      'Gives up',
    ]);
    const copy = need(records, value[0] ?? 'card:none');
    expect(copy).toEqual({ ...need(project, 'card:slow'), id: copy.id, order: copy.order });
  });

  test('points to the copy of what the original points to, when both are duplicated', () => {
    const { records, value } = doEdit(project, duplicateCards, { cards: ['card:faster', 'card:slow'] });
    const [slow, faster] = value;
    expect(need(records, slow ?? 'card:none').links).toEqual([faster]);
    expect(need(records, 'card:slow').links).toEqual(['card:faster']);
  });

  test('is refused in a locked lane', () => {
    const locked = withRecords(project, { ...need(project, 'lane:pains'), locked: true });
    expect(refusalOf(locked, duplicateCards, { cards: ['card:slow'] }).code).toBe('laneLocked');
  });
});

describe('cards copied to a place', () => {
  test('keep their arrangement of lanes and columns', () => {
    const { records } = doEdit(project, copyCards, {
      cards: ['card:slow', 'card:lost', 'card:dear'],
      lane: 'lane:thoughts',
      step: 'step:search',
      at: 'last',
    });
    // The first is the thought at the cart: the pain points stand one lane below and one column to the left of it.
    expect(cellTexts(records, 'lane:pains', 'step:ad')).toEqual(['The list loads slowly', 'Gives up']);
    expect(cellTexts(records, 'lane:thoughts', 'step:search')).toEqual(['Does it fit?', 'That is a lot']);
  });

  test('are refused when one of them would stand beyond the last step', () => {
    const cards = ['card:clicks', 'card:pays'] as const;
    const to = { lane: 'lane:actions', step: 'step:pay', at: 'last' } as const;
    expect(refusalOf(project, copyCards, { cards, ...to })).toEqual({ code: 'outsideMap', ids: ['card:pays'] });
  });

  test('come to the very place in the order they had, the held one and those of its cell', () => {
    const { records } = doEdit(project, copyCards, {
      cards: ['card:dear', 'card:slow', 'card:lost'],
      held: 'card:lost',
      lane: 'lane:pains',
      step: 'step:cart',
      at: 'first',
    });
    const before = cellTexts(project, 'lane:pains', 'step:cart');
    expect(cellTexts(records, 'lane:pains', 'step:cart')).toEqual(['The list loads slowly', 'Gives up', ...before]);
    expect(cellTexts(records, 'lane:thoughts', 'step:pay')).toContain('That is a lot');
  });

  test('to lanes of other kinds become what these take', () => {
    const { records, value } = doEdit(project, copyCards, {
      cards: ['card:slow'],
      lane: 'lane:thoughts',
      step: 'step:ad',
      at: 'last',
    });
    expect(need(records, value[0] ?? 'card:none')).toMatchObject({ kind: 'thought', severity: 2 });
  });
});

describe('cards from the clipboard', () => {
  const clips = clipCards(readDocument(project), ['card:slow', 'card:faster', 'card:clicks']);

  test('survive the way through text', () => {
    expect(parseClips(JSON.parse(JSON.stringify(clips)))).toEqual(clips);
  });

  test.each([[null], [[{ card: {}, column: 0, row: 0 }]], [[{ ...clips[0], column: -1 }]], [{ clips }]])(
    'that are none are not taken for some: %#',
    (value) => expect(parseClips(value)).toBeNull(),
  );

  test('go to lanes for their kinds on another map', () => {
    const later = withRecords(
      project,
      makeRecord('lane:laterPains', 'lane', { map: 'map:later', kind: 'pains', order: 'b00' }),
    );
    const { records } = doEdit(later, pasteCards, { clips, lane: 'lane:laterActions', step: 'step:help' });
    expect(cellTexts(records, 'lane:laterActions', 'step:help')).toEqual([
      'Calls the shop',
      'Clicks the ad',
      'Load less',
    ]);
    expect(cellTexts(records, 'lane:laterPains', 'step:help')).toEqual(['The list loads slowly']);
  });

  test('lose in another project what that does not have, and keep their links among each other', () => {
    const other = documentOf([
      makeRecord('project:other', 'project', {}),
      makeRecord('map:other', 'map', { order: 'a0' }),
      makeRecord('stage:other', 'stage', { map: 'map:other', order: 'a0' }),
      makeRecord('step:other', 'step', { stage: 'stage:other', order: 'a0' }),
      makeRecord('lane:other', 'lane', { map: 'map:other', order: 'a0', kind: 'text' }),
    ]);
    const { records, value } = doEdit(other, pasteCards, { clips, lane: 'lane:other', step: 'step:other' });
    const [, slow, faster] = value.map((id) => need(records, id));
    expect(slow).toMatchObject({
      text: 'The list loads slowly',
      kind: 'pain',
      sources: [],
      tags: [],
      links: [faster?.id],
    });
  });

  test('of nothing paste nothing', () => {
    expect(clipCards(readDocument(project), ['card:gone'])).toEqual([]);
    const { records } = doEdit(project, pasteCards, { clips: [], lane: 'lane:pains', step: 'step:ad' });
    expect(records).toBe(project);
  });
});
