import { describe, expect, test } from 'vitest';
import { moveCards, moveToLane, nudgeCards, shiftCards } from '../../../shared/edits/moveCards.ts';
import { smallProject, withRecords } from '../../fixtures/projects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';
import { cellTexts, need } from '../support/reading.ts';

const project = smallProject();

describe('cards put into another lane', () => {
  test('stand each in its own step, and those of that lane stay where they are', () => {
    const cards = ['card:fee', 'card:slow', 'card:faster'] as const;
    const { records } = doEdit(project, moveToLane, { cards, lane: 'lane:opportunities' });
    for (const id of cards) {
      expect(need(records, id)).toMatchObject({ lane: 'lane:opportunities', step: need(project, id).step });
    }
    expect(need(records, 'card:slow').kind).toBe('opportunity');
    expect(need(records, 'card:faster')).toBe(need(project, 'card:faster'));
  });

  test('are refused where no cards stand, and in a locked lane', () => {
    const cards = ['card:fee'] as const;
    expect(refusalOf(project, moveToLane, { cards, lane: 'lane:emotions' }).code).toBe('laneTakesNoCards');
    const locked = withRecords(project, { ...need(project, 'lane:thoughts'), locked: true });
    expect(refusalOf(locked, moveToLane, { cards, lane: 'lane:thoughts' }).code).toBe('laneLocked');
  });
});

describe('a card dropped into a cell', () => {
  test('stands at the place it was dropped at', () => {
    const { records } = doEdit(project, moveCards, {
      cards: ['card:fee'],
      lane: 'lane:pains',
      step: 'step:search',
      at: { before: 'card:lost' },
    });
    expect(cellTexts(records, 'lane:pains', 'step:search')).toEqual([
      'The list loads slowly',
      'A fee nobody spoke of',
      'Gives up',
    ]);
  });

  test('where it stands changes nothing', () => {
    for (const at of ['first', { before: 'card:lost' }, { before: 'card:slow' }, { after: 'card:slow' }] as const) {
      const input = { cards: ['card:slow'], lane: 'lane:pains', step: 'step:search', at } as const;
      expect(doEdit(project, moveCards, input).records).toBe(project);
    }
  });

  test('of a lane of another kind becomes what that lane takes and keeps every other field', () => {
    const to = { lane: 'lane:opportunities', step: 'step:search', at: 'last' } as const;
    const { records } = doEdit(project, moveCards, { cards: ['card:slow'], ...to });
    const { order } = need(records, 'card:slow');
    expect(need(records, 'card:slow')).toEqual({
      ...need(project, 'card:slow'),
      lane: 'lane:opportunities',
      order,
      kind: 'opportunity',
    });
  });

  test.each([
    ['card:slow', 'lane:pains', 'step:search'],
    ['card:fits', 'lane:thoughts', 'step:search'],
    ['card:advert', 'lane:touchpoints', 'step:ad'],
  ] as const)('and moved back, %s is what it was', (card, lane, step) => {
    const away = doEdit(project, moveCards, { cards: [card], lane: 'lane:opportunities', step, at: 'last' }).records;
    const back = doEdit(away, moveCards, { cards: [card], lane, step, at: 'first' }).records;
    expect({ ...need(back, card), order: '' }).toEqual({ ...need(project, card), order: '' });
  });

  test('of a free lane keeps its kind', () => {
    const to = { lane: 'lane:free', step: 'step:ad', at: 'last' } as const;
    expect(need(doEdit(project, moveCards, { cards: ['card:slow'], ...to }).records, 'card:slow').kind).toBe('pain');
  });

  test('of another map leaves behind its arrows and a persona who does not walk there', () => {
    const marieke = withRecords(project, { ...need(project, 'card:clicks'), persona: 'persona:marieke' });
    const to = { lane: 'lane:laterActions', step: 'step:help', at: 'last' } as const;
    const { records } = doEdit(marieke, moveCards, { cards: ['card:clicks'], ...to });
    expect(need(records, 'card:clicks').persona).toBeNull();
    expect(records.has('arrow:joined')).toBe(false);
  });

  test('is refused when the lane it leaves or the one it comes to is locked', () => {
    const input = { cards: ['card:slow'], lane: 'lane:opportunities', step: 'step:ad', at: 'last' } as const;
    for (const lane of ['lane:pains', 'lane:opportunities'] as const) {
      const locked = withRecords(project, { ...need(project, lane), locked: true });
      expect(refusalOf(locked, moveCards, input)).toEqual({ code: 'laneLocked', ids: [lane] });
    }
  });
});

