import { describe, expect, test } from 'vitest';
import { addArrow } from '../../../shared/edits/arrows.ts';
import { edit } from '../../../shared/edits/defineEdit.ts';
import { recordsOfType } from '../../../shared/records/records.ts';
import { ICONS } from '../../../shared/scene/icons.ts';
import { PAPER_SIZES } from '../../../shared/scene/paper.ts';
import { pointsOnPaper } from '../../../shared/scene/poster.ts';
import { isDrawnAt, type Scene, type SceneItem } from '../../../shared/scene/scene.ts';
import { sceneToSvg } from '../../../shared/scene/sceneToSvg.ts';
import { THEMES } from '../../../shared/scene/theme.ts';
import { documentOf } from '../../fixtures/projects.ts';
import { firstMap, sampleRecords } from '../../fixtures/sampleProjects.ts';
import { posterOf, sceneBuilder, sheetLayouter } from '../../fixtures/sheets.ts';

const SAMPLES = ['sarah.en', 'sarah.nl', 'olivier.en', 'olivier.nl'];
const imageUrl = (hash: string): string => `picture-${hash.slice(0, 8)}`;

function everyItem(scene: Scene): readonly SceneItem[] {
  const open = (item: SceneItem): readonly SceneItem[] =>
    item.kind === 'group' ? [item, ...item.items.flatMap(open)] : [item];
  return scene.bands.flatMap((band) => band.parts.flatMap((part) => part.items().flatMap(open)));
}

