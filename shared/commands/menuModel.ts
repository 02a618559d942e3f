import type { Platform, Settings } from '../ipc/bridge.ts';
import { COMMANDS, type Command, chordsOf, isOn, MENUS, type MenuName } from './catalogue.ts';
import type { CommandId } from './commandIds.ts';
import type { Chord } from './keys.ts';
import type { CommandContext, MenuFacts } from './menuFacts.ts';

/** One line of a menu, in words still to be translated. */
export type MenuItem =
  | {
      readonly kind: 'command';
      readonly id: CommandId;
      readonly chord: Chord | null;
      readonly enabled: boolean;
      /** Whether it is the one chosen of its group; null when it is no choice. */
      readonly chosen: boolean | null;
    }
  | { readonly kind: 'line' }
  | { readonly kind: 'menu'; readonly name: MenuName; readonly items: readonly MenuItem[] };

/** What menus depend on. */
export interface MenuState extends MenuFacts {
  readonly platform: Platform;
  readonly settings: Settings;
}

/** The menus in order; one without commands on this system is left out. */
export function buildMenus(state: MenuState): readonly (MenuItem & { readonly kind: 'menu' })[] {
  return MENUS.filter((name) => !name.includes('.'))
    .map((name) => ({ kind: 'menu' as const, name, items: linesOf(name, state) }))
    .filter(({ items }) => items.length > 0);
}

/** What stands in one menu: commands and submenus in the order of the catalogue, a line between groups. */
function linesOf(name: MenuName, state: MenuState): readonly MenuItem[] {
  const lines: MenuItem[] = [];
  const submenus = new Set<MenuName>();
  let group: number | undefined;
  for (const command of COMMANDS) {
    const place = command.menu;
    if (place === null || !isOn(command, state.platform) || !isMeant(command.id, state.context)) continue;
    if (place.in !== name && !place.in.startsWith(`${name}.`)) continue;
    if (submenus.has(place.in)) continue;
    if (group !== undefined && group !== place.group) lines.push({ kind: 'line' });
    group = place.group;
    if (place.in === name) lines.push(commandItem(command, state));
    else {
      submenus.add(place.in);
      lines.push({ kind: 'menu', name: place.in, items: linesOf(place.in, state) });
    }
  }
  return lines;
}

/** The same key and words mean one thing on the map and another in a text field: only one of them is listed. */
const TEXT_TWINS: Partial<Record<CommandId, CommandId>> = {
  'map.undo': 'edit.undo',
  'map.redo': 'edit.redo',
  'map.selectAll': 'edit.selectAll',
};
const TEXT_ONLY = new Set(Object.values(TEXT_TWINS));

function isMeant(id: CommandId, context: CommandContext): boolean {
  return context === 'text' ? TEXT_TWINS[id] === undefined : !TEXT_ONLY.has(id);
}

function commandItem(command: Command, { platform, context, settings, undo, redo }: MenuState): MenuItem {
  const isIdle = (command.id === 'map.undo' && undo === null) || (command.id === 'map.redo' && redo === null);
  return {
    kind: 'command',
    id: command.id,
    chord: chordsOf(command, platform)[0] ?? null,
    enabled: command.contexts.includes(context) && !isIdle,
    chosen: isChosen(command.id, settings),
  };
}

const CHOICES: Partial<Record<CommandId, Partial<Settings>>> = {
  'view.themeSystem': { theme: 'system' },
  'view.themeLight': { theme: 'light' },
  'view.themeDark': { theme: 'dark' },
  'view.languageSystem': { language: 'system' },
  'view.languageEnglish': { language: 'en' },
  'view.languageDutch': { language: 'nl' },
};

/** What a command sets, when it is a choice among settings. */
export function settingOf(id: CommandId): Partial<Settings> | null {
  return CHOICES[id] ?? null;
}

function isChosen(id: CommandId, settings: Settings): boolean | null {
  const { theme, language } = settingOf(id) ?? {};
  if (theme !== undefined) return settings.theme === theme;
  return language === undefined ? null : settings.language === language;
}
