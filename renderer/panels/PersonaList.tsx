import { Eye, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { getRecord } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useDocument, useSession } from '../ApplicationContext.ts';
import { joinNames } from '../controls/joinNames.ts';
import { Portrait } from './Portrait.tsx';
import styles from './panel.module.css';

/** Who walks the ways of this project, and who of them is on the map shown. */
export function PersonaList() {
  const { t } = useTranslation();
  const records = useDocument((document) => document.records);
  const mapId = useSession(({ map }) => map);
  if (records === null) return null;
  const map = mapId === null ? undefined : getRecord(records, mapId);
  const personas = indexRecords(records).roots('persona');
  return (
    <section className={styles.section}>
      <h2>{t('left.personas')}</h2>
      <ul>
        {personas.length === 0 && (
          <li className={styles.row}>
            <Portrait persona={null} size={30} />
            <span className={styles.words}>{t('left.noPersona')}</span>
          </li>
        )}
        {personas.map((persona) => {
          const isShown = map?.personas.includes(persona.id) === true && !map.hiddenPersonas.includes(persona.id);
          const Icon = isShown ? Eye : EyeOff;
          return (
            <li key={persona.id} className={joinNames(styles.row, !isShown && styles.off)}>
              <Portrait persona={persona} size={30} />
              <span className={styles.words}>
                <span className={isShown ? styles.strong : undefined}>
                  {persona.name === '' ? t('left.unnamedPersona') : persona.name}
                </span>
                <small>{persona.summary}</small>
              </span>
              <span className={styles.end}>
                <Icon size={16} strokeWidth={1.9} aria-hidden="true" />
                {!isShown && <span className="visually-hidden">{t('left.personaHidden')}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
