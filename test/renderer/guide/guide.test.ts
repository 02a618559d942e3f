// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { GUIDE_MOVES, movesDone } from '../../../renderer/guide/guideMoves.ts';
import { placeWords } from '../../../renderer/outline/outlineWords.ts';
import { openFeelingAt } from '../../../renderer/tools/feelingDragTool.ts';
import { answerPain } from '../../../shared/edits/cardLinks.ts';
import { addPersona } from '../../../shared/edits/personas.ts';
import { createI18n } from '../../../shared/i18n/translator.ts';
import { curveHeight, curvePath } from '../../../shared/layout/curve.ts';
import type { LaneLayout } from '../../../shared/layout/laneLayout.ts';
import type { LaneKind } from '../../../shared/records/lane.ts';
import { recordsOfType } from '../../../shared/records/records.ts';
import type { SceneItem } from '../../../shared/scene/scene.ts';
import { EditorDriver } from '../../fixtures/editorDriver.ts';
import { firstMap, sampleRecords } from '../../fixtures/sampleProjects.ts';
import { posterOf } from '../../fixtures/sheets.ts';
import { undoAndRedo } from '../../fixtures/undoAndRedo.ts';

let driver: EditorDriver;

beforeEach(async () => {
  driver = await EditorDriver.open(sampleRecords('five-stage-shop.en'), { guide: true });
});

const lane = (kind: LaneKind): LaneLayout => {
  const found = driver.layout.lanes.find(({ layout }) => layout.lane.kind === kind);
  if (found === undefined) throw new Error(`There is no lane of ${kind}`);
  return found.layout;
};
const questions = (kind: LaneKind): readonly string[] => lane(kind).ghosts?.map(({ question }) => question) ?? [];
const done = () => [...movesDone(driver.records, driver.layout.map.id)];
const step = (at: number) => {
  const column = driver.layout.columns.columns[at];
  if (column === undefined) throw new Error(`There is no step ${at}`);
  return column.step.id;
};
const write = (kind: LaneKind, at: number, text: string): void => {
  driver.click({ kind: 'cell', lane: lane(kind).lane.id, step: step(at) });
  driver.keys(text[0] ?? '');
  driver.type(text.slice(1));
  driver.tools.sessions.end();
};
const river = () => {
  const { content } = lane('emotions');
  if (content.kind !== 'emotions') throw new Error('This is no river');
  return content.emotions;
};
/** Takes hold of the open point of a step and moves it by px of the sheet. */
const lift = (at: number, by: number, hold = false): void => {
  const open = river().open?.find((each) => each.step === step(at));
  const placed = driver.layout.lanes.find(({ layout }) => layout.lane.kind === 'emotions');
  if (open === undefined || placed === undefined) throw new Error('There is no open point');
  const from = { x: open.x + 3, y: placed.y + open.y + 2 };
  driver.drag(from, { x: from.x, y: from.y + by }, { hold });
};
const words = (): readonly string[] => {
  const texts = (items: readonly SceneItem[]): readonly string[] =>
    items.flatMap((item) => (item.kind === 'text' ? [item.text] : item.kind === 'group' ? texts(item.items) : []));
  return driver.drawn.bands.flatMap(({ parts }) => parts.flatMap((part) => texts(part.items())));
};

describe('a map that is being begun', () => {
  test('asks a question in every empty lane, under its title, and at a river that lies flat', () => {
    expect(questions('goals')).toEqual(['What do they want to reach?']);
    expect(questions('actions')).toEqual(['What do they do first?', 'And then?']);
    expect(lane('touchpoints').ghosts?.[0]).toMatchObject({ token: true });
    expect(words()).toContain('Who is it for, and what do they want to get done?');
    expect(words()).toContain('Drag a point, or press');
    expect(river().open).toHaveLength(driver.layout.columns.columns.length);
  });

  test('reads each question aloud with its cell', () => {
    const place = { kind: 'cell', lane: lane('actions').lane.id, step: step(1) } as const;
    const { t } = createI18n('en');
    expect(placeWords({ t, language: 'en' }, driver.layout, place)).toMatch(/, And then\?$/);
  });

  test('is high enough for each question', () => {
    for (const { layout } of driver.layout.lanes) {
      for (const ghost of layout.ghosts ?? []) expect(ghost.y + ghost.height).toBeLessThan(layout.height);
    }
  });

  test('asks what comes next behind what was written, and elsewhere no more once there is a card', () => {
    write('actions', 0, 'Sees the ad');
    expect(questions('actions')).toEqual(['And then?']);
    expect(lane('actions').ghosts?.[0]?.step).toBe(step(1));
    write('goals', 0, 'A dress');
    expect(questions('goals')).toEqual([]);
  });

  test('asks nothing in a locked lane, on paper, or when the person wants no guide', async () => {
    const records = new Map(driver.records);
    const { lane: goals } = lane('goals');
    records.set(goals.id, { ...goals, locked: true });
    driver = await EditorDriver.open(records, { guide: true });
    expect(lane('goals').ghosts).toBeUndefined();
    const { scene } = posterOf(driver.records, firstMap(driver.records), 'A1');
    expect(JSON.stringify(scene.bands.flatMap(({ parts }) => parts.map((part) => part.items())))).not.toContain(
      'What do they do first?',
    );
    driver = await EditorDriver.open(records);
    expect(lane('actions').ghosts).toBeUndefined();
    expect(river().open).toBeUndefined();
  });
});

