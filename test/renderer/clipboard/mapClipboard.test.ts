// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import type { MapClipboard } from '../../../renderer/clipboard/mapClipboard.ts';
import { changeChannel } from '../../../shared/edits/channels.ts';
import { LIMITS } from '../../../shared/records/limits.ts';
import { type Records, recordsOfType } from '../../../shared/records/records.ts';
import { EditorDriver } from '../../fixtures/editorDriver.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';

let driver: EditorDriver;
let clipboard: MapClipboard;
let before: Records;

beforeEach(async () => {
  driver = await EditorDriver.open(sampleRecords('sarah.en'));
  ({ clipboard } = driver);
  before = driver.records;
});

const pasteText = (text: string) => clipboard.paste({ things: '', text });
const selectCards = (...says: readonly string[]) => driver.editor.select(says.map((words) => driver.card(words).id));
const saying = (words: string) => recordsOfType(driver.records, 'card').filter(({ text }) => text === words);

/** The cell of a card that is alone in it, beside another card of its lane. */
function emptyCellOf(lane: `lane:${string}`) {
  const taken = recordsOfType(driver.records, 'card').flatMap((card) => (card.lane === lane ? [card.step] : []));
  const free = driver.layout.columns.columns.find(({ step }) => !taken.includes(step.id));
  if (free === undefined) throw new Error('No cell is empty');
  return { kind: 'cell', lane, step: free.step.id } as const;
}

function undoAndRedo(): void {
  const after = driver.records;
  driver.editor.undo();
  expect(driver.records).toEqual(before);
  driver.editor.redo();
  expect(driver.records).toEqual(after);
}

describe('copying', () => {
  test('offers nothing while nothing is selected, and a feeling as its word', () => {
    expect(clipboard.copy()).toBeNull();
    driver.editor.select([driver.feeling('Curious').id]);
    expect(clipboard.copy()).toMatchObject({ text: 'Curious', pictures: [] });
  });

  test('offers one card as its words, several as a table of their cells', () => {
    const [ad, tap] = [driver.card('Stops scrolling'), driver.card('Taps the ad')];
    selectCards('Stops scrolling');
    expect(clipboard.copy()?.text).toBe(ad.text);
    selectCards('Stops scrolling', 'Taps the ad');
    expect(clipboard.copy()?.text.split('\t').length).toBeGreaterThan(1);
    expect(clipboard.copy()?.text.startsWith(ad.text)).toBe(true);
    expect(clipboard.copy()?.html).toContain(tap.text);
    expect(driver.records).toBe(before);
  });

  test('is pasted where the keyboard stands, selected, and one entry of the history', () => {
    const card = driver.card('Only two photos');
    selectCards('Only two photos');
    const offer = clipboard.copy();
    const cell = emptyCellOf(card.lane);
    driver.editor.goTo(cell);
    if (offer !== null) clipboard.paste(offer);
    const copies = saying(card.text);
    expect(copies).toHaveLength(2);
    expect(copies.some(({ step }) => step === cell.step)).toBe(true);
    expect(driver.state.selection).toEqual(copies.filter(({ id }) => id !== card.id).map(({ id }) => id));
    undoAndRedo();
  });

  test('is pasted where it was taken when nothing is selected', () => {
    const card = driver.card('Only two photos');
    selectCards('Only two photos');
    const offer = clipboard.copy();
    driver.editor.goTo(null);
    if (offer !== null) clipboard.paste(offer);
    expect(saying(card.text).map(({ lane, step }) => [lane, step])).toEqual([
      [card.lane, card.step],
      [card.lane, card.step],
    ]);
  });

  test('is pasted into another project with what the card names', async () => {
    const card = recordsOfType(before, 'card').find(({ channels }) => channels.length > 0);
    if (card === undefined) throw new Error('No card has a channel');
    driver.editor.select([card.id]);
    const offer = clipboard.copy();
    const other = await EditorDriver.open(sampleRecords('olivier.nl'));
    if (offer !== null) other.clipboard.paste(offer);
    const [pasted] = recordsOfType(other.records, 'card').filter(({ text }) => text === card.text);
    expect(pasted?.channels).toHaveLength(card.channels.length);
    const names = (records: Records, ids: readonly string[]) =>
      recordsOfType(records, 'channel').flatMap(({ id, name }) => (ids.includes(id) ? [name.toLowerCase()] : []));
    expect(names(other.records, pasted?.channels ?? [])).toEqual(names(before, card.channels));
  });

  test('keeps a renamed channel in its own project, and brings the old one into a copy of it', async () => {
    const card = recordsOfType(before, 'card').find(({ channels }) => channels.length > 0);
    const [channel] = card?.channels ?? [];
    if (card === undefined || channel === undefined) throw new Error('No card has a channel');
    const copy = await EditorDriver.open(before);
    driver.editor.select([card.id]);
    const offer = clipboard.copy();
    for (const each of [driver, copy]) {
      each.editor.edit(changeChannel, { channel, fields: { name: 'Carrier pigeon' } });
      each.editor.goTo(null);
      if (offer !== null) each.clipboard.paste(offer);
    }
    const pastedIn = (records: Records) =>
      recordsOfType(records, 'card')
        .filter(({ text }) => text === card.text)
        .at(-1);
    expect(pastedIn(driver.records)?.channels).toEqual(card.channels);
    expect(pastedIn(copy.records)?.channels).not.toContain(channel);
    expect(pastedIn(copy.records)?.channels).toHaveLength(card.channels.length);
    copy.editor.undo();
    expect(pastedIn(copy.records)?.channels).toEqual(card.channels);
    copy.editor.redo();
    expect(pastedIn(copy.records)?.channels).not.toContain(channel);
  });
});

