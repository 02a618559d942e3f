import { describe, expect, test } from 'vitest';
import {
  addCard,
  changeCards,
  lockCards,
  removeCards,
  setCardKind,
  setCardSpan,
  setCardText,
  splitCard,
  toggleInCards,
} from '../../../shared/edits/cards.ts';
import { KINDS_OF_LANE } from '../../../shared/records/lane.ts';
import { isOfType } from '../../../shared/records/records.ts';
import { smallProject, withRecords } from '../../fixtures/projects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';
import { cellTexts, need } from '../support/reading.ts';

const project = smallProject();
const lockedLane = withRecords(project, { ...need(project, 'lane:pains'), locked: true });
const lockedCard = withRecords(project, { ...need(project, 'card:slow'), locked: true });

describe('a new card', () => {
  const lanes = [...project.values()].filter((record) => isOfType(record, 'lane'));

  test.each(
    lanes
      .filter(({ kind, map }) => kind !== 'emotions' && map === 'map:today')
      .map((lane) => [lane.kind, lane.id] as const),
  )('in a lane of %s is of its first kind', (kind, lane) => {
    expect(doEdit(project, addCard, { lane, step: 'step:pay', at: 'last' }).value.kind).toBe(KINDS_OF_LANE[kind][0]);
  });

  test('says what was typed, in clean text', () => {
    const fields = { text: 'Waits\r\nlong', owner: 'Noor\nTim' };
    const { value } = doEdit(project, addCard, { lane: 'lane:pains', step: 'step:ad', at: 'last', fields });
    expect(value).toMatchObject({ text: 'Waits\nlong', owner: 'Noor Tim' });
  });

  test('stands at its place in its cell', () => {
    const { records } = doEdit(project, addCard, {
      lane: 'lane:pains',
      step: 'step:search',
      at: { after: 'card:slow' },
      kind: 'dropOff',
      fields: { text: 'New' },
    });
    expect(cellTexts(records, 'lane:pains', 'step:search')).toEqual(['The list loads slowly', 'New', 'Gives up']);
  });

  const cell = { lane: 'lane:pains', step: 'step:ad', at: 'last' } as const;
  test.each([
    ['in an emotion lane', { ...cell, lane: 'lane:emotions' }, 'laneTakesNoCards'],
    ['at a step of another map', { ...cell, step: 'step:help' }, 'otherMap'],
    ['at a step that is gone', { ...cell, step: 'step:gone' }, 'gone'],
    ['of a kind that the lane does not take', { ...cell, kind: 'measure' }, 'kindNotTaken'],
    [
      'for a persona who does not walk on the map',
      { ...cell, lane: 'lane:laterActions', step: 'step:help', fields: { persona: 'persona:marieke' } },
      'personaNotOnMap',
    ],
    ['with a source that is gone', { ...cell, fields: { sources: ['source:gone'] } }, 'gone'],
    ['with too much text', { ...cell, fields: { text: 'x'.repeat(20_001) } }, 'textTooLong'],
  ] as const)('%s is refused', (_, input, code) => {
    expect(refusalOf(project, addCard, input).code).toBe(code);
  });

  test('in a locked lane is refused', () => {
    expect(refusalOf(lockedLane, addCard, cell)).toEqual({ code: 'laneLocked', ids: ['lane:pains'] });
  });
});

describe('what a card says', () => {
  test('is set', () => {
    expect(need(doEdit(project, setCardText, { card: 'card:pays', text: 'Pays late' }).records, 'card:pays').text).toBe(
      'Pays late',
    );
  });

  test('set to what it is changes nothing, even written otherwise', () => {
    const { records } = doEdit(project, setCardText, { card: 'card:pays', text: 'Café' });
    expect(doEdit(records, setCardText, { card: 'card:pays', text: 'Cafe\u0301' }).records).toBe(records);
  });

  test('is not changed on a locked card or in a locked lane', () => {
    const input = { card: 'card:slow', text: 'Other' } as const;
    expect(refusalOf(lockedCard, setCardText, input)).toEqual({ code: 'cardLocked', ids: ['card:slow'] });
    expect(refusalOf(lockedLane, setCardText, input)).toEqual({ code: 'laneLocked', ids: ['lane:pains'] });
  });
});

describe('fields of many cards', () => {
  test('are changed at once', () => {
    const fields = { evidence: 'researched', severity: 1, priority: 4, owner: 'Tim', due: '2025-09-01' } as const;
    const { records } = doEdit(project, changeCards, { cards: ['card:slow', 'card:fee'], fields });
    for (const card of ['card:slow', 'card:fee'] as const) expect(need(records, card)).toMatchObject(fields);
  });

  test('stay on all when one of the cards is locked', () => {
    const input = { cards: ['card:fee', 'card:slow'], fields: { severity: 1 } } as const;
    expect(refusalOf(lockedCard, changeCards, input)).toEqual({ code: 'cardLocked', ids: ['card:slow'] });
  });

  test('name only personas who walk on their map', () => {
    const input = { cards: ['card:calls'], fields: { persona: 'persona:marieke' } } as const;
    expect(refusalOf(project, changeCards, input).code).toBe('personaNotOnMap');
    expect(need(doEdit(project, changeCards, { ...input, cards: ['card:fee'] }).records, 'card:fee').persona).toBe(
      'persona:marieke',
    );
  });
});

