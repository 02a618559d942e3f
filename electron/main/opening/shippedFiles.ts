import { join } from 'node:path';
import { app } from 'electron';
import type { Language, SampleName, TemplateName } from '../../../shared/ipc/bridge.ts';

/** A sample or template that came with Meander, in a language. */
export function shippedFile(
  folder: 'samples' | 'templates',
  name: SampleName | TemplateName,
  language: Language,
): string {
  // Packed, they stand beside the archive: the storage process copies real files only.
  const root = app.getAppPath().replace(/\.asar$/, '.asar.unpacked');
  return join(root, 'assets', folder, `${name}.${language}.meander`);
}
