import { describe, expect, test } from 'vitest';
import {
  addLane,
  changeLane,
  hideLanes,
  lockLanes,
  moveLane,
  removeLane,
  renameLane,
  setLaneHeight,
  setLaneKind,
} from '../../../shared/edits/lanes.ts';
import { smallProject, withRecords } from '../../fixtures/projects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';
import { cellTexts, childIds, need } from '../support/reading.ts';

const project = smallProject();
const locked = withRecords(project, { ...need(project, 'lane:pains'), locked: true });

test('a new lane stands at its place with the words it was given', () => {
  const { records, value } = doEdit(project, addLane, {
    map: 'map:today',
    kind: 'measures',
    name: 'Measures',
    hint: 'What we count',
    at: { before: 'lane:pains' },
  });
  expect(need(records, value.id)).toMatchObject({ kind: 'measures', name: 'Measures', hint: 'What we count' });
  const lanes = childIds(records, 'map:today', 'lane');
  expect(lanes[lanes.indexOf(value.id) + 1]).toBe('lane:pains');
});

test('a lane is named, hinted and given a line', () => {
  const named = doEdit(project, renameLane, { lane: 'lane:pains', name: 'What hurts' }).records;
  const fields = { hint: 'and how much', border: 'visibility' } as const;
  expect(need(doEdit(named, changeLane, { lane: 'lane:pains', fields }).records, 'lane:pains')).toMatchObject({
    name: 'What hurts',
    ...fields,
  });
});

test('a lane moves up and down its map', () => {
  const { records } = doEdit(project, moveLane, { lane: 'lane:pains', at: 'first' });
  expect(childIds(records, 'map:today', 'lane').slice(0, 2)).toEqual(['lane:pains', 'lane:actions']);
  expect(doEdit(records, moveLane, { lane: 'lane:pains', at: { before: 'lane:actions' } }).records).toBe(records);
});

test('lanes are hidden, and locked lanes opened again', () => {
  const hidden = doEdit(project, hideLanes, { lanes: ['lane:pains', 'lane:actions'], hidden: true }).records;
  expect([need(hidden, 'lane:pains').hidden, need(hidden, 'lane:actions').hidden]).toEqual([true, true]);
  expect(need(doEdit(locked, lockLanes, { lanes: ['lane:pains'], locked: false }).records, 'lane:pains').locked).toBe(
    false,
  );
});

test.each([
  ['lane:pains', 0, 0],
  ['lane:pains', 12.345, 12.35],
  ['lane:pains', 5000, 2000],
  ['lane:emotions', 0, 0],
  ['lane:emotions', 20, 160],
  ['lane:emotions', 5000, 480],
] as const)('%s asked to be %d px high becomes %d px', (lane, height, kept) => {
  expect(need(doEdit(project, setLaneHeight, { lane, height }).records, lane).height).toBe(kept);
});

describe('a lane of another kind', () => {
  test('makes its cards what it takes', () => {
    const { records } = doEdit(project, setLaneKind, { lane: 'lane:thoughts', kind: 'opportunities' });
    expect(need(records, 'card:fits').kind).toBe('opportunity');
  });

  test('leaves cards alone that it takes as they are', () => {
    const { records } = doEdit(project, setLaneKind, { lane: 'lane:thoughts', kind: 'text' });
    expect(need(records, 'card:fits')).toBe(need(project, 'card:fits'));
  });

  test('is refused where cards would have to become feelings, or feelings cards', () => {
    expect(refusalOf(project, setLaneKind, { lane: 'lane:pains', kind: 'emotions' }).code).toBe('laneTakesNoCards');
    expect(refusalOf(project, setLaneKind, { lane: 'lane:emotions', kind: 'text' }).code).toBe('laneTakesNoFeelings');
  });
});

describe('a lane that is removed', () => {
  test('takes its cards with it', () => {
    const { records } = doEdit(project, removeLane, { lane: 'lane:pains', cards: 'delete' });
    for (const id of ['lane:pains', 'card:slow', 'card:fee', 'comment:reply', 'arrow:named'] as const) {
      expect(records.has(id)).toBe(false);
    }
  });

  test('can leave its cards to another lane, below what is there', () => {
    const cards = { moveTo: 'lane:opportunities' } as const;
    const { records } = doEdit(project, removeLane, { lane: 'lane:pains', cards });
    expect(cellTexts(records, 'lane:opportunities', 'step:search')).toEqual([
      'Load less',
      'The list loads slowly',
      'Gives up',
    ]);
    expect(need(records, 'comment:remark').about).toBe('card:slow');
  });

  test('can leave its feelings to another lane of feelings only', () => {
    const { records: more, value } = doEdit(project, addLane, {
      map: 'map:today',
      kind: 'emotions',
      name: 'More',
      hint: '',
      at: 'last',
    });
    const { records } = doEdit(more, removeLane, { lane: 'lane:emotions', cards: { moveTo: value.id } });
    expect(need(records, 'emotion:calm')).toEqual({ ...need(project, 'emotion:calm'), lane: value.id });
    const input = { lane: 'lane:emotions', cards: { moveTo: 'lane:pains' } } as const;
    expect(refusalOf(project, removeLane, input).code).toBe('laneTakesNoFeelings');
  });

  test('leaves nothing to a lane of another map', () => {
    const input = { lane: 'lane:pains', cards: { moveTo: 'lane:laterActions' } } as const;
    expect(refusalOf(project, removeLane, input)).toEqual({ code: 'otherMap', ids: ['lane:laterActions'] });
  });
});

test('a locked lane is neither named, changed nor removed, but may move, hide and grow', () => {
  const lane = 'lane:pains';
  expect(refusalOf(locked, renameLane, { lane, name: 'Other' })).toEqual({ code: 'laneLocked', ids: [lane] });
  expect(refusalOf(locked, changeLane, { lane, fields: { hint: 'Other' } }).code).toBe('laneLocked');
  expect(refusalOf(locked, setLaneKind, { lane, kind: 'text' }).code).toBe('laneLocked');
  expect(refusalOf(locked, removeLane, { lane, cards: 'delete' }).code).toBe('laneLocked');
  doEdit(locked, moveLane, { lane, at: 'last' });
  doEdit(locked, hideLanes, { lanes: [lane], hidden: true });
  doEdit(locked, setLaneHeight, { lane, height: 300 });
});
