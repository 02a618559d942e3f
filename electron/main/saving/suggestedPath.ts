import { dirname, join } from 'node:path';
import { app } from 'electron';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { DocumentContents } from '../../../shared/ipc/projectStore.ts';
import { safeFileName } from '../files/safeFileName.ts';

/** A place to suggest for a new file: beside the project's own, or among the person's documents. */
export function suggestPath(ownPath: string | null, name: string): string {
  return join(ownPath === null ? app.getPath('documents') : dirname(ownPath), name);
}

/** A file name, without ending, for a project that has none: its title, or its first map's. */
export function suggestName({ records }: Pick<DocumentContents, 'records'>, translate: Translate): string {
  const titles = records.flatMap((record) => (record.type === 'project' || record.type === 'map' ? [record] : []));
  const named = titles.sort((a, b) => rank(a.type) - rank(b.type)).find(({ title }) => title !== '');
  return safeFileName(named?.title ?? '', translate('app.untitled'));
}

function rank(type: 'project' | 'map'): number {
  return type === 'project' ? 0 : 1;
}
