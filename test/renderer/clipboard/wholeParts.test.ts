// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { colourStages } from '../../../shared/edits/stages.ts';
import { setCardPicture } from '../../../shared/exchange/addPictureCard.ts';
import type { Id } from '../../../shared/records/ids.ts';
import { getRecord, type Records, recordsOfType } from '../../../shared/records/records.ts';
import { indexRecords } from '../../../shared/store/recordIndex.ts';
import { EditorDriver } from '../../fixtures/editorDriver.ts';
import { withRecords } from '../../fixtures/projects.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { undoAndRedo } from '../../fixtures/undoAndRedo.ts';

let driver: EditorDriver;
let before: Records;

beforeEach(async () => {
  driver = await EditorDriver.open(sampleRecords('sarah.en'));
  before = driver.records;
});

const laneOf = (says: string) => driver.card(says).lane;
const stepNames = () => driver.layout.columns.columns.map(({ step }) => step.name);
const stageNames = () => driver.layout.columns.stages.map(({ stage }) => stage.name);
const laneNames = () => driver.layout.lanes.map(({ layout }) => layout.lane.name);
const textsIn = (records: Records, lane: Id<'lane'>) =>
  indexRecords(records)
    .children(lane, 'card')
    .map(({ text }) => text)
    .sort();

/** What is selected in one project, pasted in another at a place. */
async function pasteElsewhere(place: Parameters<EditorDriver['editor']['goTo']>[0]): Promise<EditorDriver> {
  const offer = driver.clipboard.copy();
  if (offer === null) throw new Error('Nothing was copied');
  const other = await EditorDriver.open(sampleRecords('olivier.en'));
  other.editor.goTo(place);
  other.clipboard.paste(offer);
  return other;
}

describe('a whole lane', () => {
  test('is duplicated below itself with all its cards', () => {
    const lane = laneOf('Only two photos');
    driver.click({ kind: 'lane', id: lane });
    driver.tools.actions.duplicateSelection();
    const [copy] = driver.state.selection as readonly Id<'lane'>[];
    expect(copy).toMatch(/^lane:new/);
    const names = laneNames();
    expect(names.filter((name) => name === getRecord(before, lane)?.name)).toHaveLength(2);
    expect(textsIn(driver.records, copy ?? lane)).toEqual(textsIn(before, lane));
    undoAndRedo(driver, before);
  });

  test('of feelings is duplicated with every curve in it', () => {
    const { lane } = driver.feeling('Curious');
    driver.click({ kind: 'lane', id: lane });
    driver.tools.actions.duplicateSelection();
    expect(recordsOfType(driver.records, 'emotion')).toHaveLength(
      recordsOfType(before, 'emotion').length + indexRecords(before).children(lane, 'emotion').length,
    );
    undoAndRedo(driver, before);
  });

  test('is pasted in another project below the lane where the keyboard stands, with who feels there', async () => {
    driver.editor.select([laneOf('Only two photos'), driver.feeling('Curious').lane]);
    const olivier = sampleRecords('olivier.en');
    const [first] = recordsOfType(olivier, 'lane');
    if (first === undefined) throw new Error('The sample has no lane');
    const other = await pasteElsewhere({ kind: 'lane', id: first.id });
    const made = other.state.selection as readonly Id<'lane'>[];
    expect(made).toHaveLength(2);
    const pains = made.find((id) => getRecord(other.records, id)?.kind === 'pains');
    expect(textsIn(other.records, pains ?? first.id)).toEqual(textsIn(before, laneOf('Only two photos')));
    const sarah = recordsOfType(other.records, 'persona').find(({ name }) => name === 'Sarah');
    const map = getRecord(other.records, first.map);
    expect(map?.personas).toContain(sarah?.id);
    undoAndRedo(other, olivier);
  });
});

