import { PLATFORMS, type Platform } from '../ipc/bridge.ts';
import type { CardKind } from '../records/card.ts';
import type { CommandId } from './commandIds.ts';
import { type Chord, parseChord } from './keys.ts';
import { KIND_KEYS } from './kindKeys.ts';
import type { CommandContext } from './menuFacts.ts';

/** The menus in their order. A dot leads into a submenu, which stands where its first command stands. */
export const MENUS = ['file', 'edit', 'edit.new', 'view', 'view.theme', 'view.language', 'help'] as const;
export type MenuName = (typeof MENUS)[number];

/** One thing a person can do, told once: menus, palette, shortcut help and tooltips derive from it. */
export interface Command {
  readonly id: CommandId;
  /** Where it stands; commands of one menu stand in the order of the catalogue, groups are divided by a line. */
  readonly menu: { readonly in: MenuName; readonly group: number } | null;
  readonly contexts: readonly CommandContext[];
  /** Chords of keys.ts; the first one is shown. */
  readonly keys: readonly string[];
  /** The chords on systems that have their own. */
  readonly keysOn?: Partial<Record<Platform, readonly string[]>>;
  /** The key that asks for it right after the keys of another command. */
  readonly after?: { readonly command: CommandId; readonly key: string };
  /** Systems that have the command; all when not given. */
  readonly platforms?: readonly Platform[];
}

const anywhere = ['start', 'map', 'item', 'text'] as const;
const onMap = ['map', 'item'] as const;
const onItem = ['item'] as const;
const mapAndText = ['map', 'item', 'text'] as const;
const notOnMac = ['linux', 'win32'] as const;

/** Adds a card of a kind: its letter comes after that of `item.add`. */
function newCard(kind: CardKind): Command {
  const key = KIND_KEYS[kind];
  const menu = { in: 'edit.new', group: 3 } as const;
  const command: Command = { id: `new.${kind}`, menu, contexts: onMap, keys: [] };
  return key === undefined ? command : { ...command, after: { command: 'item.add', key } };
}

