import type { TFunction } from 'i18next';
import { Check, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatSaved } from '../../shared/i18n/formats.ts';
import type { Language } from '../../shared/ipc/bridge.ts';
import type { SaveState } from '../../shared/ipc/projectStore.ts';
import { useDocument, useSession, useSettings } from '../ApplicationContext.ts';
import { withoutEnding } from '../state/documentName.ts';
import styles from './rod.module.css';

/** Where the work is safe, in words. */
export function SaveWords() {
  const { t } = useTranslation();
  const save = useDocument((document) => document.save);
  const saving = useSession((session) => session.saving);
  const language = useSettings((settings) => settings.language);
  if (save === null) return null;
  const isSaved = save.fileName !== null && save.unsavedEdits === 0;
  const Icon = isSaved && !saving ? Check : CircleDashed;
  return (
    <span className={styles.saved} role="status">
      <Icon size={14} strokeWidth={2.1} aria-hidden="true" />
      {saving ? t('save.saving') : saveWords(t, language, save)}
    </span>
  );
}

function saveWords(t: TFunction, language: Language, save: SaveState): string {
  if (save.fileName === null) return t('save.notSaved');
  if (save.readOnly) return t('save.readOnly');
  if (save.unsavedEdits > 0 || save.savedAt === null) return t('save.kept');
  const when = formatSaved(language, t, save.savedAt, Date.now());
  return t('save.savedTo', { name: withoutEnding(save.fileName), when });
}
