// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { excerptOf } from '../../../renderer/find/excerpt.ts';
import type { Finder } from '../../../renderer/find/finder.ts';
import { liveShapes } from '../../../renderer/live/liveShapes.ts';
import { findInText } from '../../../shared/find/foldText.ts';
import { type Records, recordsOfType } from '../../../shared/records/records.ts';
import { EditorDriver } from '../../fixtures/editorDriver.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';

let driver: EditorDriver;
let finder: Finder;
let before: Records;

beforeEach(async () => {
  driver = await EditorDriver.open(sampleRecords('sarah.en'));
  ({ finder } = driver);
  before = driver.records;
  finder.open();
});

const state = () => finder.state.getState();
const words = {
  ghost: () => '',
  keys: { add: 'N', edit: 'Enter' },
  width: () => 0,
};

test('what says the words is listed, marked on the map, and no more when the search is closed', () => {
  finder.seek('SIZE chart');
  const card = driver.card('Size chart is hard');
  expect(state().hits.map(({ id }) => id)).toContain(card.id);
  expect(driver.state.found).toContain(card.id);
  const marked = liveShapes(driver.layout, driver.links, driver.state, words).length;
  finder.close();
  expect(driver.state.found).toEqual([]);
  expect(liveShapes(driver.layout, driver.links, driver.state, words).length).toBeLessThan(marked);
});

test('one goes from hit to hit and round, on to other maps, and each is selected', () => {
  finder.seek('the');
  const { hits } = state();
  const maps = new Set(hits.flatMap(({ map }) => (map === null ? [] : [map])));
  expect(maps.size).toBeGreaterThan(1);
  finder.goOn(-1);
  expect(state().at).toBe(hits.length - 1);
  finder.goOn(1);
  expect(state().at).toBe(0);
  const later = hits.findIndex(({ id, map }) => map === [...maps][1] && id.startsWith('card:'));
  finder.goTo(later);
  expect(driver.layout.map.id).toBe([...maps][1]);
  expect(driver.state.selection).toEqual([hits[later]?.id]);
  expect(driver.state.flash).toEqual(driver.state.selection);
});

test('a source is shown at the first card that is known from it', () => {
  const [source] = recordsOfType(driver.records, 'source');
  if (source === undefined) throw new Error('Nothing was researched');
  finder.seek(source.name);
  finder.goTo(state().hits.findIndex(({ id }) => id === source.id));
  const [selected] = driver.state.selection;
  const known = recordsOfType(driver.records, 'card').filter(({ sources }) => sources.includes(source.id));
  expect(known.map(({ id }) => id)).toContain(selected);
});

test('the page of a persona opens when it is chosen, and not while one goes from hit to hit or replaces', () => {
  finder.seek('Sarah');
  const at = state().hits.findIndex(({ id }) => id.startsWith('persona:'));
  finder.setReplacement('Sara');
  finder.goTo(at - 1);
  finder.replaceOne();
  finder.goOn(1);
  finder.goOn(-1);
  expect(driver.session.getState().persona).toBeNull();
  const now = state().hits.findIndex(({ id }) => id.startsWith('persona:'));
  finder.goTo(now);
  expect(driver.session.getState().persona).toBe(state().hits[now]?.id);
});

test('a persona has no place on the map, so nothing on it is selected', () => {
  finder.seek('Sarah');
  const { hits } = state();
  finder.goTo(hits.findIndex(({ id }) => id.startsWith('card:') || id.startsWith('emotion:')));
  finder.goTo(hits.findIndex(({ id }) => id.startsWith('persona:')));
  expect(state().at).toBeGreaterThanOrEqual(0);
  expect(driver.state.selection).toEqual([]);
});

test('a search without words or without hits goes nowhere', () => {
  finder.seek('   ');
  expect(state().hits).toEqual([]);
  finder.seek('zzzz');
  finder.goOn(1);
  expect(state().at).toBe(-1);
});

describe('replacing', () => {
  test('one hit goes on to the next, even when what is put in says the words too', () => {
    finder.seek('dress');
    finder.setReplacement('party dress');
    const count = state().hits.length;
    finder.goTo(0);
    const [first, second] = state().hits;
    finder.replaceOne();
    expect(state().hits).toHaveLength(count);
    expect(state().hits[0]?.text).toContain('party dress');
    expect(state().hits[1]).toEqual(second);
    expect(state().at).toBe(1);
    driver.editor.undo();
    expect(driver.records).toEqual(before);
    expect(first?.text).not.toContain('party dress');
  });

  test('all hits are one entry of the history, and locked cards stay', () => {
    finder.seek('photos');
    finder.setReplacement('pictures');
    const count = state().hits.length;
    expect(count).toBeGreaterThan(0);
    finder.replaceAll();
    expect(state().hits).toEqual([]);
    const after = driver.records;
    driver.editor.undo();
    expect(driver.records).toEqual(before);
    driver.editor.redo();
    expect(driver.records).toEqual(after);
  });
});

test('words that nothing says become a card where the keyboard stands', () => {
  const card = driver.card('Only two photos');
  driver.editor.goTo({ kind: 'card', id: card.id });
  finder.seek('zebra crossing');
  finder.makeCard();
  const [made] = recordsOfType(driver.records, 'card').filter(({ text }) => text === 'zebra crossing');
  expect(made).toMatchObject({ lane: card.lane, step: card.step });
  expect(driver.state.selection).toEqual([made?.id]);
  expect(state().isOpen).toBe(false);
});

test('an excerpt shows the first words found, with something before and after, in one line', () => {
  const text = `${'before '.repeat(20)}needle\n${'after '.repeat(40)}`;
  const pieces = excerptOf({ text, ranges: findInText(text, 'needle') });
  const whole = pieces.map((piece) => piece.text).join('');
  expect(pieces.filter(({ found }) => found)).toEqual([{ text: 'needle', found: true }]);
  expect(whole).not.toContain('\n');
  expect(whole.length).toBeLessThan(160);
  expect(whole.startsWith('… before')).toBe(true);
});
