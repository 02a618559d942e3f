import { resolve } from 'node:path';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { type ExportOptions, LANGUAGES, type Language, PAPERS } from '../../../shared/ipc/bridge.ts';
import { type Result, success } from '../../../shared/util/result.ts';
import type { CliArguments } from './cliArguments.ts';
import { type CliFault, misuse } from './cliFault.ts';

/** What `meander export` was asked for. */
export interface ExportOrder {
  /** Absolute. */
  readonly file: string;
  readonly outputs: readonly { readonly format: ExportOptions['format']; readonly target: string }[];
  /** The map's title; null for the first map. */
  readonly map: string | null;
  /** The name of the persona whose card is wanted instead of a map; null for none. */
  readonly persona: string | null;
  readonly look: Pick<ExportOptions, 'paper' | 'scale' | 'theme'>;
  readonly language: Language;
}

/** The options of `meander export`. */
export const EXPORT_OPTIONS = ['pdf', 'png', 'map', 'persona', 'paper', 'scale', 'theme', 'lang'] as const;

const FORMATS = ['pdf', 'png'] as const;

/** Understands the arguments of `meander export`; nothing of the disk is looked at yet. */
export function readExportOrder(
  { words, values }: CliArguments,
  cwd: string,
  language: Language,
  translate: Translate,
): Result<ExportOrder, CliFault> {
  const [name, surplus] = words;
  if (name === undefined) return misuse(translate('cli.export.noFile'));
  if (surplus !== undefined) return misuse(translate('cli.surplus', { word: surplus, command: 'export' }));

  const file = resolve(cwd, name);
  const outputs = FORMATS.flatMap((format) => {
    const target = values.get(format);
    return target === undefined ? [] : [{ format, target: resolve(cwd, target) }];
  });
  if (outputs.length === 0) return misuse(translate('cli.export.noOutput'));
  if (outputs.some(({ target }) => target === file)) return misuse(translate('cli.export.ontoItself', { name }));
  if (outputs[0]?.target === outputs[1]?.target) return misuse(translate('cli.export.sameTarget'));

  if (values.has('map') && values.has('persona')) return misuse(translate('cli.export.mapAndPersona'));

  const paper = choose('paper', PAPERS, 'A1');
  const theme = choose('theme', ['light', 'dark'] as const, 'light');
  const chosenLanguage = choose('lang', LANGUAGES, language);
  const scale = readScale();
  if (!paper.ok) return paper;
  if (!theme.ok) return theme;
  if (!chosenLanguage.ok) return chosenLanguage;
  if (!scale.ok) return scale;
  return success({
    file,
    outputs,
    map: values.get('map') ?? null,
    persona: values.get('persona') ?? null,
    look: { paper: paper.value, scale: scale.value, theme: theme.value },
    language: chosenLanguage.value,
  });

  function choose<Choice extends string>(
    option: (typeof EXPORT_OPTIONS)[number],
    choices: readonly Choice[],
    usual: Choice,
  ): Result<Choice, CliFault> {
    const value = values.get(option);
    const found = choices.find((choice) => choice.toLowerCase() === value?.toLowerCase());
    if (value === undefined) return success(usual);
    if (found !== undefined) return success(found);
    return misuse(translate('cli.badValue', { value, option: `--${option}`, choices: choices.join(', ') }));
  }

  function readScale(): Result<number, CliFault> {
    const value = values.get('scale') ?? '1';
    const scale = Number(value);
    // NaN is neither.
    if (scale >= 1 && scale <= 4) return success(scale);
    return misuse(translate('cli.badScale', { value }));
  }
}
