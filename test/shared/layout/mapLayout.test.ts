import { describe, expect, test } from 'vitest';
import { boxesMeet } from '../../../shared/layout/box.ts';
import { hitTest } from '../../../shared/layout/hitTest.ts';
import type { MapLayout } from '../../../shared/layout/mapLayout.ts';
import type { CardRecord } from '../../../shared/records/card.ts';
import type { Id } from '../../../shared/records/ids.ts';
import { getRecord, type Records, recordsOfType } from '../../../shared/records/records.ts';
import { firstMap, sampleRecords } from '../../fixtures/sampleProjects.ts';
import { sheetLayouter } from '../../fixtures/sheets.ts';

const sarah = sampleRecords('sarah.en');
const map = firstMap(sarah);

function withCard(records: Records, id: Id<'card'>, change: Partial<CardRecord>): Records {
  const card = getRecord(records, id);
  if (card === undefined) throw new Error(`There is no ${id}`);
  return new Map(records).set(id, { ...card, ...change });
}

function aCard(text: string): CardRecord {
  const card = recordsOfType(sarah, 'card').find((each) => each.text.startsWith(text));
  if (card === undefined) throw new Error(`No card says ${text}`);
  return card;
}

function summary(layout: MapLayout): readonly string[] {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return [
    `sheet ${round(layout.width)} x ${round(layout.height)}`,
    ...layout.columns.columns.map(
      (column) => `${column.number} ${column.step.name} ${round(column.x)} ${round(column.width)}`,
    ),
    ...layout.lanes.flatMap(({ y, layout: lane }) => [
      `lane ${lane.lane.name} ${round(y)} ${round(lane.height)}`,
      ...(lane.content.kind === 'cards'
        ? lane.content.cards.map((box) => {
            const block = box.content.kind === 'card' ? box.content.size.text : box.content.size.name;
            const lines = block.lines.map((line) => line.text).join(' / ');
            return `  ${box.card.kind} ${round(box.x)} ${round(box.y)} ${round(box.width)} ${round(box.height)}: ${lines}`;
          })
        : lane.content.emotions.curves.flatMap((curve) => [
            `  ${curve.persona.name} ${curve.path}`,
            ...curve.marks.map(
              (mark) =>
                `    ${round(mark.x)} ${round(mark.y)} ${mark.label.lines.map((line) => line.text).join(' / ')}`,
            ),
          ])),
    ]),
  ];
}

