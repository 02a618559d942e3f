// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { plusNear } from '../../../renderer/editing/headPlus.ts';
import type { ToolPointer } from '../../../renderer/tools/tool.ts';
import { type Records, recordsOfType } from '../../../shared/records/records.ts';
import { EditorDriver } from '../../fixtures/editorDriver.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { undoAndRedo } from '../../fixtures/undoAndRedo.ts';

const at = (x: number, y: number): ToolPointer => ({
  x,
  y,
  viewX: x,
  viewY: y,
  zoom: 1,
  shift: false,
  mod: false,
  alt: false,
});

describe('the plus at a border', () => {
  let driver: EditorDriver;
  let before: Records;

  beforeEach(async () => {
    driver = await EditorDriver.open(sampleRecords('sarah.en'));
    before = driver.records;
  });

  /** Comes near, sees the plus, clicks it and names what came. */
  function click(near: ToolPointer, name: string): void {
    driver.tools.move(near);
    const { plus } = driver.state;
    if (plus === null) throw new Error('No plus is shown');
    driver.tools.press(at(plus.x, plus.y));
    driver.tools.release(at(plus.x, plus.y));
    driver.type(name);
    driver.tools.sessions.end();
  }

  test('adds a step between two, and after the last', () => {
    const { columns, headsTop, heads } = driver.layout;
    const y = headsTop + heads.stageHeight + 20;
    const [first, second] = columns.columns;
    if (!first || !second) throw new Error('The sample has too few steps');
    click(at(second.x - 9, y), 'Between');
    const names = () => driver.layout.columns.columns.map(({ step }) => step.name);
    expect(names()[1]).toBe('Between');
    undoAndRedo(driver, before);
    const between = driver.records;
    click(at(driver.layout.columns.right + 8, y), 'At the end');
    expect(names().at(-1)).toBe('At the end');
    undoAndRedo(driver, between);
  });

  test('adds a stage before another, and after the last', () => {
    const { columns, headsTop } = driver.layout;
    const second = columns.stages[1];
    if (second === undefined) throw new Error('The sample has too few stages');
    click(at(second.x + 9, headsTop + 20), 'Doubt');
    expect(driver.layout.columns.stages[1]?.stage.name).toBe('Doubt');
    undoAndRedo(driver, before);
    const doubted = driver.records;
    click(at(driver.layout.columns.right - 4, headsTop + 20), 'Farewell');
    expect(driver.layout.columns.stages.at(-1)?.stage.name).toBe('Farewell');
    undoAndRedo(driver, doubted);
  });

  test('adds a lane between two, and below the last', () => {
    const [, second] = driver.layout.lanes;
    const last = driver.layout.lanes.at(-1);
    if (!second || !last) throw new Error('The sample has too few lanes');
    click(at(40, second.y + 3), 'Ours');
    expect(driver.layout.lanes[1]?.layout.lane).toMatchObject({ kind: 'text', name: expect.stringContaining('Ours') });
    undoAndRedo(driver, before);
    const more = recordsOfType(driver.records, 'lane').length;
    const bottom = driver.layout.lanes.at(-1);
    click(at(40, (bottom?.y ?? 0) + (bottom?.layout.height ?? 0) - 2), 'Below');
    expect(recordsOfType(driver.records, 'lane')).toHaveLength(more + 1);
    expect(driver.layout.lanes.at(-1)?.layout.lane.name).toContain('Below');
  });

  test('is not there in the middle of a head, nor among the cards', () => {
    const { columns, headsTop, heads, lanesTop } = driver.layout;
    const [first] = columns.columns;
    if (first === undefined) throw new Error('The sample has no step');
    const middle = first.x + first.width / 2;
    expect(plusNear(driver.layout, at(middle, headsTop + heads.stageHeight + 20))).toBeNull();
    expect(plusNear(driver.layout, at(first.x + first.width, lanesTop + 40))).toBeNull();
  });
});
