import { basename } from 'node:path';
import { formatBytes } from '../../../shared/i18n/formats.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Language } from '../../../shared/ipc/bridge.ts';
import type { OpenFault } from '../../../shared/ipc/projectStore.ts';
import type { Result } from '../../../shared/util/result.ts';
import type { CliContext } from './cliCommand.ts';
import { type CliFault, type ExitCode, misfortune } from './cliFault.ts';

/** Why a project could not be read, in the words of the window. */
export function openSentence(fault: OpenFault, name: string, language: Language, translate: Translate): string {
  if (fault.code === 'missing') return translate('cli.missing', { name });
  const sizes =
    fault.code === 'tooLarge'
      ? { size: formatBytes(language, fault.bytes), most: formatBytes(language, fault.most) }
      : { size: '', most: '' };
  const title = translate(`fault.open.${fault.code}.title`, { name });
  return `${title} ${translate(`fault.open.${fault.code}.text`, { name, ...sizes })}`;
}

/** How a command about a file ends that could not be read. */
export function exitCodeOf({ code }: OpenFault): ExitCode {
  if (code === 'damaged' || code === 'nothingLeft') return 3;
  if (code === 'notAProject' || code === 'empty' || code === 'notAFile' || code === 'tooLarge') return 4;
  if (code === 'newerSchema') return 5;
  return code === 'hostile' || code === 'tookTooLong' ? 6 : 1;
}

/** The fault of a command about a file that could not be read. */
export function unreadable(
  fault: OpenFault,
  path: string,
  { language, translate }: Pick<CliContext, 'language' | 'translate'>,
): Result<never, CliFault> {
  return misfortune(openSentence(fault, basename(path), language, translate), exitCodeOf(fault));
}
