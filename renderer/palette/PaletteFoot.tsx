import { useTranslation } from 'react-i18next';
import { useApplication } from '../ApplicationContext.ts';
import { Keycaps } from '../controls/Keycaps.tsx';
import styles from './palette.module.css';

/** The keys of the palette itself. */
export function PaletteFoot() {
  const { t } = useTranslation();
  const { platform } = useApplication();
  const mod = platform === 'darwin' ? '⌘' : 'Ctrl';
  return (
    <div className={styles.foot}>
      <span>
        <Keycaps keys={['↑', '↓']} /> {t('palette.choose')}
      </span>
      <span>
        <Keycaps keys={['Enter']} /> {t('palette.go')}
      </span>
      <span>
        <Keycaps keys={[mod, 'Enter']} /> {t('palette.edit')}
      </span>
      <span className={styles.prefixes}>{t('palette.prefixes', { command: '>', person: '@', step: '#' })}</span>
    </div>
  );
}
