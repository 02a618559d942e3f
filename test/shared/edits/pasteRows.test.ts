import { describe, expect, test } from 'vitest';
import { linesOf } from '../../../shared/edits/cards.ts';
import { pasteRows } from '../../../shared/edits/pasteRows.ts';
import { smallProject, withRecords } from '../../fixtures/projects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';
import { cellTexts, need, stepIds } from '../support/reading.ts';

const project = smallProject();
const atSearch = { lane: 'lane:pains', step: 'step:search' } as const;

test('lines become cards one below the other, at the place named', () => {
  const rows = linesOf('One\r\n\r\n  Two\nThree\r').map((line) => [line]);
  const { records } = doEdit(project, pasteRows, { ...atSearch, at: { after: 'card:slow' }, rows, down: 'cell' });
  expect(cellTexts(records, ...cellOf('step:search'))).toEqual([
    'The list loads slowly',
    'One',
    'Two',
    'Three',
    'Gives up',
  ]);
});

function cellOf(step: 'step:search' | 'step:cart' | 'step:pay') {
  return ['lane:pains', step] as const;
}

test('columns go to the steps on the right, and blank cells make no card', () => {
  const rows = [
    ['One', '', 'Three', ''],
    ['', 'Two', ' ', ''],
    ['', ''],
  ];
  const { records, value } = doEdit(project, pasteRows, { ...atSearch, at: 'first', rows, down: 'cell' });
  expect(value.map(({ text }) => text)).toEqual(['One', 'Two', 'Three']);
  expect(cellTexts(records, ...cellOf('step:search'))).toEqual(['One', 'The list loads slowly', 'Gives up']);
  expect(cellTexts(records, ...cellOf('step:cart'))).toEqual(['Two']);
  expect(cellTexts(records, ...cellOf('step:pay'))).toEqual(['A fee nobody spoke of', 'Three']);
});

test('more columns than steps make new steps in the last stage', () => {
  const rows = [['One', 'Two', 'Three', 'Four', 'Five']];
  const { records } = doEdit(project, pasteRows, { ...atSearch, at: 'last', rows, down: 'cell' });
  const steps = stepIds(records, 'map:today');
  expect(steps).toHaveLength(6);
  expect(need(records, steps[5] ?? 'step:none')).toMatchObject({ stage: 'stage:purchase', name: '' });
  expect(cellTexts(records, 'lane:pains', steps[5] ?? 'step:none')).toEqual(['Five']);
});

describe('rows that go to lanes', () => {
  const rows = [['Thinks'], [''], ['Could be better']];
  const input = { lane: 'lane:thoughts', step: 'step:cart', at: 'last', rows, down: 'lanes' } as const;

  test('each become a card of the kind of their lane, passing over the feelings', () => {
    const { value } = doEdit(project, pasteRows, input);
    expect(value.map(({ lane, kind, text }) => [lane, kind, text])).toEqual([
      ['lane:thoughts', 'thought', 'Thinks'],
      ['lane:opportunities', 'opportunity', 'Could be better'],
    ]);
  });

  test('are refused when there are more of them than lanes', () => {
    const more = { ...input, rows: [['1'], ['2'], ['3'], ['4']] };
    expect(refusalOf(project, pasteRows, more)).toEqual({ code: 'notEnoughLanes', ids: ['map:today'] });
  });

  test('are refused when one of the lanes is locked', () => {
    const locked = withRecords(project, { ...need(project, 'lane:opportunities'), locked: true });
    expect(refusalOf(locked, pasteRows, input).code).toBe('laneLocked');
  });
});

test.each([[[]], [[[]]], [[['', ' '], ['']]]])('nothing pasted makes nothing: %j', (rows) => {
  expect(doEdit(project, pasteRows, { ...atSearch, at: 'last', rows, down: 'cell' }).records).toBe(project);
});

test('a thousand lines are pasted in their order', () => {
  const rows = Array.from({ length: 1000 }, (_, at) => [`Line ${at}`]);
  const { records } = doEdit(project, pasteRows, {
    lane: 'lane:free',
    step: 'step:ad',
    at: 'last',
    rows,
    down: 'cell',
  });
  expect(cellTexts(records, 'lane:free', 'step:ad')).toEqual(rows.flat());
});
