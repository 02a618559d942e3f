// @vitest-environment node
import { expect, test } from 'vitest';
import { boxOfPlace } from '../../../renderer/editing/place.ts';
import { textBox } from '../../../renderer/editing/textBox.ts';
import { EditorDriver } from '../../fixtures/editorDriver.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';

test('the ground under a card’s text reaches to the edges of its text area, and never over its mark', async () => {
  const driver = await EditorDriver.open(sampleRecords('sarah.en'));
  const groundOf = (text: string) => textBox(driver.layout, { kind: 'card', id: driver.card(text).id })?.ground ?? 0;
  expect(groundOf('Only two photos')).toBeGreaterThan(5);
  const action = driver.card('Stops scrolling');
  expect(action.evidence).not.toBe('none');
  const [card, box] = [
    boxOfPlace(driver.layout, { kind: 'card', id: action.id }),
    textBox(driver.layout, { kind: 'card', id: action.id }),
  ];
  if (!box || !card) throw new Error('The card is not on the map');
  // The mark is a circle of 5 px with its line, 13 px from the right edge.
  expect(box.x + box.width + box.ground).toBeLessThanOrEqual(card.x + card.width - 13 - 6);
});
