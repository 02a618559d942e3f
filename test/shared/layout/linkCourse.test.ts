import { describe, expect, test } from 'vitest';
import { addArrow } from '../../../shared/edits/arrows.ts';
import { addCard } from '../../../shared/edits/cards.ts';
import { edit } from '../../../shared/edits/defineEdit.ts';
import { type Box, boxesMeet, growBox } from '../../../shared/layout/box.ts';
import type { Point } from '../../../shared/layout/curve.ts';
import { type FoundCard, findCard } from '../../../shared/layout/findCard.ts';
import { type LinkCourse, layCourses } from '../../../shared/layout/linkCourse.ts';
import { lanesBetween, linkWay } from '../../../shared/layout/linkWay.ts';
import type { MapLayout } from '../../../shared/layout/mapLayout.ts';
import type { Id } from '../../../shared/records/ids.ts';
import { type Records, recordsOfType } from '../../../shared/records/records.ts';
import { firstMap, sampleRecords } from '../../fixtures/sampleProjects.ts';
import { posterOf, sceneBuilder, sheetLayouter } from '../../fixtures/sheets.ts';

const sarah = sampleRecords('sarah.en');
const map = firstMap(sarah);
let ids = 0;
const environment = { randomText: () => `link${ids++}`, now: () => 1 };

/** Sarah's map with three more pain points below one, and the four of them from top to bottom. */
function stacked(): { readonly records: Records; readonly stack: readonly Id<'card'>[] } {
  const pain = recordsOfType(sarah, 'card').find(({ text }) => text.startsWith('Size chart is hard'));
  if (pain === undefined) throw new Error('Nobody misses the chart');
  let records = sarah;
  const stack: Id<'card'>[] = [pain.id];
  for (let more = 0; more < 3; more += 1) {
    const done = edit(records, environment, addCard, { lane: pain.lane, step: pain.step, at: 'last' });
    if (!done.ok) throw new Error(done.reason.code);
    records = done.value.records;
    stack.push(done.value.value.id);
  }
  return { records, stack };
}

function found(layout: MapLayout, id: Id<'card'> | undefined): FoundCard {
  const card = id && findCard(layout, id);
  if (!card) throw new Error('Not on the map');
  return card;
}

