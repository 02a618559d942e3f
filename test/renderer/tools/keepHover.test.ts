// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { toMap, toView } from '../../../renderer/canvas/camera.ts';
import { type Hit, hitTest } from '../../../shared/layout/hitTest.ts';
import { EditorDriver } from '../../fixtures/editorDriver.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';

let driver: EditorDriver;

beforeEach(async () => {
  driver = await EditorDriver.open(sampleRecords('sarah.en'));
  driver.camera.resizeView({ width: 900, height: 600 });
  driver.camera.zoomTo(1);
  driver.camera.moveTo(0, 0);
  driver.point(driver.middleOf({ kind: 'card', id: driver.card('Stops scrolling').id }));
});

/** What really lies where the pointer was put in the view, before the map moved under it. */
function underPointer(): Hit | null {
  const { pointer } = driver.tools;
  if (pointer === null) throw new Error('The pointer is not on the map');
  const { x, y } = toMap(driver.camera.getState().camera, { x: pointer.viewX, y: pointer.viewY });
  return hitTest(driver.layout, x, y);
}

describe('what is shown as hovered', () => {
  test('is let go at once when the map is zoomed by keys, and is what lies under the pointer when it rests', () => {
    expect(driver.state.hover).toMatchObject({ kind: 'card', card: driver.card('Stops scrolling').id });
    driver.camera.fit();
    expect(driver.state.hover).toBeNull();
    driver.wait();
    expect(driver.state.hover).not.toBeNull();
    expect(driver.state.hover).toEqual(underPointer());
  });

  test('stays while the map moves less than the thing is large', () => {
    driver.camera.panBy(6, 4);
    expect(driver.state.hover).toMatchObject({ kind: 'card', card: driver.card('Stops scrolling').id });
  });

  test('changes no more than twice however long the map moves', () => {
    const changed = vi.fn();
    driver.onEditing(changed);
    for (let frame = 0; frame < 40; frame++) driver.camera.panBy(15, 10);
    driver.wait();
    expect(changed).toHaveBeenCalledTimes(2);
    expect(driver.state.hover).toEqual(underPointer());
  });

  test('is what undo has put under a pointer that did not move', () => {
    const card = driver.card('Stops scrolling');
    driver.click({ kind: 'card', id: card.id });
    driver.tools.actions.removeSelection();
    expect(driver.state.hover).toMatchObject({ kind: 'cell', step: card.step });
    driver.editor.undo();
    expect(driver.state.hover).toMatchObject({ kind: 'card', card: card.id });
  });

  test('is nothing while the keyboard walks, though the map goes along, until the pointer moves', () => {
    driver.click({ kind: 'card', id: driver.card('Stops scrolling').id });
    driver.keys(...Array(9).fill('ArrowRight'));
    driver.wait();
    expect(driver.camera.getState().camera.x).toBeGreaterThan(0);
    expect(driver.state.hover).toBeNull();
    const { camera } = driver.camera.getState();
    driver.point(toMap(camera, { x: 500, y: 400 }));
    expect(driver.state.hover).not.toBeNull();
  });

  test('stands still under a drag', () => {
    const from = driver.middleOf({ kind: 'card', id: driver.card('Stops scrolling').id });
    driver.drag(from, { x: from.x + 200, y: from.y }, { hold: true });
    const { hover, gesture } = driver.state;
    driver.camera.panBy(80, 0);
    driver.wait();
    expect(driver.state).toMatchObject({ hover, gesture });
  });

  test('is nothing in a view of another size', () => {
    driver.camera.resizeView({ width: 700, height: 600 });
    driver.wait();
    expect(driver.state.hover).toBeNull();
  });

  test('is the head that sticks to the edge, not the card behind it', () => {
    driver.camera.moveTo(0, 400);
    const stage = driver.layout.columns.stages[0];
    const seen = toView(driver.camera.getState().camera, { x: (stage?.x ?? 0) + 60, y: 0 });
    driver.point(toMap(driver.camera.getState().camera, { x: seen.x, y: 20 }));
    driver.camera.panBy(0, 30);
    driver.wait();
    expect(driver.state.hover).toMatchObject({ kind: 'stageHead', stage: stage?.stage.id });
  });
});
