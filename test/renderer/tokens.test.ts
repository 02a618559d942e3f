import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FONT_FAMILY } from '../../shared/scene/sceneToSvg.ts';
import { THEMES } from '../../shared/scene/theme.ts';

const css = readFileSync(join(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8');
const [, light = '', dark = ''] = css.split(/^(?::root|\[data-theme="dark"\]) \{/m);

/** The variables of one block, by name. */
function variables(block: string): ReadonlyMap<string, string> {
  const end = block.indexOf('\n}');
  return new Map(
    [...block.slice(0, end).matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

describe.each([
  ['light', variables(light)],
  ['dark', variables(dark)],
] as const)('the style sheet in the %s look', (theme, sheet) => {
  test('has every colour the canvas has, and the same', () => {
    const colours = Object.fromEntries(
      Object.keys(THEMES[theme]).map((name) => [name, sheet.get(name)?.toUpperCase()]),
    );
    expect(colours).toEqual(THEMES[theme]);
  });
});

test('panels are set in the same typefaces as maps', () => {
  const plain = (list: string | undefined) => list?.replaceAll(/['"]/g, '');
  expect(plain(variables(light).get('font'))).toBe(plain(FONT_FAMILY));
});

/** Relative luminance and contrast as WCAG 2 defines them. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const channel = (at: number): number => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

test.each(['light', 'dark'] as const)('text of the panels can be read in the %s look', (theme) => {
  const of = THEMES[theme];
  const pairs = [
    [of.ink, of.chrome],
    [of['ink-2'], of.chrome],
    [of['ink-3'], of.chrome],
    [of['ink-3'], of.desk],
    [of['ink-2'], of['chrome-2']],
    [of.ink, of['river-tint']],
    [of['ink-2'], of['river-tint']],
    [of['rod-ink'], of.rod],
    [of['rod-ink-2'], of.rod],
    [of['on-solid'], of.river],
    [of.ink, of['danger-tint']],
  ] as const;
  for (const [text, ground] of pairs)
    expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  expect(contrast(of['line-3'], of.chrome)).toBeGreaterThanOrEqual(3);
});
