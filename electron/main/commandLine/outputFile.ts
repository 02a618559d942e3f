import { lstat } from 'node:fs/promises';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { PublishFault } from '../../../shared/ipc/projectStore.ts';

/** Whether something stands at a path already; a command never writes over it. */
export function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Why a new project file could not be written; `taken` is what to say when something stands there already. */
export function writeSentence(fault: PublishFault, name: string, taken: string, translate: Translate): string {
  // Somebody was quicker.
  if (fault.code === 'changedOnDisk' || fault.code === 'notAFile') return taken;
  if (fault.code === 'diskFull') return translate('cli.export.diskFull', { name });
  if (fault.code === 'away') return translate('cli.export.noFolder', { name });
  if (fault.code === 'nameTooLong') return translate('cli.export.nameTooLong', { name });
  // What follows the system's code names a temporary file that is gone by now.
  const detail = 'detail' in fault ? fault.detail.replace(/:.*$/su, '') : fault.code;
  return translate('cli.export.notWritable', { name, detail });
}
