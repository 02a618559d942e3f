import { expect, test } from 'vitest';
import { cardsUnderTable, pasteTable } from '../../../shared/exchange/pasteTable.ts';
import { readDocument } from '../../../shared/store/mapParts.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';
import { cellTexts } from '../support/reading.ts';

const project = smallProject();
const place = { lane: 'lane:pains', step: 'step:search', rows: [['One', 'Two']] } as const;

test('the cards under a table are those in cells that get words', () => {
  const under = cardsUnderTable(readDocument(project), place).map(({ text }) => text);
  expect(under).toEqual(['The list loads slowly', 'Gives up']);
  expect(cardsUnderTable(readDocument(project), { ...place, rows: [['', 'Two']] })).toEqual([]);
});

test('a table goes below the cards that stand in its cells, or takes their place', () => {
  const below = doEdit(project, pasteTable, { ...place, how: 'below' }).records;
  expect(cellTexts(below, 'lane:pains', 'step:search')).toEqual(['The list loads slowly', 'Gives up', 'One']);
  expect(cellTexts(below, 'lane:pains', 'step:cart')).toEqual(['Two']);
  const instead = doEdit(project, pasteTable, { ...place, how: 'replace' }).records;
  expect(cellTexts(instead, 'lane:pains', 'step:search')).toEqual(['One']);
});

test('a table of more rows than there are lanes is refused', () => {
  const rows = Array.from({ length: 12 }, () => ['a', 'b']);
  expect(refusalOf(project, pasteTable, { ...place, rows, how: 'below' }).code).toBe('notEnoughLanes');
});
