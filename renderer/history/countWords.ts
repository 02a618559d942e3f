import type { TFunction } from 'i18next';
import type { ChangeCounts } from '../../shared/ipc/projectStore.ts';

/** What a version changed, such as "3 new, 1 changed". */
export function countWords(t: TFunction, { added, changed, removed }: ChangeCounts): string {
  const words = [
    added > 0 ? t('history.added', { count: added }) : '',
    changed > 0 ? t('history.changed', { count: changed }) : '',
    removed > 0 ? t('history.removed', { count: removed }) : '',
  ].filter(Boolean);
  return words.length === 0 ? t('history.unchanged') : words.join(', ');
}