test('cutting takes the cards off the map, and the keyboard stands where they stood', () => {
  const card = driver.card('Only two photos');
  selectCards('Only two photos');
  expect(clipboard.cut()?.text).toBe(card.text);
  expect(saying(card.text)).toEqual([]);
  expect(driver.state.place).toEqual({ kind: 'cell', lane: card.lane, step: card.step });
  undoAndRedo();
});

describe('a text of another program', () => {
  test('becomes a card in the cell, or several from several lines', () => {
    const cell = emptyCellOf(driver.card('Only two photos').lane);
    driver.editor.goTo(cell);
    pasteText('Pays twice\r\n\r\n- waits\n');
    expect(saying('Pays twice')).toMatchObject([{ lane: cell.lane, step: cell.step }]);
    expect(saying('- waits')).toHaveLength(1);
    expect(driver.state.selection).toHaveLength(2);
    undoAndRedo();
  });

  test('goes right below the selected card', () => {
    const card = driver.card('Only two photos');
    selectCards('Only two photos');
    pasteText('Below it');
    expect(saying('Below it')).toMatchObject([{ lane: card.lane, step: card.step }]);
  });

  test('fills the selected card when that is empty', () => {
    const cell = emptyCellOf(driver.card('Only two photos').lane);
    driver.editor.goTo(cell);
    pasteText('x');
    const [made] = saying('x');
    if (made === undefined) throw new Error('Nothing was pasted');
    driver.doubleClick({ kind: 'card', id: made.id });
    driver.tools.sessions.type('');
    driver.tools.sessions.keep();
    const count = recordsOfType(driver.records, 'card').length;
    pasteText('Now it speaks');
    expect(saying('Now it speaks').map(({ id }) => id)).toEqual([made.id]);
    expect(recordsOfType(driver.records, 'card')).toHaveLength(count);
  });

  test('becomes notes of the inbox when nothing is selected', () => {
    const notes = recordsOfType(before, 'note').length;
    pasteText('Ask about sizes\nAsk\tabout\treturns');
    const made = recordsOfType(driver.records, 'note').map(({ text }) => text);
    expect(made).toHaveLength(notes + 2);
    expect(made).toEqual(expect.arrayContaining(['Ask about sizes', 'Ask, about, returns']));
    undoAndRedo();
  });

  test('is refused in the emotion lane, and when it is empty or too long', () => {
    driver.editor.goTo({ kind: 'emotion', id: driver.feeling('Curious').id });
    pasteText('Words');
    expect(driver.state.refusal?.code).toBe('laneTakesNoCards');
    pasteText(' \n ');
    expect(driver.state.refusal?.code).toBe('nothingToPaste');
    driver.editor.goTo(emptyCellOf(driver.card('Only two photos').lane));
    pasteText('x'.repeat(100_000));
    expect(driver.state.refusal?.code).toBe('textTooLong');
    pasteText('x\n'.repeat(LIMITS.pastedCells + 1));
    expect(driver.state.refusal?.code).toBe('pasteTooMuch');
    expect(driver.records).toBe(before);
  });
});

describe('rows from a spreadsheet', () => {
  test('fill empty cells at once, columns to the right', () => {
    const lane = driver.card('Only two photos').lane;
    const cell = emptyCellOf(lane);
    driver.editor.goTo(cell);
    pasteText('One\t\n');
    expect(clipboard.waiting.getState().table).toBeNull();
    expect(saying('One')).toMatchObject([{ lane, step: cell.step }]);
  });

  test('ask first when cards stand there, and change nothing until then', () => {
    selectCards('Stops scrolling');
    pasteText('One\tTwo');
    expect(clipboard.waiting.getState().table?.cardsThere).toBeGreaterThanOrEqual(2);
    expect(driver.records).toBe(before);
    clipboard.answer('cancel');
    expect(clipboard.waiting.getState().table).toBeNull();
    expect(driver.records).toBe(before);
  });

  test('go below the cards there, or take their place, as one entry of the history', () => {
    const [ad, tap] = [driver.card('Stops scrolling'), driver.card('Taps the ad')];
    selectCards('Stops scrolling');
    pasteText('One\tTwo');
    clipboard.answer('below');
    expect(saying('One')).toMatchObject([{ lane: ad.lane, step: ad.step }]);
    expect(saying(ad.text)).toHaveLength(1);
    undoAndRedo();
    driver.editor.undo();
    selectCards('Stops scrolling');
    pasteText('One\tTwo');
    clipboard.answer('replace');
    expect(saying('Two')).toMatchObject([{ lane: tap.lane, step: tap.step }]);
    expect(saying(ad.text)).toEqual([]);
    undoAndRedo();
  });
});
