import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { menuTemplate } from '../../../electron/main/menus/menuTemplate.ts';
import { NO_MENU_FACTS } from '../../../shared/commands/menuFacts.ts';
import type { MenuState } from '../../../shared/commands/menuModel.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { SETTINGS } from '../../fixtures/settings.ts';

const state: MenuState = {
  platform: 'darwin',
  ...NO_MENU_FACTS,
  context: 'map',
  settings: { ...SETTINGS, language: 'system', theme: 'dark' },
};

function itemsOf(template: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

describe('the native menu', () => {
  test('is in the language of the person', () => {
    const template = menuTemplate(state, createTranslator('nl'), vi.fn());
    expect(template.map(({ label }) => label)).toEqual(['Bestand', 'Bewerken', 'Beeld', 'Help']);
  });

  test('runs the command that was chosen', () => {
    const run = vi.fn();
    const save = itemsOf(menuTemplate(state, createTranslator('en'), run)).find(({ id }) => id === 'file.save');
    expect(save).toMatchObject({ label: 'Save', enabled: true, accelerator: 'CmdOrCtrl+S' });
    Reflect.apply(save?.click ?? vi.fn(), undefined, []);
    expect(run).toHaveBeenCalledExactlyOnceWith('file.save');
  });

  test('leaves the text commands to the system', () => {
    const items = itemsOf(menuTemplate(state, createTranslator('en'), vi.fn()));
    expect(items.find(({ label }) => label === 'Copy')).toEqual({ label: 'Copy', role: 'copy' });
  });

  test('says what undo would take back', () => {
    const undo = { label: 'edit.moveCards', count: 3 } as const;
    const items = itemsOf(menuTemplate({ ...state, undo }, createTranslator('nl'), vi.fn()));
    expect(items.find(({ id }) => id === 'map.undo')?.label).toBe('Ongedaan maken: 3 kaartjes verplaatsen');
    expect(items.find(({ id }) => id === 'map.redo')).toMatchObject({ label: 'Opnieuw', enabled: false });
  });

  test('takes no key on macOS that somebody types', () => {
    const accelerators = (platform: MenuState['platform']) =>
      itemsOf(menuTemplate({ ...state, platform }, createTranslator('en'), vi.fn())).flatMap(({ accelerator }) =>
        accelerator === undefined ? [] : [accelerator],
      );
    const plain = (given: readonly string[]) => given.filter((keys) => !/Ctrl|^F\d+$/.test(keys));
    expect(plain(accelerators('darwin'))).toEqual([]);
    expect(plain(accelerators('linux'))).toContain('Shift+1');
  });

  test('ticks the look that is set', () => {
    const items = itemsOf(menuTemplate(state, createTranslator('en'), vi.fn()));
    const ticked = items.filter(({ type, checked }) => type === 'radio' && checked);
    expect(ticked.map(({ id }) => id)).toEqual(['view.themeDark', 'view.languageSystem']);
  });
});
