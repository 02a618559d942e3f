import type { Platform } from '../ipc/bridge.ts';

/**
 * One press of keys as the catalogue writes it, such as "Mod+Shift+S". Mod is Cmd on macOS and Ctrl elsewhere; the
 * last part is a letter, a digit, or one of KEY_NAMES.
 */
export interface Chord {
  readonly modifiers: readonly Modifier[];
  readonly key: string;
}

/** In the order in which they are written and shown. */
const MODIFIERS = ['Mod', 'Ctrl', 'Alt', 'Shift'] as const;
export type Modifier = (typeof MODIFIERS)[number];

/** How a key is called by Electron's menus, by tinykeys, and on a keycap. */
interface KeyName {
  readonly accelerator: string;
  readonly pattern: string;
  readonly cap: string;
}

/** Keys that are neither a letter, a digit nor F1 to F12. */
const KEY_NAMES: Readonly<Record<string, KeyName>> = {
  // With and without Shift: it is the key with both signs on most keyboards.
  Plus: { accelerator: 'Plus', pattern: '[Shift]+(=|\\+)', cap: '+' },
  // Most keyboards need Shift for it, some do not.
  Question: { accelerator: '?', pattern: '[Shift]+(\\?)', cap: '?' },
  Comma: { accelerator: ',', pattern: ',', cap: ',' },
  Minus: { accelerator: '-', pattern: '-', cap: '−' },
  Insert: { accelerator: 'Insert', pattern: 'Insert', cap: 'Ins' },
  Delete: { accelerator: 'Delete', pattern: 'Delete', cap: 'Del' },
  Backspace: { accelerator: 'Backspace', pattern: 'Backspace', cap: '⌫' },
};

/** Reads a chord; throws for anything else, since only the catalogue writes them. */
export function parseChord(text: string): Chord {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  const modifiers = MODIFIERS.filter((modifier) => parts.includes(modifier));
  const isKey = /^([A-Z0-9]|F([1-9]|1[0-2]))$/.test(key) || key in KEY_NAMES;
  if (!isKey || modifiers.length !== parts.length) throw new Error(`Not a chord: ${text}`);
  return { modifiers, key };
}

/** The chord in Electron's spelling, for a native menu. */
export function toAccelerator({ modifiers, key }: Chord): string {
  const names = modifiers.map((modifier) => (modifier === 'Mod' ? 'CmdOrCtrl' : modifier));
  return [...names, KEY_NAMES[key]?.accelerator ?? key].join('+');
}

/** Whether the chord types nothing in a text field, so that a menu bar may take it from there. */
export function typesNothing({ modifiers, key }: Chord): boolean {
  return modifiers.some((modifier) => modifier === 'Mod' || modifier === 'Ctrl') || /^F\d+$/.test(key);
}

/**
 * The chord in the spelling of tinykeys. Digits are meant as keys of the keyboard (Shift+1 types a sign, and on some
 * keyboards 1 needs Shift), letters as what they type.
 */
export function toKeyPattern({ modifiers, key }: Chord): string {
  const names = modifiers.map((modifier) => ({ Mod: '$mod', Ctrl: 'Control', Alt: 'Alt', Shift: 'Shift' })[modifier]);
  const pattern = /^[0-9]$/.test(key) ? `Digit${key}` : (KEY_NAMES[key]?.pattern ?? key);
  return [...names, pattern].join('+');
}

const CAPS: Readonly<Record<Modifier, string>> = { Mod: 'Ctrl', Ctrl: 'Ctrl', Alt: 'Alt', Shift: 'Shift' };
const MAC_CAPS: Readonly<Record<Modifier, string>> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };

/** What stands on the keycaps of a chord, one text for each key. */
export function keyCaps({ modifiers, key }: Chord, platform: Platform): readonly string[] {
  const caps = platform === 'darwin' ? MAC_CAPS : CAPS;
  return [...modifiers.map((modifier) => caps[modifier]), KEY_NAMES[key]?.cap ?? key];
}
