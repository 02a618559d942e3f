import { describe, expect, test } from 'vitest';
import { cardsOfCell, laneForKind, mapOfStep, readDocument, stepsOfMap } from '../../../shared/store/mapParts.ts';
import { smallProject, withoutRecords, withRecords } from '../../fixtures/projects.ts';
import { need } from '../support/reading.ts';

const project = smallProject();
const reader = readDocument(project);

test('the steps of a map are those of its stages, from left to right', () => {
  expect(stepsOfMap(reader, 'map:today').map(({ id }) => id)).toEqual([
    'step:ad',
    'step:search',
    'step:cart',
    'step:pay',
  ]);
});

test('a step is on the map of its stage', () => {
  expect(mapOfStep(reader, 'step:help')).toBe('map:later');
  expect(mapOfStep(reader, 'step:gone')).toBeUndefined();
  expect(mapOfStep(readDocument(withoutRecords(project, 'stage:care')), 'step:help')).toBeUndefined();
});

test('the cards of a cell are those that begin there, from the top', () => {
  expect(cardsOfCell(reader, 'lane:pains', 'step:search').map(({ id }) => id)).toEqual(['card:slow', 'card:lost']);
  expect(cardsOfCell(reader, 'lane:actions', 'step:cart')).toEqual([]);
});

describe('the lane for a kind of card', () => {
  test('is the first that is made for it', () => {
    expect(laneForKind(reader, 'map:today', 'idea')?.id).toBe('lane:opportunities');
  });

  test('is a free one where none is', () => {
    expect(laneForKind(reader, 'map:today', 'measure')?.id).toBe('lane:free');
    expect(laneForKind(reader, 'map:later', 'measure')).toBeUndefined();
  });

  test('is a visible one rather than a hidden one', () => {
    const second = { ...need(project, 'lane:pains'), id: 'lane:second', order: 'b00' } as const;
    const hidden = withRecords(project, { ...need(project, 'lane:pains'), hidden: true }, second);
    expect(laneForKind(readDocument(hidden), 'map:today', 'pain')?.id).toBe('lane:second');
  });
});
