import { expect, test } from 'vitest';
import { outlineWindow } from '../../../renderer/outline/outlineWindow.ts';
import { EditorDriver } from '../../fixtures/editorDriver.ts';
import { BENCH_MAPS, generateMap } from '../../fixtures/generatedMap.ts';
import { documentOf, smallProject } from '../../fixtures/projects.ts';

test('a map of usual size stands in the outline whole', async () => {
  const { layout } = await EditorDriver.open(smallProject());
  expect(outlineWindow(layout, null)).toEqual({ firstLane: 0, endLane: 6, firstColumn: 0, endColumn: 4 });
});

test('of a very large map only what is near the place does, with the neighbours the arrow keys lead to', async () => {
  const { layout } = await EditorDriver.open(documentOf(generateMap(BENCH_MAPS[2000])));
  const columns = layout.columns.columns.length;
  for (let column = 1; column < columns - 1; column += 3) {
    const lane = column % layout.lanes.length;
    const laneId = layout.lanes[lane]?.layout.lane.id;
    const step = layout.columns.columns[column]?.step.id;
    if (laneId === undefined || step === undefined) throw new Error('There is no such cell');
    const shown = outlineWindow(layout, { kind: 'cell', lane: laneId, step });
    expect((shown.endLane - shown.firstLane) * (shown.endColumn - shown.firstColumn)).toBeLessThan(100);
    expect(shown.firstLane).toBe(Math.max(0, lane - 1));
    expect(shown.endLane).toBe(Math.min(layout.lanes.length, lane + 2));
    expect(shown.firstColumn).toBeLessThan(column);
    expect(shown.endColumn).toBeGreaterThan(column + 1);
  }
});