describe('whole steps and stages', () => {
  test('a step is duplicated after itself with its cards and feelings; a card that spans reaches over it', () => {
    const { step } = driver.card('Size chart is hard');
    const name = getRecord(before, step)?.name ?? '';
    const at = stepNames().indexOf(name);
    const wide = driver.card('Be sure it fits');
    driver.click({ kind: 'step', id: step });
    driver.tools.actions.duplicateSelection();
    expect(stepNames().slice(at, at + 2)).toEqual([name, name]);
    const pains = recordsOfType(driver.records, 'card').filter(({ text }) => text.startsWith('Size chart is hard'));
    expect(pains).toHaveLength(2);
    expect(recordsOfType(driver.records, 'card').filter(({ text }) => text === wide.text)).toHaveLength(1);
    undoAndRedo(driver, before);
  });

  test('several stages are duplicated after the last of them', () => {
    const [first, second] = driver.layout.columns.stages.map(({ stage }) => stage);
    if (!first || !second) throw new Error('The sample has too few stages');
    driver.click({ kind: 'stage', id: first.id }).click({ kind: 'stage', id: second.id }, { shift: true });
    driver.tools.actions.duplicateSelection();
    expect(stageNames().slice(0, 4)).toEqual([first.name, second.name, first.name, second.name]);
    expect(driver.state.selection).toHaveLength(2);
    undoAndRedo(driver, before);
  });

  test('are cut with their cards and pasted at the end', () => {
    const [first] = driver.layout.columns.stages.map(({ stage }) => stage);
    if (first === undefined) throw new Error('The sample has no stage');
    const cards = driver.records.size;
    driver.editor.select([first.id]);
    const offer = driver.clipboard.cut();
    expect(stageNames()).not.toContain(first.name);
    undoAndRedo(driver, before);
    const cut = driver.records;
    driver.editor.goTo(null);
    driver.clipboard.paste(offer ?? { things: '', text: '' });
    expect(stageNames().at(-1)).toBe(first.name);
    // Links between what went and what stayed are gone, things are not.
    expect(driver.records.size).toBe(cards);
    undoAndRedo(driver, cut);
  });

  test('in another project find lanes of their kind, and bring those that are not there', async () => {
    const olivier = sampleRecords('olivier.en');
    const kinds = (records: Records, map: Id<'map'>) =>
      new Set(
        indexRecords(records)
          .children(map, 'lane')
          .map(({ kind }) => kind),
      );
    const { step } = driver.card('Size chart is hard');
    driver.editor.select([step]);
    const other = await pasteElsewhere(null);
    const map = other.layout.map.id;
    const [made] = other.state.selection as readonly Id<'step'>[];
    expect(other.layout.columns.columns.at(-1)?.step.id).toBe(made);
    const texts = recordsOfType(other.records, 'card').filter((card) => card.step === made);
    expect(texts.map(({ text }) => text)).toContain(driver.card('Size chart is hard').text);
    for (const card of texts) expect(getRecord(other.records, card.lane)?.map).toBe(map);
    expect(kinds(other.records, map).size).toBeGreaterThanOrEqual(kinds(olivier, map).size);
    undoAndRedo(other, olivier);
  });
});

describe('feelings', () => {
  test('are duplicated beside themselves, each curve keeping its person', () => {
    const point = driver.feeling('Curious');
    driver.click({ kind: 'emotion', id: point.id });
    driver.tools.actions.duplicateSelection();
    const [copy] = driver.state.selection as readonly Id<'emotion'>[];
    const made = copy && getRecord(driver.records, copy);
    expect(made).toMatchObject({ label: 'Curious', value: point.value, step: point.step, persona: point.persona });
    expect(made?.offset).not.toBe(point.offset);
    undoAndRedo(driver, before);
  });

  test('are cut, and pasted in the step where the keyboard stands', () => {
    const point = driver.feeling('Curious');
    driver.click({ kind: 'emotion', id: point.id });
    const offer = driver.clipboard.cut();
    expect(getRecord(driver.records, point.id)).toBeUndefined();
    expect(offer?.text).toBe('Curious');
    const cut = driver.records;
    const step = driver.layout.columns.columns[4]?.step.id ?? point.step;
    driver.editor.goTo({ kind: 'step', id: step });
    driver.clipboard.paste(offer ?? { things: '', text: '' });
    expect(driver.feeling('Curious')).toMatchObject({ step, lane: point.lane, persona: point.persona });
    undoAndRedo(driver, cut);
  });

  test('come together with cards, and in another project are those of who walks there', async () => {
    const point = driver.feeling('Curious');
    const card = driver.card('Taps the ad');
    driver.editor.select([card.id, point.id]);
    const olivier = sampleRecords('olivier.en');
    const step = recordsOfType(olivier, 'step')[0]?.id ?? 'step:';
    const other = await pasteElsewhere({ kind: 'step', id: step });
    expect(other.state.selection).toHaveLength(2);
    const walker = other.layout.map.personas[0];
    const made = other.state.selection.flatMap((id) => other.records.get(id) ?? []);
    expect(made.find(({ type }) => type === 'emotion')).toMatchObject({ label: 'Curious', persona: walker, step });
    undoAndRedo(other, olivier);
  });
});