/** All commands. */
export const COMMANDS: readonly Command[] = [
  { id: 'file.new', menu: { in: 'file', group: 1 }, contexts: anywhere, keys: ['Mod+N'] },
  { id: 'file.newWindow', menu: { in: 'file', group: 1 }, contexts: anywhere, keys: ['Mod+Shift+N'] },
  { id: 'file.open', menu: { in: 'file', group: 1 }, contexts: anywhere, keys: ['Mod+O'] },
  { id: 'file.save', menu: { in: 'file', group: 2 }, contexts: mapAndText, keys: ['Mod+S'] },
  { id: 'file.saveAs', menu: { in: 'file', group: 2 }, contexts: mapAndText, keys: ['Mod+Shift+S'] },
  { id: 'file.saveCopy', menu: { in: 'file', group: 2 }, contexts: mapAndText, keys: [] },
  { id: 'file.nameVersion', menu: { in: 'file', group: 2 }, contexts: mapAndText, keys: [] },
  { id: 'file.history', menu: { in: 'file', group: 2 }, contexts: mapAndText, keys: ['Mod+Shift+H'] },
  { id: 'file.merge', menu: { in: 'file', group: 2 }, contexts: mapAndText, keys: [] },
  { id: 'file.bringPeople', menu: { in: 'file', group: 2 }, contexts: mapAndText, keys: [] },
  { id: 'file.exportPdf', menu: { in: 'file', group: 3 }, contexts: mapAndText, keys: ['Mod+Shift+E'] },
  { id: 'file.exportPng', menu: { in: 'file', group: 3 }, contexts: mapAndText, keys: [] },
  { id: 'file.settings', menu: { in: 'file', group: 4 }, contexts: anywhere, keys: ['Mod+Comma'] },
  { id: 'file.closeProject', menu: { in: 'file', group: 5 }, contexts: mapAndText, keys: ['Mod+W'] },
  {
    id: 'file.closeWindow',
    menu: { in: 'file', group: 5 },
    contexts: anywhere,
    keys: ['Mod+Shift+W'],
  },
  {
    id: 'file.quit',
    menu: { in: 'file', group: 5 },
    contexts: anywhere,
    keys: ['Mod+Q'],
    // Alt+F4, which closes a window, is the system's own.
    keysOn: { win32: [] },
    // On macOS it stands in the application's menu, which the system makes.
    platforms: notOnMac,
  },

  { id: 'map.undo', menu: { in: 'edit', group: 1 }, contexts: onMap, keys: ['Mod+Z'] },
  {
    id: 'map.redo',
    menu: { in: 'edit', group: 1 },
    contexts: onMap,
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    keysOn: { win32: ['Mod+Y', 'Mod+Shift+Z'] },
  },
  // The system carries these out where the keyboard is: in a text field, or on the map (clipboard/followClipboard.ts).
  { id: 'edit.undo', menu: { in: 'edit', group: 1 }, contexts: ['text'], keys: ['Mod+Z'] },
  {
    id: 'edit.redo',
    menu: { in: 'edit', group: 1 },
    contexts: ['text'],
    keys: ['Mod+Shift+Z'],
    keysOn: { win32: ['Mod+Y'] },
  },
  { id: 'edit.cut', menu: { in: 'edit', group: 2 }, contexts: ['item', 'text'], keys: ['Mod+X'] },
  { id: 'edit.copy', menu: { in: 'edit', group: 2 }, contexts: ['item', 'text'], keys: ['Mod+C'] },
  { id: 'edit.paste', menu: { in: 'edit', group: 2 }, contexts: mapAndText, keys: ['Mod+V'] },
  { id: 'edit.selectAll', menu: { in: 'edit', group: 2 }, contexts: ['text'], keys: ['Mod+A'] },
  { id: 'map.duplicate', menu: { in: 'edit', group: 2 }, contexts: onItem, keys: ['Mod+D'] },
  { id: 'map.remove', menu: { in: 'edit', group: 2 }, contexts: onItem, keys: ['Delete', 'Backspace'] },
  { id: 'map.selectAll', menu: { in: 'edit', group: 2 }, contexts: onMap, keys: ['Mod+A'] },
  { id: 'map.selectWithin', menu: { in: 'edit', group: 2 }, contexts: onItem, keys: [] },
  { id: 'map.addStep', menu: { in: 'edit', group: 4 }, contexts: onMap, keys: [] },
  { id: 'map.addStage', menu: { in: 'edit', group: 4 }, contexts: onMap, keys: [] },
  { id: 'map.addLane', menu: { in: 'edit', group: 4 }, contexts: onMap, keys: [] },
  { id: 'map.addPersona', menu: { in: 'edit', group: 4 }, contexts: onMap, keys: [] },
  // In an empty cell letters begin a card, so there it has a key that types nothing.
  { id: 'item.add', menu: { in: 'edit', group: 3 }, contexts: onItem, keys: ['N', 'Insert'] },
  newCard('action'),
  newCard('touchpoint'),
  newCard('thought'),
  newCard('question'),
  newCard('quote'),
  newCard('pain'),
  newCard('opportunity'),
  newCard('idea'),
  newCard('companyAction'),
  newCard('goal'),
  newCard('measure'),
  newCard('picture'),
  newCard('dropOff'),
  { id: 'item.link', menu: { in: 'edit', group: 3 }, contexts: onItem, keys: ['Mod+L'] },
  { id: 'item.evidence', menu: { in: 'edit', group: 3 }, contexts: onItem, keys: ['E'] },
  { id: 'item.raise', menu: { in: 'edit', group: 3 }, contexts: onItem, keys: ['Plus'] },
  { id: 'item.lower', menu: { in: 'edit', group: 3 }, contexts: onItem, keys: ['Minus'] },
  { id: 'map.find', menu: { in: 'edit', group: 5 }, contexts: mapAndText, keys: ['Mod+F'] },
  {
    id: 'map.replace',
    menu: { in: 'edit', group: 5 },
    contexts: mapAndText,
    keys: ['Mod+H'],
    // Mod+H hides the application.
    keysOn: { darwin: ['Mod+Alt+F'] },
  },

  { id: 'view.menu', menu: null, contexts: anywhere, keys: ['F10'], platforms: notOnMac },
  { id: 'view.palette', menu: { in: 'view', group: 1 }, contexts: mapAndText, keys: ['Mod+K'] },
  { id: 'view.zoomIn', menu: { in: 'view', group: 1 }, contexts: mapAndText, keys: ['Mod+Plus'] },
  { id: 'view.zoomOut', menu: { in: 'view', group: 1 }, contexts: mapAndText, keys: ['Mod+Minus'] },
  { id: 'view.zoomActual', menu: { in: 'view', group: 1 }, contexts: mapAndText, keys: ['Mod+0'] },
  { id: 'view.zoomFit', menu: { in: 'view', group: 1 }, contexts: onMap, keys: ['Shift+1'] },
  { id: 'view.toggleLeftPanel', menu: { in: 'view', group: 2 }, contexts: mapAndText, keys: ['F4'] },
  { id: 'view.toggleRightPanel', menu: { in: 'view', group: 2 }, contexts: mapAndText, keys: ['F8'] },
  { id: 'view.themeSystem', menu: { in: 'view.theme', group: 3 }, contexts: anywhere, keys: [] },
  { id: 'view.themeLight', menu: { in: 'view.theme', group: 3 }, contexts: anywhere, keys: [] },
  { id: 'view.themeDark', menu: { in: 'view.theme', group: 3 }, contexts: anywhere, keys: [] },
  { id: 'view.languageSystem', menu: { in: 'view.language', group: 3 }, contexts: anywhere, keys: [] },
  { id: 'view.languageEnglish', menu: { in: 'view.language', group: 3 }, contexts: anywhere, keys: [] },
  { id: 'view.languageDutch', menu: { in: 'view.language', group: 3 }, contexts: anywhere, keys: [] },
  {
    id: 'view.fullScreen',
    menu: { in: 'view', group: 4 },
    contexts: anywhere,
    keys: ['F11'],
    keysOn: { darwin: ['Mod+Ctrl+F'] },
  },

  { id: 'help.keys', menu: { in: 'help', group: 1 }, contexts: ['start', 'map', 'item'], keys: ['Question'] },
  { id: 'help.about', menu: { in: 'help', group: 1 }, contexts: anywhere, keys: [] },
];

