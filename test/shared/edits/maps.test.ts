import { describe, expect, test } from 'vitest';
import { addMap, changeMap, duplicateMap, moveMap, removeMap, renameMap } from '../../../shared/edits/maps.ts';
import { changeProject } from '../../../shared/edits/project.ts';
import type { Id } from '../../../shared/records/ids.ts';
import { type Records, recordsOfType } from '../../../shared/records/records.ts';
import { smallProject, withoutRecords, withRecords } from '../../fixtures/projects.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';
import { childIds, need, rootIds, stepIds } from '../support/reading.ts';

const project = smallProject();

test('a new map has one stage of one step and the lanes it was given', () => {
  const { records, value } = doEdit(project, addMap, {
    title: 'Returns',
    stageName: 'Stage',
    stepName: 'Step',
    lanes: [
      { kind: 'actions', name: 'Actions', hint: 'What she does' },
      { kind: 'emotions', name: 'Feelings', hint: '' },
    ],
    personas: ['persona:sarah'],
  });
  expect(rootIds(records, 'map')).toEqual(['map:today', 'map:later', value.id]);
  expect(childIds(records, value.id, 'lane').map((id) => need(records, id as Id<'lane'>).kind)).toEqual([
    'actions',
    'emotions',
  ]);
  expect(stepIds(records, value.id)).toHaveLength(1);
});

test('a map is named and described', () => {
  const named = doEdit(project, renameMap, { map: 'map:today', title: 'As it is' }).records;
  const fields = { scenario: 'A party\nin June', state: 'future', version: 3, date: '2025-06-12' } as const;
  expect(need(doEdit(named, changeMap, { map: 'map:today', fields }).records, 'map:today')).toMatchObject({
    title: 'As it is',
    ...fields,
  });
});

test('maps change places', () => {
  expect(rootIds(doEdit(project, moveMap, { map: 'map:later', at: 'first' }).records, 'map')).toEqual([
    'map:later',
    'map:today',
  ]);
});

describe('a copy of a map', () => {
  const { records, value: copy } = doEdit(project, duplicateMap, { map: 'map:today', title: 'Today, copy' });

  test('stands right after the original under its own title', () => {
    expect(rootIds(records, 'map')).toEqual(['map:today', copy, 'map:later']);
    expect(need(records, copy)).toEqual({
      ...need(project, 'map:today'),
      id: copy,
      title: 'Today, copy',
      order: need(records, copy).order,
    });
  });

  test('has as many of everything but comments, and the original keeps all', () => {
    for (const type of ['stage', 'step', 'lane', 'card', 'emotion', 'arrow'] as const) {
      expect(partsOf(records, copy, type), type).toHaveLength(partsOf(project, 'map:today', type).length);
    }
    expect(recordsOfType(records, 'note').filter(({ map }) => map === copy)).toHaveLength(1);
    expect(recordsOfType(records, 'comment')).toEqual(recordsOfType(project, 'comment'));
    for (const [id, record] of project) expect(records.get(id), id).toBe(record);
  });

  test('leads from copy to copy', () => {
    const cards = partsOf(records, copy, 'card').map((id) => need(records, id as Id<'card'>));
    const [slow, faster] = ['The list loads slowly', 'Load less'].map((text) =>
      cards.find((card) => card.text === text),
    );
    expect(slow?.links).toEqual([faster?.id]);
    const arrows = recordsOfType(records, 'arrow').filter(({ map }) => map === copy);
    expect(arrows.map(({ from }) => cards.find(({ id }) => id === from)?.text).sort()).toEqual([
      'Clicks the ad',
      'The list loads slowly',
    ]);
    expect(slow).toMatchObject({ sources: ['source:interviews', 'source:funnel'], tags: ['tag:mobile'] });
  });

  test('of a whole sample is sound', () => {
    const sarah = sampleRecords('sarah.en');
    const [first] = recordsOfType(sarah, 'map');
    if (first === undefined) throw new Error('The sample has no map');
    const cards = (records: Records) => recordsOfType(records, 'card').length;
    const { records: doubled, value } = doEdit(sarah, duplicateMap, { map: first.id, title: 'Copy' });
    expect(cards(doubled) - cards(sarah)).toBe(partsOf(doubled, value, 'card').length);
  });
});

function partsOf(
  records: Records,
  map: Id<'map'>,
  type: 'stage' | 'step' | 'lane' | 'card' | 'emotion' | 'arrow',
): readonly Id[] {
  if (type === 'step') return childIds(records, map, 'stage').flatMap((stage) => childIds(records, stage, type));
  if (type === 'card' || type === 'emotion') {
    return childIds(records, map, 'lane').flatMap((lane) => childIds(records, lane, type));
  }
  return childIds(records, map, type);
}

describe('a map that is removed', () => {
  test('takes all that is on it, locked or not, and leaves its notes in the inbox', () => {
    const locked = withRecords(
      project,
      { ...need(project, 'lane:pains'), locked: true },
      { ...need(project, 'card:clicks'), locked: true },
    );
    const { records } = doEdit(locked, removeMap, { map: 'map:today' });
    expect(recordsOfType(records, 'card').map(({ id }) => id)).toEqual(['card:calls']);
    expect(recordsOfType(records, 'comment')).toEqual([]);
    expect(need(records, 'note:pinned')).toMatchObject({ map: null, x: 0, y: 0 });
    expect(rootIds(records, 'note').at(-1)).toBe('note:pinned');
  });

  test('is refused when it is gone', () => {
    expect(refusalOf(project, removeMap, { map: 'map:gone' })).toEqual({ code: 'gone', ids: ['map:gone'] });
  });
});

test('the project is described, and made when there is none', () => {
  const { records } = doEdit(project, changeProject, { title: 'Summer\nparty', note: 'Two\nlines' });
  expect(need(records, 'project:shop')).toMatchObject({ title: 'Summer party', note: 'Two\nlines', company: 'A shop' });
  const other = withoutRecords(project, 'project:shop');
  const titles = (document: Records) => recordsOfType(document, 'project').map(({ title }) => title);
  const done = doEdit(withRecords(other, need(project, 'project:shop')), changeProject, { title: 'New' });
  expect(titles(done.records)).toEqual(['New']);
});
