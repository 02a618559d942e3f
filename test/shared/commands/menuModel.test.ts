import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../shared/commands/catalogue.ts';
import { buildMenus, type MenuItem, type MenuState } from '../../../shared/commands/menuModel.ts';

const state: MenuState = {
  platform: 'linux',
  context: 'start',
  settings: { language: 'nl', theme: 'system', author: '' },
};

function commandsIn(items: readonly MenuItem[]): readonly (MenuItem & { kind: 'command' })[] {
  return items.flatMap((item) => {
    if (item.kind === 'menu') return commandsIn(item.items);
    return item.kind === 'command' ? [item] : [];
  });
}

describe('the menus', () => {
  test('hold every command that names a place, once', () => {
    const ids = commandsIn(buildMenus(state)).map(({ id }) => id);
    const placed = COMMANDS.filter(({ menu }) => menu !== null).map(({ id }) => id);
    expect([...ids].sort()).toEqual([...placed].sort());
  });

  test('grey out what needs a map on the start screen', () => {
    const items = commandsIn(buildMenus(state));
    expect(items.find(({ id }) => id === 'file.save')?.enabled).toBe(false);
    expect(items.find(({ id }) => id === 'file.open')?.enabled).toBe(true);
  });

  test('mark the language and look that are set', () => {
    const chosen = commandsIn(buildMenus(state)).filter(({ chosen }) => chosen === true);
    expect(chosen.map(({ id }) => id)).toEqual(['view.themeSystem', 'view.languageDutch']);
  });

  test('neither begin nor end with a line, and have no two lines in a row', () => {
    for (const { items } of buildMenus(state)) {
      const kinds = items.map(({ kind }) => kind).join(' ');
      expect(kinds).not.toMatch(/^line|line$|line line/);
    }
  });
});
