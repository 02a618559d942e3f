import { describe, expect, test } from 'vitest';
import { addStep, moveStep, removeStep, renameStep, setStepWidth } from '../../../shared/edits/steps.ts';
import { smallProject, withRecords } from '../../fixtures/projects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';
import { cellTexts, childIds, need, stepIds } from '../support/reading.ts';

const project = smallProject();

describe('a new step', () => {
  test('stands at its place in its stage', () => {
    const { records, value } = doEdit(project, addStep, {
      stage: 'stage:awareness',
      at: { after: 'step:ad' },
      name: 'Post',
    });
    expect(childIds(records, 'stage:awareness', 'step')).toEqual(['step:ad', value.id, 'step:search']);
    expect(value).toMatchObject({ name: 'Post', width: 180 });
  });

  test('under a card that spans over its place is covered by that card', () => {
    const { records } = doEdit(project, addStep, { stage: 'stage:awareness', at: { after: 'step:search' }, name: '' });
    expect(need(records, 'card:compares').span).toBe(3);
  });

  test('beside a card that ends before it is not covered', () => {
    const { records } = doEdit(project, addStep, { stage: 'stage:purchase', at: { after: 'step:cart' }, name: '' });
    expect(need(records, 'card:compares').span).toBe(2);
  });
});

test('a step is named', () => {
  expect(need(doEdit(project, renameStep, { step: 'step:ad', name: 'Post' }).records, 'step:ad').name).toBe('Post');
});

test.each([
  [180.126, 180.13],
  [20, 120],
  [9000, 420],
])('a width of %d px becomes %d px', (width, kept) => {
  expect(need(doEdit(project, setStepWidth, { step: 'step:ad', width }).records, 'step:ad').width).toBe(kept);
});

test('a card that reaches beyond the last step goes on doing so when a step is added or moves', () => {
  const wide = withRecords(project, { ...need(project, 'card:compares'), span: 12 });
  const added = doEdit(wide, addStep, { stage: 'stage:purchase', at: 'first', name: '' });
  const moved = doEdit(wide, moveStep, { step: 'step:pay', stage: 'stage:purchase', at: 'first' });
  expect([need(added.records, 'card:compares').span, need(moved.records, 'card:compares').span]).toEqual([12, 12]);
});

describe('a step that moves', () => {
  test('to another stage takes its cards along', () => {
    const { records } = doEdit(project, moveStep, { step: 'step:pay', stage: 'stage:awareness', at: 'first' });
    expect(stepIds(records, 'map:today')).toEqual(['step:pay', 'step:ad', 'step:search', 'step:cart']);
    expect(need(records, 'card:pays')).toBe(need(project, 'card:pays'));
  });

  test('in under a card is covered by that card', () => {
    const { records } = doEdit(project, moveStep, { step: 'step:pay', stage: 'stage:purchase', at: 'first' });
    expect(need(records, 'card:compares').span).toBe(3);
  });

  test('out from under a card is covered no more', () => {
    const { records } = doEdit(project, moveStep, { step: 'step:cart', stage: 'stage:purchase', at: 'last' });
    expect(need(records, 'card:compares').span).toBe(1);
  });

  test('with the card that begins in it leaves that card only what still follows', () => {
    const { records } = doEdit(project, moveStep, { step: 'step:search', stage: 'stage:purchase', at: 'last' });
    expect(need(records, 'card:compares')).toMatchObject({ step: 'step:search', span: 1 });
  });

  test('keeps a card whose steps stay together as it is', () => {
    const { records } = doEdit(project, moveStep, { step: 'step:ad', stage: 'stage:purchase', at: 'last' });
    expect(need(records, 'card:compares')).toBe(need(project, 'card:compares'));
  });

  test('to another map is refused', () => {
    const input = { step: 'step:ad', stage: 'stage:care', at: 'last' } as const;
    expect(refusalOf(project, moveStep, input)).toEqual({ code: 'otherMap', ids: ['stage:care'] });
  });
});

describe('a step that is removed', () => {
  test('takes the cards and feelings that stand in it alone', () => {
    const { records } = doEdit(project, removeStep, { step: 'step:cart', cards: 'delete' });
    for (const id of ['step:cart', 'card:dear', 'emotion:calm'] as const) expect(records.has(id)).toBe(false);
    expect(need(records, 'card:compares')).toMatchObject({ step: 'step:search', span: 1 });
  });

  test('can leave them to the step left of it, below what is there', () => {
    const { records } = doEdit(project, removeStep, { step: 'step:cart', cards: 'moveLeft' });
    expect(cellTexts(records, 'lane:thoughts', 'step:search')).toEqual(['Does it fit?', 'That is a lot']);
    expect(need(records, 'emotion:calm').step).toBe('step:search');
  });

  test('where a wide card begins leaves that card at the next step it covers', () => {
    const { records } = doEdit(project, removeStep, { step: 'step:search', cards: 'delete' });
    expect(need(records, 'card:compares')).toMatchObject({ step: 'step:cart', span: 1, text: 'Compares dresses' });
  });

  test('keeps the reach of a card that goes beyond the last step', () => {
    const wide = withRecords(project, { ...need(project, 'card:compares'), span: 12 });
    const { records } = doEdit(wide, removeStep, { step: 'step:ad', cards: 'delete' });
    expect(need(records, 'card:compares').span).toBe(12);
  });

  test('is refused while its lane is locked', () => {
    const locked = withRecords(project, { ...need(project, 'lane:emotions'), locked: true });
    expect(refusalOf(locked, removeStep, { step: 'step:cart', cards: 'delete' })).toEqual({
      code: 'laneLocked',
      ids: ['lane:emotions'],
    });
  });
});