describe('the five moves', () => {
  test('are ticked one by one as the map shows them, in any order, and undo takes a tick away', () => {
    expect(done()).toEqual(['stages']);
    write('pains', 3, 'No size chart');
    const pain = driver.card('No size chart');
    driver.click({ kind: 'card', id: pain.id });
    driver.tools.actions.cycleEvidence();
    expect(done()).toEqual(['stages', 'evidence']);
    driver.editor.edit(answerPain, { card: pain.id, newLane: { name: '', hint: '' } });
    expect(done()).toEqual(['stages', 'evidence', 'solve']);
    driver.editor.undo();
    expect(done()).toEqual(['stages', 'evidence']);
    lift(2, -40);
    expect(done()).toEqual(['stages', 'feelings', 'evidence']);
    for (const at of [0, 1, 2]) write('actions', at, `Step ${at}`);
    expect(done()).toEqual(['stages', 'actions', 'feelings', 'evidence']);
  });

  test('are all done on the samples, which ask nothing', async () => {
    for (const name of ['sarah.en', 'olivier.nl']) {
      driver = await EditorDriver.open(sampleRecords(name), { guide: true });
      expect(done()).toEqual([...GUIDE_MOVES]);
      expect(driver.layout.lanes.every(({ layout }) => layout.ghosts === undefined)).toBe(true);
    }
  });

  test('begin with the stages on a blank sheet, and one step needs one action', async () => {
    driver = await EditorDriver.open(sampleRecords('blank.en'), { guide: true });
    expect(done()).toEqual([]);
    write('actions', 0, 'Sees the ad');
    expect(done()).toEqual(['actions']);
  });
});

describe('a point lifted out of the flat river', () => {
  test('brings somebody along where the project knows nobody, in one step', () => {
    const before = driver.records;
    lift(1, -40);
    const [point] = recordsOfType(driver.records, 'emotion');
    const [persona] = recordsOfType(driver.records, 'persona');
    expect(point).toMatchObject({ step: step(1), persona: persona?.id, value: expect.closeTo(1, 0) });
    expect(persona?.name).toBe('New person');
    expect(driver.state.selection).toEqual([point?.id]);
    undoAndRedo(driver, before);
  });

  test('leaves the other steps open, on the curve', () => {
    lift(1, -40);
    const { open, curves } = river();
    expect(open?.map((each) => each.step)).not.toContain(step(1));
    expect(open).toHaveLength(driver.layout.columns.columns.length - 1);
    for (const { x, y } of open ?? []) expect(y).toBeCloseTo(curveHeight(curves[0]?.path ?? '', x) ?? 0);
  });

  test('is shown while it is dragged and given up with Escape', () => {
    const before = driver.records;
    lift(1, 40, true);
    expect(river().curves[0]?.marks).toHaveLength(1);
    const { value } = river().curves[0]?.marks[0]?.emotion ?? { value: 0 };
    const further = { x: 0, y: 1e4, viewX: 0, viewY: 1e4, zoom: 1, shift: false, mod: false, alt: false };
    driver.tools.move(further);
    expect(river().curves[0]?.marks[0]?.emotion.value).toBeLessThan(value);
    driver.keys('Escape');
    expect(driver.records).toBe(before);
    expect(river().curves).toEqual([]);
  });

  test('comes with the + key too, for the first who walks', () => {
    const made = driver.editor.edit(addPersona, { fields: { name: 'Sarah' }, map: driver.layout.map.id });
    driver.click({ kind: 'cell', lane: lane('emotions').lane.id, step: step(0) });
    driver.tools.actions.changeFeeling(1);
    expect(recordsOfType(driver.records, 'emotion')[0]).toMatchObject({ persona: made?.id, value: 0.25 });
    expect(recordsOfType(driver.records, 'persona')).toHaveLength(1);
  });

  test('is refused where people are known and nobody of them walks here', () => {
    driver.editor.edit(addPersona, { fields: { name: 'Sarah' }, map: null });
    driver.click({ kind: 'cell', lane: lane('emotions').lane.id, step: step(0) });
    driver.tools.actions.changeFeeling(1);
    expect(driver.state.refusal?.code).toBe('nobodyWalks');
    driver.editor.goTo(null);
    lift(1, -40);
    expect(driver.state.refusal?.code).toBe('nobodyWalks');
    expect(recordsOfType(driver.records, 'emotion')).toEqual([]);
  });

  test('is found only near its ring', () => {
    const open = river().open?.[0];
    const placed = driver.layout.lanes.find(({ layout }) => layout.lane.kind === 'emotions');
    const at = (dx: number) =>
      openFeelingAt(driver.layout, lane('emotions').lane.id, (open?.x ?? 0) + dx, (placed?.y ?? 0) + (open?.y ?? 0));
    expect(at(10)?.step).toBe(step(0));
    expect(at(40)).toBeUndefined();
  });
});

test('a stage without a goal says where one would stand', async () => {
  driver = await EditorDriver.open(sampleRecords('blank.en'), { guide: true });
  expect(words().join(' ')).toContain('Our goal in this stage');
  expect(recordsOfType(driver.records, 'stage')[0]?.goal).toBe('');
});

test('the height of a curve at its points is theirs', () => {
  const points = [
    { x: 0, y: 10 },
    { x: 30, y: -20 },
    { x: 90, y: 40 },
  ];
  const path = curvePath(points);
  for (const { x, y } of points) expect(curveHeight(path, x)).toBeCloseTo(y);
  expect(curveHeight(path, 60)).toBeGreaterThan(-20);
  expect(curveHeight(path, 91)).toBeUndefined();
});
