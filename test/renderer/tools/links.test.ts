// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { linkShapes } from '../../../renderer/live/linkShapes.ts';
import { getRecord, type Records, recordsOfType } from '../../../shared/records/records.ts';
import { EditorDriver } from '../../fixtures/editorDriver.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { undoAndRedo } from '../../fixtures/undoAndRedo.ts';

const arrows = (records: Records) => recordsOfType(records, 'arrow');

describe('an arrow between cards', () => {
  let driver: EditorDriver;
  let before: Records;
  let drawn: () => number;

  beforeEach(async () => {
    driver = await EditorDriver.open(sampleRecords('sarah.en'));
    before = driver.records;
    drawn = () => linkShapes(driver.layout, driver.links, driver.state).length;
  });

  test('joins two selected cards, and the same keys part them', () => {
    const [ad, tap] = [driver.card('Stops scrolling'), driver.card('Taps the ad')];
    driver.click({ kind: 'card', id: ad.id }).click({ kind: 'card', id: tap.id }, { shift: true });
    driver.tools.links.start();
    expect(arrows(driver.records)).toMatchObject([{ from: ad.id, to: tap.id, label: '' }]);
    expect(driver.state.selection).toEqual([ad.id, tap.id]);
    expect(drawn()).toBe(1);
    undoAndRedo(driver, before);
    const joined = driver.records;
    driver.tools.links.start();
    expect(arrows(driver.records)).toEqual([]);
    undoAndRedo(driver, joined);
  });

  test('from a pain point to an opportunity is its answer, whichever was chosen first', () => {
    const opportunity = driver.card('Let the ad land');
    const pain = recordsOfType(before, 'card').find(
      ({ kind, links }) => kind === 'pain' && !links.includes(opportunity.id),
    );
    if (pain === undefined) throw new Error('Every pain point has that answer');
    driver.editor.select([opportunity.id, pain.id]);
    driver.tools.links.start();
    expect(getRecord(driver.records, pain.id)?.links).toContain(opportunity.id);
    expect(arrows(driver.records)).toEqual([]);
    undoAndRedo(driver, before);
    driver.tools.links.start();
    expect(driver.records).toEqual(before);
  });

  test('is led by a click to the other card, and a click beside gives up', () => {
    const [ad, tap] = [driver.card('Stops scrolling'), driver.card('Taps the ad')];
    driver.click({ kind: 'card', id: ad.id });
    driver.tools.links.start();
    expect(driver.state.linking).toBe(ad.id);
    driver.click({ kind: 'card', id: tap.id });
    expect(arrows(driver.records)).toMatchObject([{ from: ad.id, to: tap.id }]);
    expect(driver.state).toMatchObject({ linking: null, selection: [ad.id] });
    undoAndRedo(driver, before);
    driver.editor.undo();
    driver.tools.links.start();
    driver.click({ kind: 'cell', lane: driver.card('Only two photos').lane, step: ad.step });
    expect(driver.state).toMatchObject({ linking: null, selection: [ad.id] });
    expect(driver.records).toEqual(before);
  });

  test('is led by arrow keys and Enter, and Escape gives up where it began', () => {
    const [ad, tap] = [driver.card('Stops scrolling'), driver.card('Taps the ad')];
    driver.click({ kind: 'card', id: ad.id });
    driver.tools.links.start();
    driver.keys('ArrowRight');
    expect(drawn()).toBe(1);
    driver.keys('Enter');
    expect(driver.state.text).toBeNull();
    expect(arrows(driver.records)).toMatchObject([{ from: ad.id, to: tap.id }]);
    driver.editor.undo();
    driver.editor.select([ad.id]);
    driver.tools.links.start();
    driver.keys('ArrowRight', 'Escape');
    expect(driver.state).toMatchObject({ linking: null, selection: [ad.id] });
    expect(driver.records).toEqual(before);
  });

  test('stays with its cards when they move, and goes with either of them', () => {
    const [ad, tap] = [driver.card('Stops scrolling'), driver.card('Taps the ad')];
    driver.editor.select([ad.id, tap.id]);
    driver.tools.links.start();
    driver.click({ kind: 'card', id: tap.id });
    driver.keys('Alt+ArrowRight');
    expect(arrows(driver.records)).toMatchObject([{ from: ad.id, to: tap.id }]);
    const moved = driver.records;
    driver.tools.actions.removeSelection();
    expect(arrows(driver.records)).toEqual([]);
    undoAndRedo(driver, moved);
  });

  test('asks for cards when something else, or too much, is selected', () => {
    driver.click({ kind: 'step', id: driver.card('Stops scrolling').step });
    driver.tools.links.start();
    expect(driver.state.refusal).toMatchObject({ code: 'linkNeedsCards' });
    driver.click({ kind: 'card', id: driver.card('Stops scrolling').id });
    driver.tools.links.start();
    driver.tools.links.start();
    expect(driver.state.refusal).toMatchObject({ code: 'linkNeedsTarget' });
    expect(driver.records).toBe(before);
  });
});
