import { describe, expect, test } from 'vitest';
import {
  addFeeling,
  changeFeelings,
  FEELING_STEP,
  moveFeeling,
  nudgeFeelings,
  removeFeelings,
} from '../../../shared/edits/emotions.ts';
import { smallProject, withRecords } from '../../fixtures/projects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';
import { need } from '../support/reading.ts';

const project = smallProject();
const locked = withRecords(project, { ...need(project, 'lane:emotions'), locked: true });
const point = { lane: 'lane:emotions', step: 'step:pay', persona: 'persona:sarah' } as const;

describe('a new curve point', () => {
  test('stands where it was put, to hundredths', () => {
    const fields = { label: 'Relieved', cause: 'It is\ndone' };
    const { value } = doEdit(project, addFeeling, { ...point, offset: 0.333, value: 1.678, fields });
    expect(value).toMatchObject({ ...point, offset: 0.33, value: 1.68, label: 'Relieved', cause: 'It is\ndone' });
  });

  test('stands in the middle of its step at neutral when nothing is said', () => {
    expect(doEdit(project, addFeeling, point).value).toMatchObject({ offset: 0.5, value: 0, momentOfTruth: false });
  });

  test('lets its persona walk on the map', () => {
    const off = withRecords(project, { ...need(project, 'map:later'), personas: [] });
    const { records: more } = doEdit(
      withRecords(off, {
        ...need(project, 'lane:laterActions'),
        id: 'lane:laterFeelings',
        kind: 'emotions',
        order: 'a9',
      }),
      addFeeling,
      { lane: 'lane:laterFeelings', step: 'step:help', persona: 'persona:marieke' },
    );
    expect(need(more, 'map:later').personas).toEqual(['persona:marieke']);
  });

  test('comes with somebody of a name where nobody is known', () => {
    const { records: more, value } = doEdit(project, addFeeling, { ...point, persona: { name: 'Noor' } });
    expect(need(more, value.persona)).toMatchObject({ name: 'Noor' });
    expect(need(more, need(more, 'lane:emotions').map).personas).toContain(value.persona);
  });

  test.each([
    ['in a lane of cards', { ...point, lane: 'lane:pains' }, 'laneTakesNoFeelings'],
    ['at a step of another map', { ...point, step: 'step:help' }, 'otherMap'],
    ['for somebody who is gone', { ...point, persona: 'persona:gone' }, 'gone'],
  ] as const)('%s is refused', (_, input, code) => {
    expect(refusalOf(project, addFeeling, input).code).toBe(code);
  });
});

describe('a feeling', () => {
  test.each([
    [1.999, 2],
    [7, 2],
    [-7, -2],
    [-0.001, 0],
    [0.125, 0.13],
  ])('moved to %d stands at %d', (value, kept) => {
    expect(need(doEdit(project, moveFeeling, { emotion: 'emotion:calm', value }).records, 'emotion:calm').value).toBe(
      kept,
    );
  });

  test('moves along its map', () => {
    const { records } = doEdit(project, moveFeeling, { emotion: 'emotion:calm', step: 'step:pay', offset: 1.4 });
    expect(need(records, 'emotion:calm')).toMatchObject({ step: 'step:pay', offset: 1, value: 0.5 });
    expect(refusalOf(project, moveFeeling, { emotion: 'emotion:calm', step: 'step:help' }).code).toBe('otherMap');
  });

  test('is nudged by a quarter with others, none beyond the scale', () => {
    const emotions = ['emotion:curious', 'emotion:hesitant'] as const;
    let records = project;
    for (let count = 0; count < 4; count += 1)
      records = doEdit(records, nudgeFeelings, { emotions, by: FEELING_STEP }).records;
    expect(emotions.map((id) => need(records, id).value)).toEqual([2, -0.35]);
  });

  test('is named, explained and made a moment of truth', () => {
    const fields = {
      label: 'Calm\nat last',
      cause: 'All is said',
      momentOfTruth: true,
      evidence: 'assumption',
    } as const;
    const { records } = doEdit(project, changeFeelings, { emotions: ['emotion:calm'], fields });
    expect(need(records, 'emotion:calm')).toMatchObject({ ...fields, label: 'Calm at last' });
  });

  test('is removed', () => {
    const { records } = doEdit(project, removeFeelings, { emotions: ['emotion:calm', 'emotion:curious'] });
    expect([...project.keys()].filter((id) => !records.has(id))).toEqual(['emotion:curious', 'emotion:calm']);
  });

  test('in a locked lane stays as it is', () => {
    const emotions = ['emotion:calm'] as const;
    expect(refusalOf(locked, addFeeling, point)).toEqual({ code: 'laneLocked', ids: ['lane:emotions'] });
    expect(refusalOf(locked, moveFeeling, { emotion: 'emotion:calm', value: 1 }).code).toBe('laneLocked');
    expect(refusalOf(locked, nudgeFeelings, { emotions, by: 1 }).code).toBe('laneLocked');
    expect(refusalOf(locked, changeFeelings, { emotions, fields: { label: '' } }).code).toBe('laneLocked');
    expect(refusalOf(locked, removeFeelings, { emotions }).code).toBe('laneLocked');
  });
});