const byId = new Map(COMMANDS.map((command) => [command.id, command]));

/** The command of an id. */
export function getCommand(id: CommandId): Command {
  const command = byId.get(id);
  if (command === undefined) throw new Error(`No such command: ${id}`);
  return command;
}

/** Whether a system has the command. */
export function isOn(command: Command, platform: Platform): boolean {
  return (command.platforms ?? PLATFORMS).includes(platform);
}

/** The chords of a command on a system, the one to show first; none where the system does not have the command. */
export function chordsOf(command: Command, platform: Platform): readonly Chord[] {
  if (!isOn(command, platform)) return [];
  return (command.keysOn?.[platform] ?? command.keys).map(parseChord);
}

/** The chords to press one after the other for a command that comes after another; empty for any other. */
export function sequenceOf(command: Command, platform: Platform): readonly Chord[] {
  const [first] = command.after === undefined ? [] : chordsOf(getCommand(command.after.command), platform);
  return first === undefined || command.after === undefined ? [] : [first, parseChord(command.after.key)];
}

/** The i18n key of a command's name. */
export function commandTitleKey<Name extends CommandId>(id: Name): `command.${Name}` {
  return `command.${id}`;
}

const MENU_TITLE_KEYS = {
  file: 'menu.file',
  edit: 'menu.edit',
  'edit.new': 'menu.newCard',
  view: 'menu.view.title',
  'view.theme': 'menu.view.theme',
  'view.language': 'menu.view.language',
  help: 'menu.help',
} as const satisfies Record<MenuName, string>;

/** The i18n key of a menu's name. */
export function menuTitleKey<Name extends MenuName>(name: Name): (typeof MENU_TITLE_KEYS)[Name] {
  return MENU_TITLE_KEYS[name];
}
