import type { MenuItemConstructorOptions } from 'electron';
import { commandTitleKey, menuTitleKey } from '../../../shared/commands/catalogue.ts';
import type { CommandId, TextCommandId } from '../../../shared/commands/commandIds.ts';
import { toAccelerator, typesNothing } from '../../../shared/commands/keys.ts';
import { buildMenus, type MenuItem, type MenuState } from '../../../shared/commands/menuModel.ts';
import { editWords } from '../../../shared/i18n/editWords.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';

/** Text commands are the system's own. */
const ROLES: Readonly<Record<TextCommandId, NonNullable<MenuItemConstructorOptions['role']>>> = {
  'edit.undo': 'undo',
  'edit.redo': 'redo',
  'edit.cut': 'cut',
  'edit.copy': 'copy',
  'edit.paste': 'paste',
  'edit.selectAll': 'selectAll',
};

/** The catalogue's menus in Electron's form; `run` is called with what was chosen. */
export function menuTemplate(
  state: MenuState,
  translate: Translate,
  run: (id: CommandId) => void,
): MenuItemConstructorOptions[] {
  const toOptions = (item: MenuItem): MenuItemConstructorOptions => {
    if (item.kind === 'line') return { type: 'separator' };
    if (item.kind === 'menu') return { label: translate(menuTitleKey(item.name)), submenu: item.items.map(toOptions) };
    const { id, chord, enabled, chosen } = item;
    const label = labelOf(id);
    if (isTextCommand(id)) return { label, role: ROLES[id] };
    return {
      id,
      label,
      enabled,
      // The menu bar of macOS takes its keys from text fields too: what types something would never be typed again.
      ...(chord && (state.platform !== 'darwin' || typesNothing(chord)) && { accelerator: toAccelerator(chord) }),
      ...(chosen !== null && { type: 'radio' as const, checked: chosen }),
      click: () => run(id),
    };
  };
  const labelOf = (id: CommandId): string => {
    if (id === 'map.undo') return editWords(translate, 'undo', state.undo);
    if (id === 'map.redo') return editWords(translate, 'redo', state.redo);
    return translate(commandTitleKey(id));
  };
  return buildMenus(state).map(toOptions);
}

function isTextCommand(id: CommandId): id is TextCommandId {
  return id in ROLES;
}
