import { describe, expect, test } from 'vitest';
import { COMMANDS, isOn } from '../../../shared/commands/catalogue.ts';
import { NO_MENU_FACTS } from '../../../shared/commands/menuFacts.ts';
import { buildMenus, type MenuItem, type MenuState } from '../../../shared/commands/menuModel.ts';
import { PLATFORMS } from '../../../shared/ipc/bridge.ts';
import { SETTINGS } from '../../fixtures/settings.ts';

const state: MenuState = {
  ...NO_MENU_FACTS,
  platform: 'linux',
  context: 'start',
  settings: { ...SETTINGS, language: 'nl', theme: 'system' },
};

function commandsIn(items: readonly MenuItem[]): readonly (MenuItem & { kind: 'command' })[] {
  return items.flatMap((item) => {
    if (item.kind === 'menu') return commandsIn(item.items);
    return item.kind === 'command' ? [item] : [];
  });
}

describe('the menus', () => {
  test.each(PLATFORMS)('hold every command that names a place, on the map or in a text field: %s', (platform) => {
    const idsIn = (context: MenuState['context']) =>
      commandsIn(buildMenus({ ...state, platform, context })).map(({ id }) => id);
    const placed = COMMANDS.filter((command) => command.menu !== null && isOn(command, platform)).map(({ id }) => id);
    expect(new Set([...idsIn('map'), ...idsIn('text')])).toEqual(new Set(placed));
    for (const context of ['start', 'map', 'item', 'text'] as const)
      expect(new Set(idsIn(context)).size).toBe(idsIn(context).length);
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

  test.each(PLATFORMS)('say undo, redo and select all once, for what has the keyboard: %s', (platform) => {
    const idsIn = (context: MenuState['context']) =>
      commandsIn(buildMenus({ ...state, platform, context }))
        .map(({ id }) => id)
        .filter((id) => /\.(undo|redo|selectAll)$/.test(id));
    expect(idsIn('map')).toEqual(['map.undo', 'map.redo', 'map.selectAll']);
    expect(idsIn('text')).toEqual(['edit.undo', 'edit.redo', 'edit.selectAll']);
  });

  test('offer cut, copy and paste to a card and to a text field', () => {
    const enabled = (context: MenuState['context']) =>
      commandsIn(buildMenus({ ...state, context }))
        .filter(({ id, enabled }) => enabled && /^edit\.(cut|copy|paste)$/.test(id))
        .map(({ id }) => id);
    expect(enabled('item')).toEqual(['edit.cut', 'edit.copy', 'edit.paste']);
    expect(enabled('text')).toEqual(['edit.cut', 'edit.copy', 'edit.paste']);
    expect(enabled('map')).toEqual(['edit.paste']);
    expect(enabled('start')).toEqual([]);
  });

  test('offer undo only where there is something to take back', () => {
    const undoIn = (given: Partial<MenuState>) =>
      commandsIn(buildMenus({ ...state, context: 'map', ...given })).find(({ id }) => id === 'map.undo')?.enabled;
    expect(undoIn({})).toBe(false);
    expect(undoIn({ undo: { label: 'edit.moveCards', count: 3 } })).toBe(true);
  });

  test('neither begin nor end with a line, and have no two lines in a row', () => {
    for (const { items } of PLATFORMS.flatMap((platform) => buildMenus({ ...state, platform }))) {
      const kinds = items.map(({ kind }) => kind).join(' ');
      expect(kinds).not.toMatch(/^line|line$|line line/);
    }
  });
});
