import { Bookmark } from 'lucide-react';
import { type RefObject, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRecent } from '../../shared/i18n/formats.ts';
import type { DocumentVersion } from '../../shared/ipc/projectStore.ts';
import { useDocument, useSettings } from '../ApplicationContext.ts';
import { countWords } from './countWords.ts';
import styles from './history.module.css';

interface VersionListProps {
  /** Newest first; null until they are known. */
  readonly versions: readonly DocumentVersion[] | null;
  /** A, the version that is looked at. */
  readonly from: DocumentVersion | null;
  /** B, what it is compared with; null for the document as it is now. */
  readonly to: DocumentVersion | null;
  readonly onChooseFrom: (revision: string) => void;
  readonly onChooseTo: (revision: string | null) => void;
  readonly list: RefObject<HTMLElement | null>;
}

/** The versions on this computer, newest first: when, by whom, and what changed. A and B are chosen among them. */
export function VersionList({ versions, from, to, onChooseFrom, onChooseTo, list }: VersionListProps) {
  const { t } = useTranslation();
  const unsaved = useDocument(({ save }) => save.unsavedEdits) ?? 0;
  const at = versions?.findIndex(({ revision }) => revision === from?.revision) ?? -1;
  return (
    <nav ref={list} className={styles.versions} tabIndex={-1} aria-label={t('history.versions')}>
      {unsaved > 0 && <p className={styles.note}>{t('history.unsaved', { count: unsaved })}</p>}
      {versions?.length === 0 && <p className={styles.note}>{t('history.none')}</p>}
      {versions !== null && versions.length > 0 && (
        <ul>
          <li className={styles.entry}>
            <span className={styles.version}>
              <span className={styles.versionName}>{t('history.now')}</span>
              <span className={styles.versionLine}>{t('history.nowLine')}</span>
            </span>
            <End end="B" name={t('history.now')} isChosen={to === null} onChoose={() => onChooseTo(null)} />
          </li>
          {versions.map((version, index) => (
            <VersionRow
              key={version.revision}
              version={version}
              isFrom={index === at}
              isTo={version.revision === to?.revision}
              mayBeTo={index < at}
              onChooseFrom={() => onChooseFrom(version.revision)}
              onChooseTo={() => onChooseTo(version.revision)}
            />
          ))}
        </ul>
      )}
    </nav>
  );
}

interface VersionRowProps {
  readonly version: DocumentVersion;
  readonly isFrom: boolean;
  readonly isTo: boolean;
  /** It is newer than A. */
  readonly mayBeTo: boolean;
  readonly onChooseFrom: () => void;
  readonly onChooseTo: () => void;
}

function VersionRow({ version, isFrom, isTo, mayBeTo, onChooseFrom, onChooseTo }: VersionRowProps) {
  const { t } = useTranslation();
  const language = useSettings((settings) => settings.language);
  const { name, at, author, changes, isSaved } = version;
  const when = formatRecent(language, t, at, Date.now());
  return (
    <li className={styles.entry}>
      <button type="button" className={styles.version} aria-current={isFrom || undefined} onClick={onChooseFrom}>
        <span className={styles.versionName}>
          {name !== '' && <Bookmark size={14} strokeWidth={2.1} aria-hidden="true" />}
          {name === '' ? when : name}
        </span>
        <span className={styles.versionLine}>
          {[name === '' ? '' : when, author, isSaved ? t('history.inFile') : ''].filter(Boolean).join(' · ')}
        </span>
        <span className={styles.versionLine}>{changes === null ? t('history.oldest') : countWords(t, changes)}</span>
      </button>
      <End end="A" name={name || when} isChosen={isFrom} onChoose={onChooseFrom} />
      {mayBeTo && <End end="B" name={name || when} isChosen={isTo} onChoose={onChooseTo} />}
    </li>
  );
}

interface EndProps {
  readonly end: 'A' | 'B';
  /** Of the version. */
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** Makes a version one end of the comparison. Arrow keys go from one to the next. */
function End({ end, name, isChosen, onChoose }: EndProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <span className={styles.end} data-end={end}>
      <input
        id={id}
        type="radio"
        name={`end ${end}`}
        checked={isChosen}
        aria-label={t(end === 'A' ? 'history.compareFrom' : 'history.compareTo', { name })}
        onChange={onChoose}
      />
      <label htmlFor={id} aria-hidden="true">
        {end}
      </label>
    </span>
  );
}
