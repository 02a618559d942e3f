import { Bookmark } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRecent } from '../../shared/i18n/formats.ts';
import type { DocumentVersion } from '../../shared/ipc/projectStore.ts';
import { useDocument, useSettings } from '../ApplicationContext.ts';
import { countWords } from './countWords.ts';
import styles from './history.module.css';

interface VersionListProps {
  readonly versions: readonly DocumentVersion[];
  readonly chosen: DocumentVersion | null;
  readonly onChoose: (revision: string) => void;
  readonly list: RefObject<HTMLElement | null>;
}

/** The versions on this computer, newest first: when, by whom, and what changed. */
export function VersionList({ versions, chosen, onChoose, list }: VersionListProps) {
  const { t } = useTranslation();
  const unsaved = useDocument(({ save }) => save.unsavedEdits) ?? 0;
  return (
    <nav ref={list} className={styles.versions} tabIndex={-1} aria-label={t('history.versions')}>
      {unsaved > 0 && <p className={styles.note}>{t('history.unsaved', { count: unsaved })}</p>}
      {versions.length === 0 && <p className={styles.note}>{t('history.none')}</p>}
      <ul>
        {versions.map((version) => (
          <li key={version.revision}>
            <VersionRow
              version={version}
              isChosen={version.revision === chosen?.revision}
              onChoose={() => onChoose(version.revision)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface VersionRowProps {
  readonly version: DocumentVersion;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function VersionRow({ version, isChosen, onChoose }: VersionRowProps) {
  const { t } = useTranslation();
  const language = useSettings((settings) => settings.language);
  const { name, at, author, changes, isSaved } = version;
  const when = formatRecent(language, t, at, Date.now());
  return (
    <button type="button" className={styles.version} aria-current={isChosen || undefined} onClick={onChoose}>
      <span className={styles.versionName}>
        {name !== '' && <Bookmark size={14} strokeWidth={2.1} aria-hidden="true" />}
        {name === '' ? when : name}
      </span>
      <span className={styles.versionLine}>
        {[name === '' ? '' : when, author, isSaved ? t('history.inFile') : ''].filter(Boolean).join(' · ')}
      </span>
      <span className={styles.versionLine}>{changes === null ? t('history.oldest') : countWords(t, changes)}</span>
    </button>
  );
}
