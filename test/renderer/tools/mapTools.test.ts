// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { cellOf } from '../../../renderer/editing/navigate.ts';
import { getRecord, type Records, recordsOfType } from '../../../shared/records/records.ts';
import { EditorDriver } from '../../fixtures/editorDriver.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { undoAndRedo } from '../../fixtures/undoAndRedo.ts';

describe('the map under mouse and keyboard', () => {
  let driver: EditorDriver;
  let before: Records;

  beforeEach(async () => {
    driver = await EditorDriver.open(sampleRecords('sarah.en'));
    before = driver.records;
  });

  test('a click selects a card, Shift adds another, a click beside selects nothing', () => {
    const [ad, tap] = [driver.card('Stops scrolling'), driver.card('Taps the ad')];
    driver.click({ kind: 'card', id: ad.id }).click({ kind: 'card', id: tap.id }, { shift: true });
    expect(driver.state.selection).toEqual([ad.id, tap.id]);
    driver.click({ kind: 'card', id: tap.id }, { shift: true });
    expect(driver.state.selection).toEqual([ad.id]);
    driver.tools.press({
      ...driver.middleOf({ kind: 'card', id: ad.id }),
      x: 4,
      y: 4,
      viewX: 4,
      viewY: 4,
      zoom: 1,
      shift: false,
      mod: false,
      alt: false,
    });
    driver.tools.release({ x: 4, y: 4, viewX: 4, viewY: 4, zoom: 1, shift: false, mod: false, alt: false });
    expect(driver.state.selection).toEqual([]);
  });

  test('a card is dragged to another cell and stands where the mark was', () => {
    const card = driver.card('Only two photos');
    const target = driver.card('Size chart is hard');
    const from = driver.middleOf({ kind: 'card', id: card.id });
    const to = driver.middleOf({ kind: 'card', id: target.id });
    driver.drag(from, { x: to.x, y: to.y + 30 }, { hold: true });
    expect(driver.state.gesture).toMatchObject({ kind: 'cards', target: { refusal: null, words: 'landsBelow' } });
    driver.tools.release({ ...to, y: to.y + 30, viewX: 0, viewY: 0, zoom: 1, shift: false, mod: false, alt: false });
    expect(getRecord(driver.records, card.id)?.step).toBe(target.step);
    expect(driver.state.selection).toEqual([card.id]);
    undoAndRedo(driver, before);
  });

  test('several cards of several cells are carried as they stand, moved or, with Alt, copied', () => {
    const [ad, tap, thought] = [driver.card('Stops scrolling'), driver.card('Taps the ad'), driver.card('That print!')];
    for (const [index, card] of [ad, tap, thought].entries()) {
      driver.click({ kind: 'card', id: card.id }, { shift: index > 0 });
    }
    const carry = (to: string, options: { readonly alt?: boolean } = {}) => {
      const target = driver.middleOf({ kind: 'card', id: driver.card(to).id });
      driver.drag(driver.middleOf({ kind: 'card', id: tap.id }), { ...target, y: target.y + 20 }, options);
    };
    carry('Reads what other buyers');
    const cellNow = (id: typeof ad.id) => {
      const { lane, step } = getRecord(driver.records, id) ?? ad;
      return { lane, step };
    };
    expect(cellNow(tap.id)).toEqual({ lane: tap.lane, step: driver.card('Reads what other buyers').step });
    expect(cellNow(ad.id)).toEqual({ lane: ad.lane, step: driver.card('Wanders through').step });
    expect(cellNow(thought.id)).toEqual({ lane: thought.lane, step: driver.card('Wanders through').step });
    undoAndRedo(driver, before);
    driver.editor.undo();
    // The first two stand left of the one that is held, and the map begins there.
    carry('Stops scrolling');
    expect(driver.state.refusal).toMatchObject({ code: 'outsideMap' });
    expect(driver.records).toEqual(before);
    carry('Reads what other buyers', { alt: true });
    const copy = driver.state.selection[0];
    expect(driver.state.selection).toHaveLength(3);
    expect(copy?.startsWith('card:') && cellNow(copy as typeof ad.id)).toEqual({
      lane: ad.lane,
      step: driver.card('Wanders through').step,
    });
    expect(cellNow(ad.id)).toEqual({ lane: ad.lane, step: ad.step });
  });

  test('Escape during a drag forgets it', () => {
    const card = driver.card('Only two photos');
    const to = driver.middleOf({ kind: 'card', id: driver.card('Size chart is hard').id });
    driver.drag(driver.middleOf({ kind: 'card', id: card.id }), to, { hold: true });
    expect(driver.keys('Escape')).toBe(true);
    expect(driver.state.gesture).toBeNull();
    expect(driver.records).toBe(before);
  });

  test('a card dropped on the river is refused with a reason', () => {
    const card = driver.card('Only two photos');
    const to = driver.middleOf({ kind: 'emotion', id: driver.feeling('Curious').id });
    driver.drag(driver.middleOf({ kind: 'card', id: card.id }), to);
    expect(driver.state.refusal).toMatchObject({ code: 'laneTakesNoCards' });
    expect(driver.records).toBe(before);
  });

  test('Alt copies what is dragged', () => {
    const card = driver.card('Only two photos');
    const to = driver.middleOf({ kind: 'card', id: driver.card('Size chart is hard').id });
    driver.drag(driver.middleOf({ kind: 'card', id: card.id }), to, { alt: true });
    const copies = recordsOfType(driver.records, 'card').filter((each) => each.text === card.text);
    expect(copies.length).toBe(2);
    undoAndRedo(driver, before);
  });

  test('a feeling follows the pointer live and is set once', () => {
    const point = driver.feeling('Curious');
    const from = driver.middleOf({ kind: 'emotion', id: point.id });
    driver.drag(from, { x: from.x, y: from.y + 60 }, { hold: true });
    const previewed = driver.state.preview && getRecord(driver.state.preview, point.id);
    expect(previewed?.value).toBeLessThan(point.value);
    expect(getRecord(driver.records, point.id)).toBe(point);
    driver.tools.release({
      x: from.x,
      y: from.y + 60,
      viewX: 0,
      viewY: 0,
      zoom: 1,
      shift: false,
      mod: false,
      alt: false,
    });
    expect(getRecord(driver.records, point.id)?.value).toBe(previewed?.value);
    undoAndRedo(driver, before);
    expect(driver.sent.length).toBeLessThanOrEqual(3);
  });

  test('a marquee selects what it touches', () => {
    const [pain, other] = [driver.card('Only two photos'), driver.card('Size chart is hard')];
    const from = driver.middleOf({ kind: 'cell', lane: pain.lane, step: driver.card('Stops scrolling').step });
    const to = driver.middleOf({ kind: 'card', id: other.id });
    driver.drag(from, to);
    expect(driver.state.selection).toContain(pain.id);
    expect(driver.state.selection).toContain(other.id);
    expect(driver.state.selection).not.toContain(driver.card('Stops scrolling').id);
  });

  test('a double click edits a text; typing is drawn at once, kept after a pause, and one entry of the history', () => {
    const card = driver.card('Stops scrolling');
    driver.doubleClick({ kind: 'card', id: card.id });
    expect(driver.state.text).toMatchObject({ target: { kind: 'card', id: card.id }, text: card.text });
    driver.type(' é 😀 中文');
    expect(getRecord(driver.records, card.id)?.text).toBe(card.text);
    driver.wait();
    expect(getRecord(driver.records, card.id)?.text).toBe(`${card.text} é 😀 中文`);
    driver.type(' and more');
    driver.tools.enterInText();
    expect(getRecord(driver.records, card.id)?.text).toBe(`${card.text} é 😀 中文 and more`);
    expect(driver.state.place).toEqual({ kind: 'card', id: driver.card('Taps the ad').id });
    undoAndRedo(driver, before);
  });

  test('the map makes room for what is typed after the frame that shows it, or as soon as it is kept', () => {
    const card = driver.card('Stops scrolling');
    driver.doubleClick({ kind: 'card', id: card.id });
    const painted = driver.drawn;
    const grown = `${card.text} and reads every one of the many words that stand below the picture`;
    driver.tools.sessions.type(grown);
    expect(driver.state.text?.text).toBe(grown);
    expect(driver.drawn).toBe(painted);
    driver.drawFrame();
    expect(driver.drawn).not.toBe(painted);
    driver.tools.sessions.type(`${grown} at once`);
    driver.tools.sessions.end();
    expect(driver.card('Stops scrolling').text).toBe(`${grown} at once`);
    const kept = driver.drawn;
    driver.drawFrame();
    expect(driver.drawn).toBe(kept);
    undoAndRedo(driver, before);
  });

  test('typing in an empty cell starts a card there, and nothing typed leaves none', () => {
    const pain = driver.card('Only two photos');
    const cell = { kind: 'cell', lane: pain.lane, step: driver.card('Stops scrolling').step } as const;
    driver.click(cell);
    driver.keys('H');
    driver.type('e cannot see the price');
    driver.tools.sessions.end();
    const card = driver.card('He cannot see the price');
    expect(card).toMatchObject({ kind: 'pain', step: cell.step });
    driver.editor.undo();
    expect(driver.records).toEqual(before);
    driver.click(cell);
    driver.keys('Enter');
    expect(driver.state.text).not.toBeNull();
    driver.tools.sessions.end();
    expect(driver.records).toEqual(before);
    expect(driver.editor.undo()).toBe(false);
  });

  test('an accent that waits for its letter opens the text box of an empty cell, and is left to it', () => {
    const step = driver.card('Stops scrolling').step;
    driver.click({ kind: 'cell', lane: driver.card('Only two photos').lane, step });
    expect(driver.tools.key({ key: 'Dead', shift: false, mod: false, alt: false })).toBe(false);
    driver.type('é');
    driver.tools.sessions.end();
    expect(driver.card('é')).toMatchObject({ kind: 'pain', step });
  });

  test('Enter in the last text of a lane goes on in the next one, and stays in the very last', () => {
    const [last, first] = [driver.layout.columns.columns.at(-1)?.step.id, driver.layout.columns.columns[0]?.step.id];
    const lanes = driver.layout.lanes.map(({ layout }) => layout.lane);
    const at = lanes.findIndex(({ kind }) => kind === 'pains');
    const [pains, next, lowest] = [lanes[at], lanes[at + 1], lanes.at(-1)];
    if (!pains || !next || !lowest || !last || !first) throw new Error('There is no such lane');
    driver.editor.goTo({ kind: 'cell', lane: pains.id, step: last });
    driver.keys('L');
    driver.tools.enterInText();
    const { place } = driver.state;
    expect(place && cellOf(driver.layout, place)).toEqual({ lane: at + 1, column: 0 });
    const end = { kind: 'cell', lane: lowest.id, step: last } as const;
    driver.editor.goTo(end);
    driver.tools.actions.goOn();
    expect(driver.state.place).toEqual(end);
  });

  test('a whole lane is drafted without the mouse', () => {
    driver.click({ kind: 'card', id: driver.card('Writes a glowing').id });
    driver.tools.actions.removeSelection();
    expect(driver.state.place).toMatchObject({ kind: 'cell' });
    driver.keys('N');
    driver.type('ew words');
    driver.tools.enterInText();
    expect(driver.card('New words').kind).toBe('action');
  });

  test('Alt and arrows move a card, plus and minus change a feeling, both as one entry', () => {
    const card = driver.card('Only two photos');
    driver.click({ kind: 'card', id: card.id });
    driver.keys('Alt+ArrowRight', 'Alt+ArrowRight');
    expect(driver.layout.columns.indexOfStep.get(driver.card('Only two photos').step)).toBe(3);
    undoAndRedo(driver, before);
    driver.editor.undo();
    driver.click({ kind: 'emotion', id: driver.feeling('Curious').id });
    driver.tools.actions.changeFeeling(1);
    driver.tools.actions.changeFeeling(1);
    expect(driver.feeling('Curious').value).toBe(1.5);
    undoAndRedo(driver, before);
  });

  test('Shift and arrows select more, Delete removes all of it, and undo selects it again', () => {
    const ad = driver.card('Stops scrolling');
    driver.click({ kind: 'card', id: ad.id });
    driver.keys('Shift+ArrowRight', 'Shift+ArrowRight');
    const { selection } = driver.state;
    expect(selection.length).toBe(3);
    driver.tools.actions.removeSelection();
    expect(selection.some((id) => driver.records.has(id))).toBe(false);
    driver.editor.undo();
    expect(driver.records).toEqual(before);
    expect(driver.state.selection).toEqual(selection);
  });

  test('cards and feelings selected together are copied beside themselves in one step', () => {
    const before = driver.records;
    const [card, point] = [driver.card('Only two photos'), driver.feeling('Hesitant')];
    driver.editor.select([card.id, point.id]);
    driver.tools.actions.duplicateSelection();
    const [copy, other] = driver.state.selection;
    expect(driver.state.selection).toHaveLength(2);
    expect([card.id, point.id]).not.toContain(copy);
    expect(copy && driver.records.get(copy)).toMatchObject({ text: card.text, step: card.step, lane: card.lane });
    expect(other && driver.records.get(other)).toMatchObject({
      label: 'Hesitant',
      step: point.step,
      value: point.value,
    });
    expect(driver.records.size).toBe(before.size + 2);
    undoAndRedo(driver, before);
  });

  test('stages, steps and lanes move by their heads and by Alt and arrows', () => {
    const [first, second] = driver.layout.columns.stages;
    if (first === undefined || second === undefined) throw new Error('no stages');
    const from = driver.middleOf({ kind: 'stage', id: first.stage.id });
    driver.drag(from, { x: second.x + second.width - 5, y: from.y });
    expect(driver.layout.columns.stages.map((span) => span.stage.name).slice(0, 2)).toEqual([
      'Consideration',
      'Awareness',
    ]);
    undoAndRedo(driver, before);
    driver.editor.undo();
    const [upper, lower] = driver.layout.lanes;
    if (upper === undefined || lower === undefined) throw new Error('no lanes');
    driver.click({ kind: 'lane', id: upper.layout.lane.id });
    driver.keys('Alt+ArrowDown');
    expect(driver.layout.lanes[0]?.layout.lane.id).toBe(lower.layout.lane.id);
    undoAndRedo(driver, before);
  });

  test('a card reaches over more steps when its side is dragged, and a step is as wide as its border is pulled', () => {
    const card = driver.card('Only two photos');
    driver.click({ kind: 'card', id: card.id });
    const middle = driver.middleOf({ kind: 'card', id: card.id });
    const right = { x: middle.x + 82 + 4, y: middle.y };
    driver.drag(right, { x: right.x + 180, y: middle.y });
    expect(driver.card('Only two photos').span).toBe(2);
    undoAndRedo(driver, before);
    driver.editor.undo();
    const column = driver.layout.columns.columns[2];
    if (column === undefined) throw new Error('no column');
    const border = { x: column.x + column.width, y: driver.layout.lanesTop - 10 };
    driver.drag(border, { x: border.x + 60, y: border.y });
    expect(driver.layout.columns.columns[2]?.width).toBe(240);
    undoAndRedo(driver, before);
  });

  test('Tab goes through everything in reading order and ends', () => {
    driver.keys('ArrowDown');
    let steps = 0;
    while (driver.keys('Tab') && steps < 500) steps += 1;
    expect(steps).toBeGreaterThan(60);
    expect(steps).toBeLessThan(500);
  });
});
