import { parseKeybinding } from 'tinykeys';
import { describe, expect, test } from 'vitest';
import { COMMANDS, chordsOf, commandTitleKey } from '../../../shared/commands/catalogue.ts';
import { MAIN_COMMAND_IDS, TEXT_COMMAND_IDS, WINDOW_COMMAND_IDS } from '../../../shared/commands/commandIds.ts';
import { keyCaps, parseChord, toAccelerator, toKeyPattern } from '../../../shared/commands/keys.ts';
import { COMMAND_CONTEXTS } from '../../../shared/commands/menuFacts.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { LANGUAGES, PLATFORMS } from '../../../shared/ipc/bridge.ts';

describe('the catalogue', () => {
  test('tells every command once', () => {
    const ids = COMMANDS.map((command) => command.id);
    expect([...ids].sort()).toEqual([...WINDOW_COMMAND_IDS, ...MAIN_COMMAND_IDS, ...TEXT_COMMAND_IDS].sort());
  });

  test.each(PLATFORMS.flatMap((platform) => COMMAND_CONTEXTS.map((context) => ({ platform, context }))))(
    'gives no chord to two commands: $platform, $context',
    ({ platform, context }) => {
      const claims = new Map<string, string>();
      for (const command of COMMANDS.filter(({ contexts }) => contexts.includes(context)))
        for (const chord of chordsOf(command, platform)) {
          // Mod and Ctrl are one key where there is no Cmd.
          const pressed = keyCaps(chord, platform).join('+');
          expect(claims.get(pressed), `${pressed} is claimed by ${command.id} too`).toBeUndefined();
          claims.set(pressed, command.id);
        }
    },
  );

  test.each(LANGUAGES)('has a name for every command: %s', (language) => {
    const translate = createTranslator(language);
    const nameless = COMMANDS.filter(({ id }) => translate(commandTitleKey(id)) === commandTitleKey(id));
    expect(nameless.map(({ id }) => id)).toEqual([]);
  });

  test('types nothing into a text field that a key command swallows', () => {
    // Given the commands that listen while somebody types
    const inText = COMMANDS.filter(({ contexts }) => contexts.includes('text'));
    // Then each of their chords has a modifier that types nothing, or is a function key
    for (const command of inText)
      for (const platform of PLATFORMS)
        for (const { modifiers, key } of chordsOf(command, platform))
          expect(modifiers.includes('Mod') || /^F\d+$/.test(key), command.id).toBe(true);
  });
});

describe('a chord', () => {
  test('is spelt for menus, for the key binder and for keycaps', () => {
    const chord = parseChord('Shift+Mod+S');
    expect(toAccelerator(chord)).toBe('CmdOrCtrl+Shift+S');
    expect(toKeyPattern(chord)).toBe('$mod+Shift+S');
    expect(keyCaps(chord, 'linux')).toEqual(['Ctrl', 'Shift', 'S']);
    expect(keyCaps(chord, 'darwin')).toEqual(['⌘', '⇧', 'S']);
  });

  test('means a digit as a key, since Shift and a digit types a sign', () => {
    expect(toKeyPattern(parseChord('Shift+1'))).toBe('Shift+Digit1');
  });

  test('takes plus with and without Shift', () => {
    const [press] = parseKeybinding(toKeyPattern(parseChord('Mod+Plus')));
    const [required, optional, key] = press ?? [];
    expect(required).toHaveLength(1);
    expect(optional).toEqual(['Shift']);
    expect(key instanceof RegExp && ['=', '+'].every((typed) => key.test(typed))).toBe(true);
  });

  test.each(['', 'Mod', 'Hyper+S', 'Mod+Save', 'Mod+s'])('is not "%s"', (text) => {
    expect(() => parseChord(text)).toThrow();
  });
});
