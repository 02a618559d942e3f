import { useTranslation } from 'react-i18next';
import { useKeycaps } from '../commands/useKeycaps.ts';
import { Keycaps } from '../controls/Keycaps.tsx';
import styles from './Hints.module.css';

/** The most useful keys for what one is doing. */
export function Hints() {
  const { t } = useTranslation();
  const fitKeys = useKeycaps('view.zoomFit') ?? [];
  const actualKeys = useKeycaps('view.zoomActual') ?? [];
  const wheelKeys = [actualKeys[0] ?? '', t('hints.wheel')];
  return (
    <section className={styles.hints}>
      <h2>{t('hints.title')}</h2>
      <ul>
        <li>
          <Keycaps keys={wheelKeys} onRod /> {t('hints.zoom')}
        </li>
        <li>
          <Keycaps keys={fitKeys} onRod /> {t('hints.whole')}
        </li>
      </ul>
    </section>
  );
}
