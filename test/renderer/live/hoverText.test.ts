// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import { boxOfPlace, type Place } from '../../../renderer/editing/place.ts';
import { hoverText } from '../../../renderer/live/hoverText.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { hitTest } from '../../../shared/layout/hitTest.ts';
import { recordsOfType } from '../../../shared/records/records.ts';
import { EditorDriver } from '../../fixtures/editorDriver.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';

const t = createTranslator('en');
let driver: EditorDriver;

beforeEach(async () => {
  driver = await EditorDriver.open(sampleRecords('sarah.en'));
});

/** What is said at the middle of a thing at a zoom. */
function saidAt(place: Place, zoom: number): readonly string[] | null {
  const box = boxOfPlace(driver.layout, place);
  const hit = box && hitTest(driver.layout, box.x + box.width / 2, box.y + box.height / 2);
  if (!hit) throw new Error('It is not on the map');
  const said = hoverText(driver.layout, hit, zoom, t);
  return said && [said.title, said.text];
}

test('a card says what it is and its words where they are too small to read, and only there', () => {
  const { id, text } = driver.card('Only two photos');
  expect(saidAt({ kind: 'card', id }, 0.37)).toEqual(['Pain point', text]);
  expect(saidAt({ kind: 'card', id }, 1)).toBeNull();
});

test('a touchpoint, a feeling, a step and a lane say their names from afar', () => {
  const records = driver.records;
  const touchpoint = driver.card('Product page');
  expect(saidAt({ kind: 'card', id: touchpoint.id }, 0.5)).toEqual(['Touchpoint', 'Product page']);
  const [step] = recordsOfType(records, 'step');
  const [lane] = recordsOfType(records, 'lane');
  const feeling = driver.feeling('Charmed');
  if (!step || !lane) throw new Error('The sample has no step or lane');
  expect(saidAt({ kind: 'step', id: step.id }, 0.5)?.[1]).toBe(step.name);
  expect(saidAt({ kind: 'step', id: step.id }, 0.6)).toBeNull();
  expect(saidAt({ kind: 'lane', id: lane.id }, 0.4)?.[1]).toBe(lane.name);
  expect(saidAt({ kind: 'emotion', id: feeling.id }, 0.4)).toEqual(['Good', 'Charmed']);
});

test('a stage tells its name only where it shows a number alone', () => {
  const [stage] = recordsOfType(driver.records, 'stage');
  if (!stage) throw new Error('The sample has no stage');
  expect(saidAt({ kind: 'stage', id: stage.id }, 0.3)).toBeNull();
  expect(saidAt({ kind: 'stage', id: stage.id }, 0.2)).toEqual(['', stage.name]);
});

test('a card without words says nothing', () => {
  const { id } = driver.card('Only two photos');
  driver.tools.sessions.start({ kind: 'card', id }, '');
  expect(saidAt({ kind: 'card', id }, 0.37)).toBeNull();
});
