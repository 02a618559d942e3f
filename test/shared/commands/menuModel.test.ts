import { describe, expect, test } from 'vitest';
import { COMMANDS, isOn } from '../../../shared/commands/catalogue.ts';
import { type CommandId, TEXT_COMMAND_IDS } from '../../../shared/commands/commandIds.ts';
import { buildMenus, type MenuItem, type MenuState } from '../../../shared/commands/menuModel.ts';
import { PLATFORMS } from '../../../shared/ipc/bridge.ts';
import { SETTINGS } from '../../fixtures/settings.ts';

const state: MenuState = {
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
  test.each(PLATFORMS)('hold every command that names a place, once: %s', (platform) => {
    const ids = commandsIn(buildMenus({ ...state, platform })).map(({ id }) => id);
    const placed = COMMANDS.filter((command) => command.menu !== null && isOn(command, platform)).map(({ id }) => id);
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

  test('hold the commands of text fields only where these do not know their keys', () => {
    const isText = ({ id }: { readonly id: CommandId }) => TEXT_COMMAND_IDS.some((known) => known === id);
    expect(commandsIn(buildMenus(state)).filter(isText)).toEqual([]);
    expect(commandsIn(buildMenus({ ...state, platform: 'darwin' })).filter(isText)).toHaveLength(
      TEXT_COMMAND_IDS.length,
    );
  });

  test('neither begin nor end with a line, and have no two lines in a row', () => {
    for (const { items } of PLATFORMS.flatMap((platform) => buildMenus({ ...state, platform }))) {
      const kinds = items.map(({ kind }) => kind).join(' ');
      expect(kinds).not.toMatch(/^line|line$|line line/);
    }
  });
});