describe('the kind of a card', () => {
  test('is changed, and what the new kind does not show is kept', () => {
    const { records } = doEdit(project, setCardKind, { cards: ['card:slow'], kind: 'dropOff' });
    expect(need(records, 'card:slow')).toEqual({ ...need(project, 'card:slow'), kind: 'dropOff' });
  });

  test('is one that its lane takes', () => {
    expect(refusalOf(project, setCardKind, { cards: ['card:slow'], kind: 'goal' })).toEqual({
      code: 'kindNotTaken',
      ids: ['lane:pains'],
    });
  });
});

describe('tags, sources and channels', () => {
  test('are put on many cards and taken off again', () => {
    const cards = ['card:slow', 'card:fee'] as const;
    const listed = { field: 'tags', id: 'tag:price' } as const;
    const { records } = doEdit(project, toggleInCards, { cards, listed, on: true });
    expect(need(records, 'card:slow').tags).toEqual(['tag:mobile', 'tag:price']);
    expect(need(records, 'card:fee').tags).toEqual(['tag:price']);
    expect(doEdit(records, toggleInCards, { cards, listed, on: false }).records).toEqual(project);
  });

  test('that a card has already stay where they are in its list', () => {
    const listed = { field: 'channels', id: 'channel:social' } as const;
    expect(doEdit(project, toggleInCards, { cards: ['card:advert'], listed, on: true }).records).toBe(project);
  });

  test('of evidence are toggled likewise', () => {
    const listed = { field: 'sources', id: 'source:funnel' } as const;
    const { records } = doEdit(project, toggleInCards, { cards: ['card:slow'], listed, on: false });
    expect(need(records, 'card:slow').sources).toEqual(['source:interviews']);
  });
});

describe('the span of a card', () => {
  test.each([
    [3, 3],
    [99, 3],
    [0, 1],
    [1.6, 2],
  ])('asked to be %d becomes %d where three steps are left', (span, kept) => {
    expect(need(doEdit(project, setCardSpan, { card: 'card:compares', span }).records, 'card:compares').span).toBe(
      kept,
    );
  });

  test('grows to the left by beginning at another step', () => {
    const { records } = doEdit(project, setCardSpan, { card: 'card:compares', step: 'step:ad', span: 3 });
    expect(need(records, 'card:compares')).toMatchObject({ step: 'step:ad', span: 3 });
    expect(cellTexts(records, 'lane:actions', 'step:ad')).toEqual(['Clicks the ad', 'Compares dresses']);
  });
});

test('a card is locked and opened again', () => {
  const { records } = doEdit(project, lockCards, { cards: ['card:slow'], locked: true });
  expect(need(records, 'card:slow').locked).toBe(true);
  expect(doEdit(records, lockCards, { cards: ['card:slow'], locked: false }).records).toEqual(project);
});

describe('a card of several lines', () => {
  const lines = withRecords(project, { ...need(project, 'card:slow'), text: 'One\n\n  Two \nThree' });

  test('is split into a card for each line, with the same fields', () => {
    const { records, value } = doEdit(lines, splitCard, { card: 'card:slow' });
    expect(cellTexts(records, 'lane:pains', 'step:search')).toEqual(['One', 'Two', 'Three', 'Gives up']);
    expect(value.map(({ severity, sources, links }) => ({ severity, sources, links }))).toEqual(
      [1, 2].map(() => ({ severity: 2, sources: ['source:interviews', 'source:funnel'], links: [] })),
    );
  });

  test('of one line is not split', () => {
    expect(refusalOf(project, splitCard, { card: 'card:slow' }).code).toBe('nothingToSplit');
  });
});

describe('cards that are removed', () => {
  test('take their comments and arrows, and nothing points to them any more', () => {
    const { records } = doEdit(project, removeCards, { cards: ['card:slow', 'card:faster'] });
    const gone = ['card:slow', 'card:faster', 'comment:remark', 'comment:reply', 'arrow:named'] as const;
    expect([...project.keys()].filter((id) => !records.has(id)).sort()).toEqual([...gone].sort());
    expect(need(doEdit(project, removeCards, { cards: ['card:faster'] }).records, 'card:slow').links).toEqual([]);
  });

  test('stay when one of them is locked or gone', () => {
    const cards = ['card:fee', 'card:slow'] as const;
    expect(refusalOf(lockedCard, removeCards, { cards })).toEqual({ code: 'cardLocked', ids: ['card:slow'] });
    expect(refusalOf(project, removeCards, { cards: ['card:gone'] })).toEqual({ code: 'gone', ids: ['card:gone'] });
  });
});