/** The corners of an arrow, its head left out; px of the sheet. */
function cornersOf({ d, x, y }: { readonly d: string; readonly x: number; readonly y: number }): readonly Point[] {
  const numbers = (d.split('M')[1] ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
  return numbers.flatMap((value, at) => (at % 2 === 0 ? [{ x: x + value, y: y + (numbers[at + 1] ?? 0) }] : []));
}

function boxesOf(layout: MapLayout): readonly Box[] {
  return layout.lanes.flatMap(({ y, layout: { content } }) =>
    content.kind === 'cards' ? content.cards.map((card) => ({ ...card, y: y + card.y })) : [],
  );
}

/** How many cards stand in front of straight legs between these corners. */
function hiding(layout: MapLayout, corners: readonly Point[]): number {
  return boxesOf(layout).filter((box) =>
    corners.slice(1).some((end, at) => {
      const start = corners[at] ?? end;
      const leg = { x: Math.min(start.x, end.x), y: Math.min(start.y, end.y) };
      const size = { width: Math.abs(start.x - end.x), height: Math.abs(start.y - end.y) };
      return boxesMeet(growBox(box, -1), { ...leg, ...size });
    }),
  ).length;
}

/** Arrows between the cards named, all with words of a width. */
function coursesBetween(
  layout: MapLayout,
  joints: readonly (readonly [Id<'card'> | undefined, Id<'card'> | undefined])[],
  width = 0,
): readonly LinkCourse[] {
  return layCourses(
    joints.map(([from, to]) => {
      const [start, end] = [found(layout, from), found(layout, to)];
      return linkWay(start, end, lanesBetween(layout, start, end), width);
    }),
  );
}

function courseBetween(layout: MapLayout, from: Id<'card'> | undefined, to: Id<'card'> | undefined, width = 0) {
  const [course] = coursesBetween(layout, [[from, to]], width);
  if (course === undefined) throw new Error('No course');
  return course;
}

describe('an arrow from card to card', () => {
  const { records, stack } = stacked();
  const layout = sheetLayouter().layout(records, map);

  test('goes straight to the next card of a stack', () => {
    expect(cornersOf(courseBetween(layout, stack[0], stack[1]).path)).toHaveLength(4);
  });

  test.each([
    [0, 2],
    [0, 3],
    [3, 0],
    [3, 1],
  ])('from card %i of a stack to card %i runs behind none of those between', (from, to) => {
    const { path } = courseBetween(layout, stack[from], stack[to]);
    expect(hiding(layout, cornersOf(path))).toBe(0);
  });

  test('runs behind no card from any action to any pain point', () => {
    const cards = recordsOfType(records, 'card').filter(({ id }) => findCard(layout, id) !== undefined);
    const [actions, pains] = [
      cards.filter(({ kind }) => kind === 'action'),
      cards.filter(({ kind }) => kind === 'pain'),
    ];
    let turning = 0;
    for (const from of actions) {
      for (const to of pains) {
        const corners = cornersOf(courseBetween(layout, from.id, to.id).path);
        // What is still a curve was looked at before: only ways that turn have straight legs.
        if (corners.length <= 4) continue;
        turning += 1;
        expect(hiding(layout, corners)).toBe(0);
      }
    }
    expect(turning).toBeGreaterThan(20);
  });

  test('and one back go beside each other', () => {
    const [down, up] = [courseBetween(layout, stack[0], stack[3]), courseBetween(layout, stack[3], stack[0])];
    const middleOf = (corners: readonly Point[]): number | undefined => corners[Math.floor(corners.length / 2)]?.x;
    expect(middleOf(cornersOf(down.path))).not.toBe(middleOf(cornersOf(up.path)));
  });

  test('and others in the same gutter go beside each other, and one that is added moves none', () => {
    const joints = [
      [stack[0], stack[2]],
      [stack[0], stack[3]],
      [stack[1], stack[3]],
      [stack[3], stack[0]],
      [stack[3], stack[1]],
    ] as const;
    const courses = coursesBetween(layout, joints, 30);
    const tracks = courses.map(({ path }) => cornersOf(path)[2]?.x ?? 0).sort((a, b) => a - b);
    for (const [at, x] of tracks.entries()) expect(x - (tracks[at - 1] ?? 0)).toBeGreaterThanOrEqual(3);
    const boxes = courses.map(({ words }) => ({ x: words.x, y: words.y - 9, width: 30, height: 18 }));
    for (const [at, box] of boxes.entries()) expect(boxes.slice(0, at).some((one) => boxesMeet(one, box))).toBe(false);
    const more = coursesBetween(layout, [...joints, [stack[2], stack[0]]], 30);
    expect(more.slice(0, joints.length)).toEqual(courses);
  });

  test('has its words beside it where they stand on no card', () => {
    const { words } = courseBetween(layout, stack[0], stack[3], 60);
    const box = { x: words.x, y: words.y - 9, width: 60, height: 18 };
    expect(boxesOf(layout).filter((card) => boxesMeet(card, box))).toEqual([]);
  });

  test('goes round cards on the poster too, and another way when a card comes into its way', () => {
    const arrow = { map, from: { card: stack[0] ?? 'card:' }, to: { card: stack[1] ?? 'card:' }, label: '' } as const;
    const done = edit(records, environment, addArrow, arrow);
    if (!done.ok) throw new Error(done.reason.code);
    const builder = sceneBuilder();
    const layouter = sheetLayouter();
    const drawn = (now: Records): string => {
      const parts = builder.build(layouter.layout(now, map), now).bands.find(({ key }) => key === 'links')?.parts ?? [];
      return JSON.stringify(parts.at(-1)?.items());
    };
    const straight = drawn(done.value.records);
    expect(straight).toContain('C');
    const [first] = stack;
    const card = first && done.value.records.get(first);
    if (card?.type !== 'card') throw new Error('no card');
    const between = edit(done.value.records, environment, addCard, {
      lane: card.lane,
      step: card.step,
      at: { after: card.id },
    });
    if (!between.ok) throw new Error(between.reason.code);
    expect(drawn(between.value.records)).toContain('Q');
    const poster = posterOf(between.value.records, map, 'A1').scene.bands.find(({ key }) => key === 'links');
    expect(JSON.stringify(poster?.parts.at(-1)?.items())).toContain('Q');
    expect(drawn(done.value.records)).toBe(straight);
  });
});
