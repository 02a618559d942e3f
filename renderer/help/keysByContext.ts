import type { TFunction } from 'i18next';
import {
  COMMANDS,
  type Command,
  chordsOf,
  commandTitleKey,
  isOn,
  sequenceOf,
} from '../../shared/commands/catalogue.ts';
import { isTextCommand } from '../../shared/commands/commandIds.ts';
import { keyCaps } from '../../shared/commands/keys.ts';
import type { Platform } from '../../shared/ipc/bridge.ts';
import { type MapKey, mapKeyCaps } from './mapKeys.ts';

/** Keys and what they do. */
export interface KeyLine {
  readonly name: string;
  /** The ways to press it, each as its keycaps; one is enough. */
  readonly ways: readonly (readonly string[])[];
}

/** Where keys mean what they mean, in the order in which the help tells it. */
export const KEY_CONTEXTS = ['onMap', 'onItem', 'inText', 'inWindow', 'always'] as const;
export type KeyContext = (typeof KEY_CONTEXTS)[number];

/** The keys that are no commands, by where they work; words under `keys`. */
const MAP_KEYS = {
  onMap: [
    ['arrows', 'walk'],
    ['tab', 'reading'],
    ['enter', 'edit'],
    ['doubleClick', 'edit'],
    ['letters', 'type'],
    ['space', 'pan'],
    ['wheel', 'zoom'],
  ],
  onItem: [
    ['shiftArrows', 'more'],
    ['altArrows', 'move'],
    ['escape', 'out'],
  ],
  inText: [
    ['enter', 'next'],
    ['shiftEnter', 'line'],
    ['tab', 'nextThing'],
    ['escape', 'done'],
  ],
  inWindow: [['regions', 'regions']],
  always: [],
} as const satisfies Record<KeyContext, readonly (readonly [MapKey, string])[]>;

/** All keys by where they work: those of the catalogue's commands and those of the map. */
export function keysByContext(
  t: TFunction,
  platform: Platform,
): readonly { readonly context: KeyContext; readonly lines: readonly KeyLine[] }[] {
  return KEY_CONTEXTS.map((context) => {
    const ofMap = MAP_KEYS[context].map(([key, word]) => ({
      name: t(`keys.${word}`),
      ways: [mapKeyCaps(t, key, platform)],
    }));
    const ofCommands = COMMANDS.filter((command) => isOn(command, platform) && contextOf(command) === context).map(
      (command): KeyLine => {
        const after = sequenceOf(command, platform).flatMap((chord) => keyCaps(chord, platform));
        const ways = chordsOf(command, platform).map((chord) => keyCaps(chord, platform));
        return { name: t(commandTitleKey(command.id)), ways: after.length === 0 ? ways : [...ways, after] };
      },
    );
    return { context, lines: [...ofMap, ...ofCommands.filter(({ ways }) => ways.length > 0)] };
  });
}

/** The widest place where a command's keys work. Those of text fields are the system's, and known. */
function contextOf({ id, contexts }: Command): KeyContext | null {
  if (isTextCommand(id)) return null;
  if (contexts.includes('start')) return 'always';
  if (contexts.includes('text')) return 'inWindow';
  return contexts.includes('map') ? 'onMap' : 'onItem';
}