describe('the layout of a map', () => {
  test.each(['sarah.en', 'sarah.nl', 'olivier.en', 'olivier.nl'])('%s is laid out as before', async (name) => {
    const records = sampleRecords(name);
    const layout = sheetLayouter(name.endsWith('nl') ? 'nl' : 'en').layout(records, firstMap(records));
    await expect(`${summary(layout).join('\n')}\n`).toMatchFileSnapshot(`golden/${name}.sheet.txt`);
  });

  test('cards of a lane never cover each other and lie inside it', () => {
    const layout = sheetLayouter().layout(sarah, map);
    for (const { layout: lane } of layout.lanes) {
      if (lane.content.kind !== 'cards') continue;
      const { cards } = lane.content;
      cards.forEach((card, at) => {
        expect(card.y + card.height).toBeLessThanOrEqual(lane.height);
        for (const other of cards.slice(at + 1)) expect(boxesMeet(card, other)).toBe(false);
      });
    }
  });

  test('a longer text makes its card and lane grow and moves the lanes below down', () => {
    const layouter = sheetLayouter();
    const before = layouter.layout(sarah, map);
    const card = aCard('Size chart is hard');
    const after = layouter.layout(withCard(sarah, card.id, { text: 'Long words '.repeat(60) }), map);
    expect(after.height).toBeGreaterThan(before.height);
    expect(after.lanes.at(-1)?.y).toBeGreaterThan(before.lanes.at(-1)?.y ?? 0);
  });

  test('a change in one lane leaves the layouts of all others the same objects', () => {
    const layouter = sheetLayouter();
    const before = layouter.layout(sarah, map);
    const card = aCard('Size chart is hard');
    const after = layouter.layout(withCard(sarah, card.id, { text: 'Where is the size chart?' }), map);
    const changed = after.lanes.filter((lane, at) => lane.layout !== before.lanes[at]?.layout);
    expect(changed.map((lane) => lane.layout.lane.id)).toEqual([card.lane]);
  });

  test('renaming a step moves no lane', () => {
    const layouter = sheetLayouter();
    const before = layouter.layout(sarah, map);
    const step = before.columns.columns[0]?.step;
    if (step === undefined) throw new Error('no step');
    const after = layouter.layout(new Map(sarah).set(step.id, { ...step, name: 'Looks' }), map);
    expect(after.columns.columns[0]?.step.name).toBe('Looks');
    expect(after.lanes.map((lane) => lane.layout)).toEqual(before.lanes.map((lane) => lane.layout));
    after.lanes.forEach((lane, at) => {
      expect(lane.layout).toBe(before.lanes[at]?.layout);
    });
  });

  test('renaming a channel measures the touchpoints anew', () => {
    const layouter = sheetLayouter();
    const before = layouter.layout(sarah, map);
    const channel = recordsOfType(sarah, 'channel')[0];
    if (channel === undefined) throw new Error('no channel');
    const after = layouter.layout(
      new Map(sarah).set(channel.id, { ...channel, name: 'a very long name for a channel indeed' }),
      map,
    );
    expect(after.height).toBeGreaterThan(before.height);
  });

  test('a card wider than the steps that are left ends at the last step', () => {
    const card = aCard('Writes a glowing');
    const layout = sheetLayouter().layout(withCard(sarah, card.id, { span: 12 }), map);
    const box = layout.lanes
      .flatMap(({ layout: lane }) => (lane.content.kind === 'cards' ? lane.content.cards : []))
      .find((each) => each.card.id === card.id);
    expect(box?.lastColumn).toBe(layout.columns.columns.length - 1);
  });

  test('cards of a hidden persona are left out, and so is its curve', () => {
    const layout = sheetLayouter().layout(sarah, map);
    const marieke = recordsOfType(sarah, 'persona').find((persona) => persona.name === 'Marieke');
    const shown = layout.lanes.flatMap(({ layout: lane }) => (lane.content.kind === 'cards' ? lane.content.cards : []));
    expect(shown.some((box) => box.card.persona === marieke?.id)).toBe(false);
    const curves = layout.lanes.flatMap(({ layout: lane }) =>
      lane.content.kind === 'emotions' ? lane.content.emotions.curves : [],
    );
    expect(curves.map((curve) => curve.persona.name)).toEqual(['Sarah']);
  });

  test('the label column is wide enough for the longest word of a lane', () => {
    const records = sampleRecords('sarah.nl');
    const layout = sheetLayouter('nl').layout(records, firstMap(records));
    const touchpoints = layout.lanes.find((lane) => lane.layout.lane.kind === 'touchpoints');
    expect(touchpoints?.layout.label.name.lines.map((line) => line.text)).toEqual(['Contactmomenten']);
  });

  test('the scale of a river begins below the name of its lane, which keeps its share of the height', () => {
    const records = sampleRecords('sarah.en');
    const river = recordsOfType(records, 'lane').find(({ kind }) => kind === 'emotions');
    if (river === undefined) throw new Error('There is no river');
    const long = new Map(records).set(river.id, { ...river, name: 'What they feel from step to step on their way' });
    const [before, after] = [records, long].map((each) => {
      const lane = sheetLayouter()
        .layout(each, firstMap(each))
        .lanes.find(({ layout }) => layout.lane.id === river.id)?.layout;
      if (lane?.content.kind !== 'emotions') throw new Error('There is no river');
      const { emotions } = lane.content;
      const { name, nameY } = lane.label;
      const lowest = nameY + (name.lines.length - 1) * name.lineHeight;
      return { lines: name.lines.length, gap: emotions.neutralY - 2 * emotions.unit - lowest, unit: emotions.unit };
    });
    expect(after?.lines).toBeGreaterThan(1);
    expect(after?.gap).toBeGreaterThanOrEqual((before?.gap ?? 0) - 0.01);
    expect(after?.unit).toBeCloseTo(before?.unit ?? 0);
  });

  test('a map without stages, lanes or personas is an empty sheet', () => {
    const blank = new Map(
      [...sampleRecords('blank.en')].filter(([, record]) => record.type === 'map' || record.type === 'project'),
    );
    const layout = sheetLayouter().layout(blank, firstMap(blank));
    expect(layout.lanes).toEqual([]);
    expect(layout.header?.untitled).toBe(true);
    expect(layout.height).toBeGreaterThan(0);
  });
});

describe('hitTest', () => {
  const layout = sheetLayouter().layout(sarah, map);

  test('finds every card at its middle and by its pin', () => {
    for (const { y, layout: lane } of layout.lanes) {
      if (lane.content.kind !== 'cards') continue;
      for (const box of lane.content.cards) {
        expect(hitTest(layout, box.x + box.width / 2, y + box.y + box.height / 2)).toMatchObject({
          kind: 'card',
          card: box.card.id,
        });
        expect(hitTest(layout, box.x + 22, y + box.y - 8)).toMatchObject({ kind: 'card', card: box.card.id });
      }
    }
  });

  test('finds emotion points, and the feeling of an empty place in their lane', () => {
    const placed = layout.lanes.find((lane) => lane.layout.content.kind === 'emotions');
    if (placed?.layout.content.kind !== 'emotions') throw new Error('no emotion lane');
    const { emotions } = placed.layout.content;
    for (const mark of emotions.curves.flatMap((curve) => curve.marks)) {
      expect(hitTest(layout, mark.x, placed.y + mark.y)).toMatchObject({ kind: 'emotion', emotion: mark.emotion.id });
    }
    const hit = hitTest(layout, layout.columns.left + 4, placed.y + emotions.neutralY);
    expect(hit).toMatchObject({ kind: 'cell', feeling: 0 });
  });

  test('finds heads, labels, title and persona, and nothing outside the sheet', () => {
    const column = layout.columns.columns[3];
    if (column === undefined) throw new Error('no column');
    expect(hitTest(layout, column.x + 5, layout.headsTop + 5)).toMatchObject({
      kind: 'stageHead',
      stage: column.stage.id,
    });
    expect(hitTest(layout, column.x + 5, layout.lanesTop - 5)).toMatchObject({
      kind: 'stepHead',
      step: column.step.id,
    });
    expect(hitTest(layout, 40, layout.lanesTop + 5)).toMatchObject({ kind: 'laneLabel' });
    expect(hitTest(layout, 40, 50)).toMatchObject({ kind: 'title' });
    expect(hitTest(layout, layout.width - 100, 50)).toMatchObject({ kind: 'persona' });
    expect(hitTest(layout, -1, 5)).toBeNull();
    expect(hitTest(layout, 5, layout.height + 1)).toBeNull();
  });
});
