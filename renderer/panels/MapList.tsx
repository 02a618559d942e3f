import { useTranslation } from 'react-i18next';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useApplication, useDocument, useSession } from '../ApplicationContext.ts';
import { joinNames } from '../controls/joinNames.ts';
import { feelingsAlong } from './feelings.ts';
import { MiniCurve } from './MiniCurve.tsx';
import styles from './panel.module.css';

/** The project's maps; choosing one shows it. */
export function MapList() {
  const { t } = useTranslation();
  const { session } = useApplication();
  const records = useDocument((document) => document.records);
  const shown = useSession(({ map }) => map);
  if (records === null) return null;
  const index = indexRecords(records);
  return (
    <section className={styles.section}>
      <h2>{t('left.maps')}</h2>
      <ul>
        {index.roots('map').map((map) => {
          const isShown = map.id === shown;
          const title = map.title === '' ? t('left.untitledMap') : map.title;
          return (
            <li key={map.id}>
              <button
                type="button"
                className={joinNames(styles.row, isShown && styles.on)}
                aria-current={isShown ? 'true' : undefined}
                onClick={() => session.setState({ map: map.id })}
              >
                <span className={styles.words}>
                  {title}
                  <small>{t(`mapState.${map.state}`)}</small>
                </span>
                <MiniCurve values={feelingsAlong(map, index)} active={isShown} />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
