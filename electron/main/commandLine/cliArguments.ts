import { parseArgs } from 'node:util';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { type Result, success } from '../../../shared/util/result.ts';
import { type CliFault, misuse } from './cliFault.ts';

/** A command's arguments: words, and the values of options. */
export interface CliArguments {
  readonly words: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  /** Those of the options without a value that were given. */
  readonly flags: ReadonlySet<string>;
}

/** Reads a command's arguments; an option's value stands after it (`--paper A1` or `--paper=A1`). */
export function parseCliArguments(
  args: readonly string[],
  command: { readonly name: string; readonly options: readonly string[]; readonly flags?: readonly string[] },
  translate: Translate,
): Result<CliArguments, CliFault> {
  const known = command.flags ?? [];
  const options = Object.fromEntries([
    ...command.options.map((name) => [name, { type: 'string' as const }]),
    ...known.map((name) => [name, { type: 'boolean' as const }]),
  ]);
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const words: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName: option, value, inlineValue } = token;
    if (known.includes(name)) {
      flags.add(name);
      continue;
    }
    if (!command.options.includes(name))
      return misuse(translate('cli.unknownOption', { option, command: command.name }));
    // `--pdf --png a.png` forgot a name; one that really begins with a dash can be written as ./-name.
    if (value === undefined || value === '' || (!inlineValue && value.startsWith('-'))) {
      return misuse(translate('cli.missingValue', { option, command: command.name }));
    }
    values.set(name, value);
  }
  return success({ words, values, flags });
}
