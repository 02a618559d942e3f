import { describe, expect, test } from 'vitest';
import {
  addStage,
  changeStage,
  moveStage,
  removeStage,
  renameStage,
  splitStage,
} from '../../../shared/edits/stages.ts';
import { smallProject, withRecords } from '../../fixtures/projects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';
import { cellTexts, childIds, need, stepIds } from '../support/reading.ts';

const project = smallProject();

describe('a new stage', () => {
  test('stands after the one named, with a first step and the next colour', () => {
    const { records, value } = doEdit(project, addStage, {
      map: 'map:today',
      at: { after: 'stage:awareness' },
      name: 'Consideration',
      stepName: 'Reviews',
    });
    expect(childIds(records, 'map:today', 'stage')).toEqual(['stage:awareness', value.stage.id, 'stage:purchase']);
    expect(need(records, value.stage.id)).toMatchObject({ name: 'Consideration', colour: 'sand' });
    expect(need(records, value.step.id)).toMatchObject({ stage: value.stage.id, name: 'Reviews' });
  });

  test('between two stages that a card spans is covered by that card', () => {
    const { records } = doEdit(project, addStage, {
      map: 'map:today',
      at: { before: 'stage:purchase' },
      name: '',
      stepName: '',
    });
    expect(need(records, 'card:compares').span).toBe(3);
  });

  test('takes the least used colour when all seven are used', () => {
    let records = project;
    const colours: string[] = [];
    for (let count = 0; count < 7; count += 1) {
      const done = doEdit(records, addStage, { map: 'map:today', at: 'last', name: `${count}`, stepName: '' });
      records = done.records;
      colours.push(done.value.stage.colour);
    }
    expect(colours).toEqual(['sand', 'clay', 'heather', 'sky', 'stone', 'sea', 'meadow']);
  });

  test('is refused beside a stage that is gone', () => {
    const input = { map: 'map:today', at: { after: 'stage:gone' }, name: '', stepName: '' } as const;
    expect(refusalOf(project, addStage, input)).toEqual({ code: 'gone', ids: ['stage:gone'] });
  });
});

test('a stage is named with clean text of one line', () => {
  const { records } = doEdit(project, renameStage, { stage: 'stage:care', name: 'After\r\nsales\u0007 cafe\u0301' });
  expect(need(records, 'stage:care').name).toBe('After sales café');
});

test('a name that is too long is refused', () => {
  const input = { stage: 'stage:care', name: 'x'.repeat(301) } as const;
  expect(refusalOf(project, renameStage, input)).toEqual({ code: 'textTooLong', ids: [] });
});

test('naming a stage as it is called changes nothing', () => {
  expect(doEdit(project, renameStage, { stage: 'stage:care', name: 'Care' }).records).toBe(project);
});

test('a stage gets a goal and a colour', () => {
  const fields = { goal: 'Known by many', colour: 'stone' } as const;
  expect(
    need(doEdit(project, changeStage, { stage: 'stage:awareness', fields }).records, 'stage:awareness'),
  ).toMatchObject(fields);
});

describe('a stage that moves', () => {
  test('takes its steps and their cards along', () => {
    const { records } = doEdit(project, moveStage, { stage: 'stage:purchase', at: 'first' });
    expect(stepIds(records, 'map:today')).toEqual(['step:cart', 'step:pay', 'step:ad', 'step:search']);
    expect(need(records, 'card:pays')).toBe(need(project, 'card:pays'));
  });

  test('away from under a card leaves that card with what it still covers', () => {
    const { records } = doEdit(project, moveStage, { stage: 'stage:purchase', at: 'first' });
    expect(need(records, 'card:compares').span).toBe(1);
  });

  test('to where it stands changes nothing', () => {
    for (const at of ['last', { after: 'stage:awareness' }, { before: 'stage:purchase' }] as const) {
      expect(doEdit(project, moveStage, { stage: 'stage:purchase', at }).records).toBe(project);
    }
  });
});

describe('a stage is split', () => {
  test('at a step, which begins the new one with all that follow', () => {
    const { records, value } = doEdit(project, splitStage, { step: 'step:search', name: 'Consideration' });
    expect(childIds(records, 'stage:awareness', 'step')).toEqual(['step:ad']);
    expect(childIds(records, value.id, 'step')).toEqual(['step:search']);
    expect(childIds(records, 'map:today', 'stage')).toEqual(['stage:awareness', value.id, 'stage:purchase']);
    expect(need(records, 'card:compares')).toBe(need(project, 'card:compares'));
  });

  test('but not before its first step', () => {
    expect(refusalOf(project, splitStage, { step: 'step:ad', name: '' }).code).toBe('nothingToSplit');
  });
});

describe('a stage that is removed', () => {
  test('takes the cards that stand in it alone, and their comments, links and arrows', () => {
    const { records } = doEdit(project, removeStage, { stage: 'stage:awareness', cards: 'delete' });
    const gone = ['step:ad', 'card:clicks', 'card:slow', 'comment:reply', 'arrow:named', 'emotion:hesitant'] as const;
    for (const id of gone) expect(records.has(id)).toBe(false);
    expect(need(records, 'card:compares')).toMatchObject({ step: 'step:cart', span: 1 });
  });

  test('can leave its cards and feelings to what stands left of it', () => {
    const { records } = doEdit(project, removeStage, { stage: 'stage:purchase', cards: 'moveLeft' });
    expect(need(records, 'card:fee')).toMatchObject({ lane: 'lane:pains', step: 'step:search' });
    expect(cellTexts(records, 'lane:pains', 'step:search')).toEqual([
      'The list loads slowly',
      'Gives up',
      'A fee nobody spoke of',
    ]);
    expect(need(records, 'emotion:calm')).toMatchObject({ step: 'step:search', value: 0.5, offset: 0.88 });
    expect(need(records, 'card:compares').span).toBe(1);
  });

  test('at the left end leaves its cards to what stands right of it', () => {
    const { records } = doEdit(project, removeStage, { stage: 'stage:awareness', cards: 'moveLeft' });
    expect(need(records, 'card:slow').step).toBe('step:cart');
    const [first, second] = [need(records, 'emotion:curious'), need(records, 'emotion:hesitant')];
    expect([first.step, second.step]).toEqual(['step:cart', 'step:cart']);
    expect(first.offset).toBeLessThan(second.offset);
    expect(second.offset).toBeLessThan(0.25);
  });

  test('is refused when its cards should move and there is nowhere to go', () => {
    expect(refusalOf(project, removeStage, { stage: 'stage:care', cards: 'moveLeft' })).toEqual({
      code: 'nowhereToGo',
      ids: ['step:help'],
    });
  });

  test('is refused while a card in it is locked', () => {
    const locked = withRecords(project, { ...need(project, 'card:slow'), locked: true });
    for (const cards of ['delete', 'moveLeft'] as const) {
      expect(refusalOf(locked, removeStage, { stage: 'stage:awareness', cards })).toEqual({
        code: 'cardLocked',
        ids: ['card:slow'],
      });
    }
  });
});