describe('selecting', () => {
  test('a lane, and then with Ctrl+A what stands in it, and then everything', () => {
    const lane = laneOf('Only two photos');
    driver.click({ kind: 'lane', id: lane });
    driver.tools.actions.selectAll();
    const inLane = driver.state.selection.length;
    expect(inLane).toBeGreaterThan(2);
    for (const id of driver.state.selection) expect(driver.records.get(id)).toMatchObject({ type: 'card', lane });
    driver.tools.actions.selectAll();
    expect(driver.state.selection.length).toBeGreaterThan(inLane);
  });

  test('what stands in two steps and a stage', () => {
    const [stage] = driver.layout.columns.stages;
    const { step } = driver.card('Size chart is hard');
    if (stage === undefined) throw new Error('The sample has no stage');
    driver.editor.select([stage.stage.id, step]);
    driver.tools.actions.selectWithin();
    expect(driver.state.selection).toContain(driver.card('Stops scrolling').id);
    expect(driver.state.selection).toContain(driver.card('Size chart is hard').id);
    expect(driver.state.selection).toContain(driver.feeling('Curious').id);
    expect(driver.state.selection).not.toContain(driver.card('Wanders through').id);
    driver.editor.select([driver.card('Stops scrolling').id]);
    driver.tools.actions.selectWithin();
    expect(driver.state.refusal).toMatchObject({ code: 'nothingWithin' });
  });
});

describe('a picture', () => {
  const asset = {
    type: 'asset',
    id: 'asset:leaf',
    hash: 'ab'.repeat(32),
    mime: 'image/png',
    width: 4,
    height: 3,
    description: 'A leaf',
  } as const;

  async function pasteLeaf(comes: boolean): Promise<EditorDriver> {
    const card = driver.card('Only two photos');
    const records = withRecords(before, asset, { ...card, asset: asset.id });
    driver = await EditorDriver.open(records);
    driver.editor.select([card.id]);
    const offer = driver.clipboard.copy();
    expect(offer?.pictures).toEqual([asset.hash]);
    const other = await EditorDriver.open(sampleRecords('olivier.en'));
    if (comes) other.pictures.add(asset.hash);
    other.clipboard.paste(offer ?? { things: '', text: '' });
    await Promise.resolve();
    await Promise.resolve();
    return other;
  }

  test('comes along with its card into another project', async () => {
    const other = await pasteLeaf(true);
    const pasted = other.card('Only two photos');
    expect(pasted.asset && getRecord(other.records, pasted.asset)).toMatchObject({
      hash: asset.hash,
      description: 'A leaf',
    });
    expect(other.state.refusal).toBeNull();
    undoAndRedo(other, sampleRecords('olivier.en'));
  });

  test('that cannot come stays behind with a sentence, and its card comes without it', async () => {
    const other = await pasteLeaf(false);
    expect(other.card('Only two photos').asset).toBeNull();
    expect(other.state.refusal).toMatchObject({ code: 'pictureStayed' });
  });

  test('is put on a picture card in place of the one it has', () => {
    const step = driver.card('Stops scrolling').step;
    driver.addPictureCard(step);
    const [card] = driver.state.selection as readonly Id<'card'>[];
    const empty = driver.records;
    const { type: _, id: __, ...picture } = asset;
    driver.editor.edit(setCardPicture, { card: card ?? 'card:', picture });
    const given = card && getRecord(driver.records, card)?.asset;
    expect(given && getRecord(driver.records, given)).toMatchObject({ hash: asset.hash });
    undoAndRedo(driver, empty);
  });
});

test('several stages are given a colour as one entry of the history', () => {
  const stages = driver.layout.columns.stages.slice(0, 3).map(({ stage }) => stage.id);
  driver.editor.edit(colourStages, { stages, colour: 'heather' });
  for (const id of stages) expect(getRecord(driver.records, id)?.colour).toBe('heather');
  undoAndRedo(driver, before);
});

test('a text of 100,000 characters is refused with a sentence and changes nothing', () => {
  driver.click({ kind: 'card', id: driver.card('Only two photos').id });
  driver.clipboard.paste({ things: '', text: 'x'.repeat(100_000) });
  expect(driver.state.refusal).toMatchObject({ code: 'textTooLong' });
  expect(driver.records).toBe(before);
});
