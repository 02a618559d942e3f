// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Direction,
  firstPlace,
  neighbour,
  nextInReadingOrder,
  readingOrder,
  samePlace,
} from '../../../renderer/editing/navigate.ts';
import { boxOfPlace, type Place } from '../../../renderer/editing/place.ts';
import { recordsOfType } from '../../../shared/records/records.ts';
import { firstMap, sampleRecords } from '../../fixtures/sampleProjects.ts';
import { sheetLayouter } from '../../fixtures/sheets.ts';

const records = sampleRecords('sarah.en');
const layout = sheetLayouter().layout(records, firstMap(records));

function cardThat(says: string): Place {
  const card = recordsOfType(records, 'card').find((each) => each.text.startsWith(says));
  if (card === undefined) throw new Error(`No card says ${says}`);
  return { kind: 'card', id: card.id };
}

function textAt(place: Place): string {
  if (place.kind !== 'card') return place.kind;
  const record = records.get(place.id);
  return record?.type === 'card' ? record.text : '';
}

function walk(from: Place, ...directions: readonly Direction[]): string {
  return textAt(directions.reduce((place, direction) => neighbour(layout, place, direction), from));
}

describe('arrow keys', () => {
  test('lead from card to card along a lane and from lane to lane down a step', () => {
    const ad = cardThat('Stops scrolling');
    expect(walk(ad, 'right')).toMatch(/^Taps the ad/);
    expect(walk(ad, 'down')).toBe('Instagram ad');
    expect(walk(ad, 'down', 'down')).toMatch(/^That print/);
    expect(walk(ad, 'down', 'down', 'down')).toBe('emotion');
  });

  test('stop at an empty cell, where a card can be started', () => {
    expect(walk(cardThat('Only two photos'), 'left')).toBe('cell');
  });

  test('pass over a card that spans steps in one go', () => {
    expect(walk(cardThat('Be sure it fits'), 'right')).toBe('Pay fast and get a fair price');
    expect(walk(cardThat('Pay fast'), 'left')).toMatch(/^Be sure it fits/);
  });

  test('lead over the edges to heads and labels and back', () => {
    const goal = cardThat('Find something nobody');
    expect(walk(goal, 'up')).toBe('step');
    expect(walk(goal, 'up', 'up')).toBe('stage');
    expect(walk(goal, 'left')).toBe('lane');
    expect(walk(goal, 'left', 'right')).toBe('Find something nobody else wears');
    expect(walk(goal, 'up', 'up', 'down', 'down')).toBe('Find something nobody else wears');
  });

  test('never lead off the map: every step ends at a place with a box', () => {
    const directions = fc.array(fc.constantFrom<Direction>('left', 'right', 'up', 'down'), { maxLength: 60 });
    fc.assert(
      fc.property(directions, (way) => {
        let place = firstPlace(layout);
        for (const direction of way) {
          if (place === null) throw new Error('no place');
          place = neighbour(layout, place, direction);
          expect(boxOfPlace(layout, place)).toBeDefined();
        }
      }),
    );
  });
});

describe('reading order', () => {
  test('visits every shown card and point once', () => {
    const order = readingOrder(layout);
    const shown = layout.lanes.reduce(
      (sum, { layout: { content } }) =>
        sum +
        (content.kind === 'cards'
          ? content.cards.length
          : content.emotions.curves.flatMap((curve) => curve.marks).length),
      0,
    );
    expect(order.length).toBe(shown);
    expect(new Set(order.map((place) => JSON.stringify(place))).size).toBe(shown);
  });

  test('Tab goes on from an empty cell to the next thing and ends after the last', () => {
    const order = readingOrder(layout);
    const last = order.at(-1);
    if (last === undefined) throw new Error('empty order');
    expect(nextInReadingOrder(layout, last)).toBeNull();
    const empty = neighbour(layout, cardThat('Only two photos'), 'left');
    const next = nextInReadingOrder(layout, empty);
    expect(next === null || samePlace(next, empty)).toBe(false);
    expect(nextInReadingOrder(layout, null)).toEqual(order[0]);
    expect(nextInReadingOrder(layout, null, true)).toEqual(last);
  });
});