describe('cards carried together', () => {
  const cards = ['card:dear', 'card:slow', 'card:lost'] as const;

  test('keep their arrangement: the held one and those of its cell come to the very place', () => {
    const to = { lane: 'lane:pains', step: 'step:cart', at: 'first' } as const;
    const { records } = doEdit(project, moveCards, { cards, held: 'card:lost', ...to });
    const before = cellTexts(project, 'lane:pains', 'step:cart');
    expect(cellTexts(records, 'lane:pains', 'step:cart')).toEqual(['The list loads slowly', 'Gives up', ...before]);
    expect(need(records, 'card:dear')).toMatchObject({ lane: 'lane:thoughts', step: 'step:pay' });
  });

  test('put to another place of the cell leave those of other cells where they stand', () => {
    const to = { lane: 'lane:pains', step: 'step:search', at: 'last' } as const;
    const { records } = doEdit(project, moveCards, { cards: ['card:slow', 'card:dear'], held: 'card:slow', ...to });
    expect(cellTexts(records, 'lane:pains', 'step:search')).toEqual(['Gives up', 'The list loads slowly']);
    expect(need(records, 'card:dear')).toBe(need(project, 'card:dear'));
  });

  test('are refused when one of them would leave the map', () => {
    const to = { lane: 'lane:pains', step: 'step:pay', at: 'last' } as const;
    expect(refusalOf(project, moveCards, { cards, held: 'card:slow', ...to })).toEqual({
      code: 'outsideMap',
      ids: ['card:dear'],
    });
    expect(refusalOf(project, moveCards, { cards: ['card:slow'], held: 'card:dear', ...to }).code).toBe('gone');
  });
});

describe('cards that are shifted', () => {
  test('all move by as many columns and stay in their lanes', () => {
    const { records } = doEdit(project, shiftCards, {
      cards: ['card:slow', 'card:lost', 'card:fits'],
      columns: 2,
      lanes: 0,
    });
    expect(cellTexts(records, 'lane:pains', 'step:pay')).toEqual([
      'A fee nobody spoke of',
      'The list loads slowly',
      'Gives up',
    ]);
    expect(cellTexts(records, 'lane:thoughts', 'step:pay')).toEqual(['Does it fit?']);
  });

  test('by lanes pass over the lane of emotions', () => {
    const { records } = doEdit(project, shiftCards, { cards: ['card:dear'], columns: 0, lanes: 1 });
    expect(need(records, 'card:dear')).toMatchObject({ lane: 'lane:pains', kind: 'pain' });
  });

  test('onto each other keep their order', () => {
    const { records } = doEdit(project, shiftCards, { cards: ['card:clicks', 'card:compares'], columns: 1, lanes: 0 });
    expect(cellTexts(records, 'lane:actions', 'step:search')).toEqual(['Clicks the ad']);
    expect(cellTexts(records, 'lane:actions', 'step:cart')).toEqual(['Compares dresses']);
  });

  test('are refused as soon as one would leave the map', () => {
    const input = { cards: ['card:slow', 'card:fee'], columns: 1, lanes: 0 } as const;
    expect(refusalOf(project, shiftCards, input)).toEqual({ code: 'outsideMap', ids: ['card:fee'] });
  });

  test('by nothing change nothing', () => {
    expect(doEdit(project, shiftCards, { cards: ['card:lost', 'card:slow'], columns: 0, lanes: 0 }).records).toBe(
      project,
    );
  });
});

describe('a card moved by a key', () => {
  test('passes the next one of its cell before it leaves the cell', () => {
    const up = doEdit(project, nudgeCards, { cards: ['card:lost'], towards: 'up' }).records;
    expect(cellTexts(up, 'lane:pains', 'step:search')).toEqual(['Gives up', 'The list loads slowly']);
    const above = doEdit(up, nudgeCards, { cards: ['card:lost'], towards: 'up' }).records;
    expect(cellTexts(above, 'lane:thoughts', 'step:search')).toEqual(['Does it fit?', 'Gives up']);
  });

  test('downwards comes to the top of the lane below', () => {
    const { records } = doEdit(project, nudgeCards, { cards: ['card:lost'], towards: 'down' });
    expect(cellTexts(records, 'lane:opportunities', 'step:search')).toEqual(['Gives up', 'Load less']);
  });

  test('past its neighbour goes together with others of its cell', () => {
    const { records: more } = doEdit(project, moveCards, {
      cards: ['card:fee'],
      lane: 'lane:pains',
      step: 'step:search',
      at: 'last',
    });
    const { records } = doEdit(more, nudgeCards, { cards: ['card:slow', 'card:lost'], towards: 'down' });
    expect(cellTexts(records, 'lane:pains', 'step:search')).toEqual([
      'A fee nobody spoke of',
      'The list loads slowly',
      'Gives up',
    ]);
  });

  test.each([
    ['left', 'step:ad'],
    ['right', 'step:cart'],
  ] as const)('to the %s goes to the next step', (towards, step) => {
    expect(need(doEdit(project, nudgeCards, { cards: ['card:slow'], towards }).records, 'card:slow').step).toBe(step);
  });

  test('stays at the edge of the map', () => {
    for (const [card, towards] of [
      ['card:clicks', 'left'],
      ['card:pays', 'right'],
      ['card:clicks', 'up'],
      ['card:faster', 'down'],
    ] as const) {
      expect(refusalOf(project, nudgeCards, { cards: [card], towards }).code).toBe('outsideMap');
    }
  });
});
