import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { coverBox, type PaintOptions, paintScene } from '../../../renderer/canvas/paintScene.ts';
import { uprightFont } from '../../../shared/layout/font.ts';
import type { Scene, SceneItem } from '../../../shared/scene/scene.ts';
import { THEMES } from '../../../shared/scene/theme.ts';
import { FakePath, fakeContext, type Told } from '../support/fakeCanvas.ts';

beforeEach(() => {
  vi.stubGlobal('Path2D', FakePath);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const everywhere = { x: -1000, y: -1000, width: 10_000, height: 10_000 };

function sceneOf(items: readonly SceneItem[], bandY = 0): Scene {
  const box = { x: 0, y: 0, width: 100, height: 100 };
  return {
    width: 1000,
    height: 800,
    background: 'paper',
    bands: [{ key: 'band', y: bandY, height: 100, parts: [{ key: 'part', box, items: () => items }] }],
    heads: box,
    labels: box,
  };
}

/** What painting these items tells a context. */
function paint(items: readonly SceneItem[], options: Partial<PaintOptions> = {}, bandY = 0): readonly Told[] {
  const context = fakeContext();
  const all: PaintOptions = { colours: THEMES.light, zoom: 1, scale: 1, picture: () => null, ...options };
  paintScene(context, sceneOf(items, bandY), everywhere, all);
  return context.told;
}

const names = (told: readonly Told[]) => told.map(([name]) => name);
const firstTold = (told: readonly Told[], name: string) => told.find(([each]) => each === name)?.[1];
const font = uprightFont(15, 500);
const text = (fields: Partial<SceneItem & { kind: 'text' }> = {}): SceneItem => ({
  kind: 'text',
  x: 10,
  y: 20,
  text: 'Checks her size',
  font,
  fill: 'ink',
  ...fields,
});

describe('the painter', () => {
  test('fills and strokes in the theme’s colours', () => {
    const item: SceneItem = { kind: 'path', d: 'M0 0H9', fill: 'k-pain-tint', stroke: 'k-pain', strokeWidth: 1.4 };
    const light = paint([item]);
    expect(firstTold(light, 'fillStyle =')).toBe(THEMES.light['k-pain-tint']);
    expect(firstTold(light, 'strokeStyle =')).toBe(THEMES.light['k-pain']);
    expect(firstTold(light, 'lineWidth =')).toBe(1.4);
    expect(firstTold(paint([item], { colours: THEMES.dark }), 'fillStyle =')).toBe(THEMES.dark['k-pain-tint']);
    expect(firstTold(light, 'fill')).toMatchObject({ d: 'M0 0H9' });
  });

  test('passes over a text that begins beyond what is seen, and never one of unknown width before it', () => {
    const paintAt = (fields: Partial<SceneItem & { kind: 'text' }>) => names(paint([text(fields)]));
    expect(paintAt({ x: 10_500, width: 90 })).not.toContain('fillText');
    expect(paintAt({ x: -1200, width: 90 })).not.toContain('fillText');
    expect(paintAt({ y: -1100 })).not.toContain('fillText');
    expect(paintAt({ x: -1200 })).toContain('fillText');
    expect(paintAt({ x: -1050, width: 90 })).toContain('fillText');
  });

  test('sets a font once for all that are set in it', () => {
    const told = paint([text({ font }), text({ font })]);
    expect(names(told).filter((name) => name === 'font =')).toHaveLength(1);
  });

  test('makes the path of an item once', () => {
    const item: SceneItem = { kind: 'path', d: 'M0 0H9', fill: 'ink' };
    expect(firstTold(paint([item]), 'fill')).toBe(firstTold(paint([item]), 'fill'));
  });

  test('shifts a path and comes back', () => {
    const told = paint([{ kind: 'path', d: 'M0 0H9', x: 30, y: 40, fill: 'ink' }]);
    expect(told.filter(([name]) => name === 'translate')).toEqual([
      ['translate', 0, 0],
      ['translate', 30, 40],
      ['translate', -30, -40],
      ['translate', 0, -0],
    ]);
  });

  test('paints a band where it lies', () => {
    const told = paint([{ kind: 'rect', x: 1, y: 2, width: 3, height: 4, fill: 'ink' }], {}, 250);
    expect(told[0]).toEqual(['translate', 0, 250]);
    expect(told.at(-1)).toEqual(['translate', 0, -250]);
    expect(told).toContainEqual(['fillRect', 1, 2, 3, 4]);
  });

  test('rounds the corners of a rectangle that has them', () => {
    const told = paint([{ kind: 'rect', x: 1, y: 2, width: 30, height: 40, radius: 6, fill: 'card' }]);
    expect(firstTold(told, 'fill')).toMatchObject({ told: [['roundRect', 1, 2, 30, 40, 6]] });
  });

  test('strokes an icon at its width whatever its size', () => {
    const told = paint([{ kind: 'icon', icon: 'flag', x: 5, y: 6, size: 12, stroke: 'k-goal', strokeWidth: 2 }]);
    expect(told).toContainEqual(['scale', 0.5, 0.5]);
    expect(firstTold(told, 'lineWidth =')).toBe(4);
  });

  test('draws text with its font, anchor and place', () => {
    const told = paint([text({ anchor: 'middle' })]);
    expect(firstTold(told, 'font =')).toMatch(/^500 15px Inter/);
    expect(firstTold(told, 'textAlign =')).toBe('center');
    expect(told).toContainEqual(['fillText', 'Checks her size', 10, 20]);
  });

  test('draws a halo before the letters', () => {
    const told = names(paint([text({ halo: { colour: 'paper', width: 5 } })]));
    expect(told.indexOf('strokeText')).toBeGreaterThan(-1);
    expect(told.indexOf('strokeText')).toBeLessThan(told.indexOf('fillText'));
  });

  test('spaces letters for one text and not for the next', () => {
    const told = paint([text({ tracking: -0.02 }), text()]);
    expect(told.filter(([name]) => name === 'letterSpacing =').map(([, value]) => value)).toEqual(['-0.3px', '0px']);
  });

  test('writes from right to left and back again', () => {
    const told = paint([text({ rightToLeft: true }), text()]);
    expect(told.filter(([name]) => name === 'direction =').map(([, value]) => value)).toEqual(['rtl', 'ltr']);
  });

  test('dashes only what is dashed', () => {
    const dashed: SceneItem = { kind: 'path', d: 'M0 0H9', stroke: 'ink', dash: [5, 4] };
    const told = paint([
      dashed,
      { kind: 'path', d: 'M0 1H9', stroke: 'ink' },
      { kind: 'path', d: 'M0 2', stroke: 'ink' },
    ]);
    expect(told.filter(([name]) => name === 'setLineDash')).toEqual([
      ['setLineDash', [5, 4]],
      ['setLineDash', []],
    ]);
  });

  test('leaves out what a zoom does not show', () => {
    const items: readonly SceneItem[] = [
      { kind: 'rect', x: 0, y: 0, width: 1, height: 1, fill: 'ink', level: { from: 0.7 } },
      { kind: 'rect', x: 0, y: 0, width: 2, height: 2, fill: 'ink', level: { below: 0.7 } },
      text(),
    ];
    const drawn = (zoom: number | null) => names(paint(items, { zoom })).filter((name) => /^fill[RT]/.test(name));
    expect(drawn(0.7)).toEqual(['fillRect', 'fillText']);
    expect(drawn(0.5)).toEqual(['fillRect']);
    expect(drawn(null)).toEqual(['fillRect', 'fillText']);
    expect(paint(items, { zoom: 0.1 })).toContainEqual(['fillRect', 0, 0, 2, 2]);
  });

  test('leaves out strokes too thin to be seen and blends dashes too fine to be told apart', () => {
    const line: SceneItem = { kind: 'path', d: 'M0 0H9', stroke: 'ink', strokeWidth: 1, dash: [1, 3] };
    expect(names(paint([line], { scale: 0.1 }))).not.toContain('stroke');
    const told = paint([line], { scale: 0.3 });
    expect(names(told)).not.toContain('setLineDash');
    expect(firstTold(told, 'globalAlpha =')).toBe(0.25);
  });

  test('draws everything as it is for print', () => {
    const line: SceneItem = { kind: 'path', d: 'M0 0H9', stroke: 'ink', strokeWidth: 0.05, dash: [0.1, 0.1] };
    const context = fakeContext();
    const options: PaintOptions = { colours: THEMES.light, zoom: null, picture: () => null };
    paintScene(context, sceneOf([line]), everywhere, options);
    expect(names(context.told)).toContain('stroke');
    expect(names(context.told)).toContain('setLineDash');
  });

  test('clips a group and gives its opacity to everything in it', () => {
    const inner: SceneItem = { kind: 'rect', x: 0, y: 0, width: 5, height: 5, fill: 'ink', fillOpacity: 0.5 };
    const told = paint([{ kind: 'group', clip: 'M0 0H5V5Z', opacity: 0.5, items: [inner] }, inner]);
    expect(names(told).filter((name) => ['save', 'clip', 'restore'].includes(name))).toEqual([
      'save',
      'clip',
      'restore',
    ]);
    expect(told.filter(([name]) => name === 'globalAlpha =').map(([, value]) => value)).toEqual([0.25, 0.5]);
  });

  test('draws a picture so that it fills its frame, and an empty frame before it is there', () => {
    const item: SceneItem = {
      kind: 'image',
      x: 10,
      y: 10,
      width: 100,
      height: 100,
      hash: 'a'.repeat(64),
      pixelWidth: 400,
      pixelHeight: 200,
      description: '',
      radius: 10,
    };
    expect(coverBox(item)).toEqual({ x: -40, y: 10, width: 200, height: 100 });
    const picture = document.createElement('img');
    expect(paint([item], { picture: () => picture })).toContainEqual(['drawImage', picture, -40, 10, 200, 100]);
    expect(names(paint([item]))).not.toContain('drawImage');
    expect(firstTold(paint([item]), 'fillStyle =')).toBe(THEMES.light['chrome-2']);
  });

  test('asks only the parts that meet the box', () => {
    const items = vi.fn((): readonly SceneItem[] => []);
    const scene: Scene = {
      ...sceneOf([]),
      bands: [
        { key: 'a', y: 500, height: 100, parts: [{ key: 'far', box: { x: 0, y: 0, width: 50, height: 50 }, items }] },
      ],
    };
    const options: PaintOptions = { colours: THEMES.light, zoom: 1, scale: 1, picture: () => null };
    paintScene(fakeContext(), scene, { x: 0, y: 0, width: 100, height: 400 }, options);
    expect(items).not.toHaveBeenCalled();
    paintScene(fakeContext(), scene, { x: 0, y: 500, width: 100, height: 400 }, options);
    expect(items).toHaveBeenCalled();
  });
});
