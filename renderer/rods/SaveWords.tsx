import type { TFunction } from 'i18next';
import { Check, CircleDashed, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatSaved } from '../../shared/i18n/formats.ts';
import type { Language } from '../../shared/ipc/bridge.ts';
import type { CommitFault, SaveState } from '../../shared/ipc/projectStore.ts';
import { useApplication, useEditing, useSession, useSettings } from '../ApplicationContext.ts';
import { shortName } from '../state/documentName.ts';
import { useLater } from '../useLater.ts';
import styles from './rod.module.css';

/** Where the work is safe, in words; the worst that is true comes first. */
export function SaveWords() {
  const { t } = useTranslation();
  const { documents } = useApplication();
  const save = useLater([documents], () => documents.getState().document?.save ?? null);
  const saving = useSession((session) => session.saving);
  const frozen = useEditing((state) => state.frozen);
  const late = useEditing((state) => state.late);
  const autosave = useSettings(({ settings }) => settings.autosave);
  const language = useSettings((settings) => settings.language);
  if (save === null) return null;
  const [Icon, words] = saveWords(t, language, { save, saving, frozen, late, autosave });
  return (
    <span className={styles.saved} role="status" data-warns={Icon === TriangleAlert}>
      <Icon size={14} strokeWidth={2.1} aria-hidden="true" />
      {words}
    </span>
  );
}

interface Safety {
  readonly save: SaveState;
  readonly saving: boolean;
  readonly frozen: CommitFault | null;
  readonly late: boolean;
  readonly autosave: boolean;
}

function saveWords(t: TFunction, language: Language, safety: Safety): [LucideIcon, string] {
  const { save, saving, frozen, late, autosave } = safety;
  if (frozen !== null) return [TriangleAlert, t(frozen.code === 'damaged' ? 'save.damaged' : 'save.notKept')];
  if (late) return [TriangleAlert, t('save.late')];
  if (saving) return [CircleDashed, t('save.saving')];
  if (save.fileName === null) return [CircleDashed, t('save.notSaved')];
  if (save.readOnly) return [CircleDashed, t('save.readOnly')];
  if (save.unsavedEdits > 0 || save.savedAt === null) {
    return [CircleDashed, t(autosave ? 'save.keptSoon' : 'save.kept')];
  }
  const when = formatSaved(language, t, save.savedAt, Date.now());
  return [Check, t('save.savedTo', { name: shortName(save.fileName), when })];
}
