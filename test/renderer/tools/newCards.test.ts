// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { KIND_KEYS } from '../../../shared/commands/kindKeys.ts';
import { setCardText } from '../../../shared/edits/cards.ts';
import { hideLanes } from '../../../shared/edits/lanes.ts';
import { CARD_KINDS } from '../../../shared/records/card.ts';
import { KINDS_OF_LANE } from '../../../shared/records/lane.ts';
import { getRecord, type Records, recordsOfType } from '../../../shared/records/records.ts';
import { EditorDriver } from '../../fixtures/editorDriver.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { undoAndRedo } from '../../fixtures/undoAndRedo.ts';

describe('a new card by N and a letter', () => {
  let driver: EditorDriver;
  let before: Records;

  beforeEach(async () => {
    driver = await EditorDriver.open(sampleRecords('sarah.en'));
    before = driver.records;
  });

  test('is of that kind, in the lane that takes it, in the same step, with its text open', () => {
    const action = driver.card('Stops scrolling');
    driver.click({ kind: 'card', id: action.id });
    driver.tools.actions.askKind();
    expect(driver.state.choice).toEqual({ lane: action.lane, step: action.step, after: action.id });
    driver.keys('p');
    expect(driver.state.choice).toBeNull();
    driver.type('Too many ads');
    driver.tools.sessions.end();
    const pain = driver.card('Too many ads');
    expect(pain).toMatchObject({ kind: 'pain', step: action.step, lane: driver.card('Only two photos').lane });
    undoAndRedo(driver, before);
  });

  test.each(['Enter', ' ', 'n', 'Insert'])('is of the lane’s own kind, below the card, with "%s"', (key) => {
    const card = driver.card('Only two photos');
    driver.click({ kind: 'card', id: card.id });
    driver.tools.actions.askKind();
    driver.keys(key);
    driver.type('And no sizes');
    driver.tools.sessions.end();
    const below = driver.card('And no sizes');
    expect(below).toMatchObject({ kind: 'pain', lane: card.lane, step: card.step });
    expect(below.order > card.order).toBe(true);
    undoAndRedo(driver, before);
  });

  test('has a letter of its own for every kind but quotations', () => {
    const letters = CARD_KINDS.flatMap((kind) => KIND_KEYS[kind] ?? []);
    expect(new Set(letters).size).toBe(CARD_KINDS.length - 1);
    expect(letters).not.toContain('N');
  });

  test('Escape makes none, and a letter that is no kind waits for another', () => {
    driver.click({ kind: 'card', id: driver.card('Stops scrolling').id });
    driver.tools.actions.askKind();
    expect(driver.keys('z')).toBe(true);
    expect(driver.state.choice).not.toBeNull();
    driver.keys('Escape');
    expect(driver.state.choice).toBeNull();
    expect(driver.state.selection).toEqual([driver.card('Stops scrolling').id]);
    expect(driver.records).toBe(before);
  });

  test('a click elsewhere makes none', () => {
    driver.click({ kind: 'card', id: driver.card('Stops scrolling').id });
    driver.tools.actions.askKind();
    driver.click({ kind: 'card', id: driver.card('Taps the ad').id });
    expect(driver.state.choice).toBeNull();
    expect(driver.records).toBe(before);
  });

  test('is refused with a sentence where no lane that is shown takes the kind', () => {
    const pains = recordsOfType(before, 'lane').filter(({ kind }) => KINDS_OF_LANE[kind].includes('pain'));
    driver.editor.edit(hideLanes, { lanes: pains.map(({ id }) => id), hidden: true });
    const hidden = driver.records;
    driver.click({ kind: 'card', id: driver.card('Stops scrolling').id });
    driver.tools.actions.askKind();
    driver.keys('p');
    expect(driver.state.refusal).toMatchObject({ code: 'noFittingLane' });
    expect(driver.records).toBe(hidden);
  });

  test('goes where a command says so, without the question, and nowhere without a place', () => {
    driver.tools.actions.addKind('opportunity');
    expect(driver.state.refusal).toMatchObject({ code: 'nowhereToAdd' });
    const { step } = driver.card('Size chart is hard');
    driver.click({ kind: 'step', id: step });
    driver.tools.actions.addKind('opportunity');
    driver.type('A chart on every page');
    driver.tools.sessions.end();
    expect(driver.card('A chart on every page')).toMatchObject({ kind: 'opportunity', step });
    undoAndRedo(driver, before);
  });

  test('goes to the empty cell under the pointer, and letters typed where the keyboard stands are words', () => {
    const { lane } = driver.card('Only two photos');
    const { step } = driver.card('Stops scrolling');
    const cell = { kind: 'cell', lane, step } as const;
    driver.click({ kind: 'card', id: driver.card('Taps the ad').id });
    driver.tools.move({ ...driver.middleOf(cell), viewX: 0, viewY: 0, zoom: 1, shift: false, mod: false, alt: false });
    driver.tools.actions.askKind();
    expect(driver.state.choice).toEqual({ lane, step, after: null });
    driver.keys('Escape');
    driver.keys('ArrowLeft');
    expect(driver.state.hover).toBeNull();
    driver.click(cell);
    driver.keys('n');
    expect(driver.state.text).toMatchObject({ text: 'n' });
  });

  test('waits for its picture when it is to be one', () => {
    const { step } = driver.card('Stops scrolling');
    driver.addPictureCard(step);
    const pictures = recordsOfType(driver.records, 'card').filter(({ kind }) => kind === 'picture');
    expect(pictures).toMatchObject([{ step, text: '', asset: null }]);
  });

  test('is turned into another kind by a letter while it says nothing, and moves to the lane that takes it', () => {
    const card = driver.card('Only two photos');
    driver.click({ kind: 'card', id: card.id });
    expect(driver.keys('o')).toBe(false);
    driver.editor.edit(setCardText, { card: card.id, text: '' });
    const empty = driver.records;
    driver.keys('x');
    expect(getRecord(driver.records, card.id)).toMatchObject({ kind: 'dropOff', lane: card.lane });
    driver.editor.undo();
    driver.keys('o');
    expect(getRecord(driver.records, card.id)).toMatchObject({ kind: 'opportunity', step: card.step });
    expect(getRecord(driver.records, card.id)?.lane).not.toBe(card.lane);
    undoAndRedo(driver, empty);
  });
});
