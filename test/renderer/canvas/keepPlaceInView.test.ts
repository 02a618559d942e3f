// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { toView } from '../../../renderer/canvas/camera.ts';
import { coveredByStrips } from '../../../renderer/canvas/stickyStrips.ts';
import { boxOfPlace, type Place } from '../../../renderer/editing/place.ts';
import { setCardText } from '../../../shared/edits/cards.ts';
import { EditorDriver } from '../../fixtures/editorDriver.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';

let driver: EditorDriver;

beforeEach(async () => {
  driver = await EditorDriver.open(sampleRecords('sarah.en'));
  driver.camera.resizeView({ width: 700, height: 500 });
  driver.camera.zoomTo(1);
  driver.camera.moveTo(0, 0);
});

/** Whether a place stands wholly in the view, clear of heads and labels. */
function isSeen(place: Place | null): boolean {
  const box = place === null ? undefined : boxOfPlace(driver.layout, place);
  if (box === undefined) throw new Error('Not on the sheet');
  const { camera, view } = driver.camera.getState();
  const covered = coveredByStrips(driver.drawn, box, camera.zoom, view);
  const start = toView(camera, box);
  const end = toView(camera, { x: box.x + box.width, y: box.y + box.height });
  return start.x >= covered.width && start.y >= covered.height && end.x <= view.width && end.y <= view.height;
}

describe('the view', () => {
  test('goes along with the keyboard, right, down, and back', () => {
    driver.click({ kind: 'card', id: driver.card('Stops scrolling').id });
    const walk = [...Array(9).fill('ArrowRight'), ...Array(6).fill('ArrowDown'), ...Array(9).fill('ArrowLeft')];
    for (const key of walk) {
      driver.keys(key);
      // The lane of emotions is higher than this view.
      if (driver.state.place?.kind === 'emotion' || driver.state.place?.kind === 'card') {
        expect(isSeen(driver.state.place)).toBe(true);
      }
    }
  });

  test('shows a card that is written far from where one looked', () => {
    driver.click({ kind: 'card', id: driver.card('Taps the ad').id });
    driver.tools.actions.askKind();
    driver.keys('p');
    const { place } = driver.state;
    expect(driver.state.text).not.toBeNull();
    expect(isSeen(place)).toBe(true);
    driver.type('A long sentence that makes the card grow, line after line, while nobody touches the mouse at all');
    expect(isSeen(place)).toBe(true);
  });

  test('shows what undo brought back', () => {
    driver.click({ kind: 'card', id: driver.card('Taps the ad').id });
    driver.keys('Alt+ArrowRight');
    driver.camera.moveTo(1200, 600);
    driver.editor.undo();
    expect(isSeen(driver.state.place)).toBe(true);
  });

  test('stays where the pointer chose something, however little of it is seen', () => {
    driver.camera.moveTo(300, 150);
    const before = driver.camera.getState().camera;
    driver.click({ kind: 'card', id: driver.card('Stops scrolling').id });
    expect(driver.camera.getState().camera).toBe(before);
  });

  test('stays where the person looks after moving the map', () => {
    driver.click({ kind: 'card', id: driver.card('Taps the ad').id });
    driver.keys('ArrowRight');
    driver.camera.moveTo(1200, 600);
    const before = driver.camera.getState().camera;
    driver.editor.edit(setCardText, { card: driver.card('Taps the ad').id, text: 'Taps it' });
    expect(driver.camera.getState().camera).toBe(before);
  });
});
