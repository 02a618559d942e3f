import { useTranslation } from 'react-i18next';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useDocument } from '../ApplicationContext.ts';
import styles from './panel.module.css';

/** Loose notes that lie on no map yet. */
export function InboxList() {
  const { t } = useTranslation();
  const records = useDocument((document) => document.records);
  if (records === null) return null;
  const notes = indexRecords(records)
    .roots('note')
    .filter((note) => note.map === null);
  return (
    <section className={styles.section}>
      <h2>
        {t('left.inbox')} {notes.length > 0 && <span>{t('left.inboxHint')}</span>}
      </h2>
      {notes.length === 0 && <p className={styles.empty}>{t('left.emptyInbox')}</p>}
      <ul>
        {notes.map((note) => (
          <li key={note.id} className={styles.note}>
            {note.text}
          </li>
        ))}
      </ul>
    </section>
  );
}