function textOf(scene: Scene): string {
  return everyItem(scene)
    .flatMap((item) => (item.kind === 'text' && isDrawnAt(item, null) ? [item.text] : []))
    .join(' ');
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe('the poster', () => {
  test.each(SAMPLES)('%s is drawn as before', async (name) => {
    const records = sampleRecords(name);
    const { scene } = posterOf(records, firstMap(records), 'A1', name.endsWith('nl') ? 'nl' : 'en');
    const svg = sceneToSvg(scene, { theme: 'light', imageUrl });
    await expect(`${svg.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(`golden/${name}.poster.svg`);
  });

  test.each(SAMPLES)('%s says every word of its cards, stages, steps and feelings', (name) => {
    const records = sampleRecords(name);
    const map = firstMap(records);
    const said = words(textOf(posterOf(records, map, 'A1').scene));
    const lanes = recordsOfType(records, 'lane').filter((lane) => lane.map === map);
    const hidden =
      records.get(map)?.type === 'map' ? recordsOfType(records, 'map').flatMap((each) => each.hiddenPersonas) : [];
    const cards = recordsOfType(records, 'card').filter((card) => lanes.some((lane) => lane.id === card.lane));
    const shown = cards.filter((card) => card.persona === null || !hidden.includes(card.persona));
    expect(shown.length).toBeGreaterThan(40);
    for (const card of shown) expect(said).toContain(words(card.text));
    for (const stage of recordsOfType(records, 'stage').filter((each) => each.map === map))
      expect(said).toContain(words(stage.goal));
  });

  test.each(Object.entries(PAPER_SIZES))('has the ratio of %s', (paper, size) => {
    const records = sampleRecords('sarah.en');
    const poster = posterOf(records, firstMap(records), paper === 'A4' ? 'A4' : 'A0');
    expect(poster.scene.width / poster.scene.height).toBeCloseTo(poster.pageWidth / poster.pageHeight, 2);
    expect(size.width).toBeGreaterThan(size.height);
  });

  test('a page that fits is as wide as A1 and as high as its map', () => {
    const records = sampleRecords('sarah.en');
    const poster = posterOf(records, firstMap(records), 'fit');
    expect(poster.pageWidth).toBe(841);
    expect(poster.scene.width / poster.scene.height).toBeCloseTo(poster.pageWidth / poster.pageHeight, 6);
  });

  test('a page that would be longer than a PDF can be becomes narrower instead', () => {
    const records = documentOf(
      [...sampleRecords('sarah.en').values()].map((record) =>
        record.type === 'card' ? { ...record, text: 'Windstärkenmessgerät '.repeat(200).trim() } : record,
      ),
    );
    const poster = posterOf(records, firstMap(records), 'fit');
    expect(poster.pageHeight).toBe(5000);
    expect(poster.scene.width / poster.scene.height).toBeCloseTo(poster.pageWidth / poster.pageHeight, 6);
  });

  test('long texts make the sheet wider rather than clip: everything stays inside the neat line', () => {
    const records = new Map(
      [...sampleRecords('sarah.en')].map(([id, record]) => [
        id,
        record.type === 'card' ? { ...record, text: 'Windstärkenmessgerät '.repeat(28).trim() } : record,
      ]),
    );
    const poster = posterOf(records, firstMap(records), 'A1');
    expect(poster.scene.width).toBeGreaterThan(2400);
    expect(poster.scene.width / poster.scene.height).toBeCloseTo(841 / 594, 2);
    for (const band of poster.scene.bands) {
      for (const part of band.parts)
        expect(band.y + part.box.y + part.box.height).toBeLessThanOrEqual(poster.scene.height);
    }
    expect(words(textOf(poster.scene))).toContain('Windstärkenmessgerät Windstärkenmessgerät');
  });

  test('text of 12.5 px on a sheet of 2400 px is 12.4 pt on A1 (UI.md section 9)', () => {
    expect(pointsOnPaper(12.5, 841, 2400)).toBeCloseTo(12.4, 1);
    expect(pointsOnPaper(12.5, 1189, 2400)).toBeCloseTo(17.55, 1);
    expect(pointsOnPaper(12.5, 297, 2400)).toBeCloseTo(4.4, 1);
  });

  test('explains only the signs that are on it', () => {
    const blank = sampleRecords('five-stage-shop.en');
    expect(textOf(posterOf(blank, firstMap(blank), 'A3').scene)).not.toContain('pain point');
    const sarah = sampleRecords('sarah.en');
    expect(textOf(posterOf(sarah, firstMap(sarah), 'A3').scene)).toContain('pain point');
  });
});

describe('the sheet', () => {
  const records = sampleRecords('sarah.en');
  const map = firstMap(records);

  test('no item of a map is magenta: that is the tool talking', () => {
    const scene = sceneBuilder().build(sheetLayouter().layout(records, map), records);
    const svg =
      sceneToSvg(scene, { theme: 'light', imageUrl }) +
      sceneToSvg(posterOf(records, map, 'A1').scene, { theme: 'light', imageUrl });
    for (const token of ['tool', 'tool-tint', 'tool-on'] as const) {
      if (THEMES.light[token] !== '#FFFFFF') expect(svg).not.toContain(THEMES.light[token]);
    }
  });

  test('parts keep their identity in lanes that did not change', () => {
    const layouter = sheetLayouter();
    const builder = sceneBuilder();
    const before = builder.build(layouter.layout(records, map), records);
    const card = recordsOfType(records, 'card').find((each) => each.kind === 'pain');
    if (card === undefined) throw new Error('no pain point');
    const next = new Map(records).set(card.id, { ...card, evidenceNote: '3 of 8 interviews' });
    const after = builder.build(layouter.layout(next, map), next);
    const changed = after.bands.filter((band, at) => band.parts !== before.bands[at]?.parts).map((band) => band.key);
    expect(changed).toEqual([card.lane]);
  });

  test('an edit that moves nothing gives its card a new part and leaves every other as it is', () => {
    const layouter = sheetLayouter();
    const builder = sceneBuilder();
    const before = builder.build(layouter.layout(records, map), records);
    const card = recordsOfType(records, 'card').find((each) => each.kind === 'action');
    if (card === undefined) throw new Error('no action');
    const next = new Map(records).set(card.id, { ...card, text: card.text.replace(/.$/, '!') });
    const after = builder.build(layouter.layout(next, map), next);
    const known = new Set(before.bands.flatMap(({ parts }) => parts));
    const fresh = after.bands.flatMap(({ parts }) => parts).filter((part) => !known.has(part));
    expect(fresh.map(({ key }) => key)).toEqual([card.id]);
  });

  test('what lies under a lane that grew is made anew, and its name stays', () => {
    const layouter = sheetLayouter();
    const builder = sceneBuilder();
    const before = builder.build(layouter.layout(records, map), records);
    const card = recordsOfType(records, 'card').find((each) => each.kind === 'pain');
    if (card === undefined) throw new Error('no pain point');
    const next = new Map(records).set(card.id, { ...card, text: `${card.text} and more `.repeat(9).trim() });
    const after = builder.build(layouter.layout(next, map), next);
    const known = new Set(before.bands.flatMap(({ parts }) => parts));
    const fresh = after.bands.flatMap(({ parts }) => parts).filter((part) => !known.has(part));
    expect(fresh.map(({ key }) => key)).toContain(`${recordsOfType(records, 'stage')[0]?.id} territory`);
    expect(fresh.map(({ key }) => key)).not.toContain(`${card.lane} label`);
  });

  test('what leads from card to card lies under the cards, its words above them, here and on the poster', () => {
    const [from, to] = recordsOfType(records, 'card').filter(({ kind }) => kind === 'action');
    if (from === undefined || to === undefined) throw new Error('no actions');
    const environment = { randomText: () => 'new', now: () => 1 };
    const arrow = { map, from: { card: from.id }, to: { card: to.id }, label: 'and so' };
    const done = edit(records, environment, addArrow, arrow);
    if (!done.ok) throw new Error(done.reason.code);
    const next = done.value.records;
    const builder = sceneBuilder();
    const scene = builder.build(sheetLayouter().layout(next, map), next);
    for (const { bands } of [scene, posterOf(next, map, 'A1').scene]) {
      const keys = bands.map(({ key }) => key);
      expect(keys.indexOf('links')).toBeGreaterThan(keys.indexOf('heads'));
      expect(keys.indexOf('links')).toBeLessThan(keys.indexOf(from.lane));
      expect(keys.indexOf('link words')).toBeGreaterThan(keys.indexOf(from.lane));
    }
    const linked = recordsOfType(records, 'card').flatMap(({ links }) => links);
    expect(scene.bands.find(({ key }) => key === 'links')?.parts).toHaveLength(linked.length + 1);
    const words = scene.bands.find(({ key }) => key === 'link words')?.parts.flatMap((part) => part.items());
    expect(words).toMatchObject([{ kind: 'text', text: 'and so' }]);
    const without = builder.build(sheetLayouter().layout(records, map), records);
    expect(without.bands.some(({ key }) => key === 'link words')).toBe(false);
  });

  test('below 25 % no words are left but the numbers of the stages', () => {
    const scene = sceneBuilder().build(sheetLayouter().layout(records, map), records);
    const seen = everyItem(scene).flatMap((item) => (item.kind === 'text' && isDrawnAt(item, 0.12) ? [item.text] : []));
    expect(seen).toEqual(['1', '2', '3', '4', '5']);
  });

  test('no text is drawn smaller than 9 px on the screen', () => {
    const scene = sceneBuilder().build(sheetLayouter().layout(records, map), records);
    for (const zoom of [0.1, 0.2, 0.3, 0.5, 0.6, 0.69, 0.71, 1]) {
      for (const item of everyItem(scene)) {
        if (item.kind === 'text' && isDrawnAt(item, zoom)) expect(item.font.size * zoom).toBeGreaterThanOrEqual(9);
      }
    }
  });

  test('markup in a text is text in the SVG', () => {
    const card = recordsOfType(records, 'card').find((each) => each.kind === 'pain');
    if (card === undefined) throw new Error('no pain point');
    const next = new Map(records).set(card.id, { ...card, text: '<b>&"</b>' });
    const svg = sceneToSvg(sceneBuilder().build(sheetLayouter().layout(next, map), next), { theme: 'dark', imageUrl });
    expect(svg).toContain('&lt;b&gt;&amp;&quot;&lt;/b&gt;');
    expect(svg).not.toContain('<b>');
  });

  test('every channel icon of the samples can be drawn', () => {
    for (const name of SAMPLES) {
      for (const channel of recordsOfType(sampleRecords(name), 'channel'))
        expect(Object.keys(ICONS)).toContain(channel.icon);
      for (const card of recordsOfType(sampleRecords(name), 'card'))
        if (card.icon !== '') expect(Object.keys(ICONS)).toContain(card.icon);
    }
  });
});
