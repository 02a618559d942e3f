import { chordsOf, getCommand, sequenceOf } from '../../shared/commands/catalogue.ts';
import type { CommandId } from '../../shared/commands/commandIds.ts';
import { keyCaps } from '../../shared/commands/keys.ts';
import type { Platform } from '../../shared/ipc/bridge.ts';
import { useApplication } from '../ApplicationContext.ts';

/** The keys of a command as they stand on keycaps of this system; undefined when it has none. */
export function keycapsOf(command: CommandId, platform: Platform): readonly string[] | undefined {
  const known = getCommand(command);
  const chord = chordsOf(known, platform)[0];
  const chords = chord === undefined ? sequenceOf(known, platform) : [chord];
  return chords.length === 0 ? undefined : chords.flatMap((each) => keyCaps(each, platform));
}

/** The keycaps of a command. */
export function useKeycaps(command: CommandId): readonly string[] | undefined {
  return keycapsOf(command, useApplication().platform);
}
