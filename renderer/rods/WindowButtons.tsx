import { Copy, Minus, Square, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication, useSession } from '../ApplicationContext.ts';
import styles from './WindowButtons.module.css';

/** Minimise, maximise, close: where the window has no frame of the system's. */
export function WindowButtons() {
  const { t } = useTranslation();
  const { bridge, platform } = useApplication();
  const maximized = useSession((session) => session.maximized);
  if (platform === 'darwin') return null;
  const Resize = maximized ? Copy : Square;
  return (
    <div className={styles.buttons}>
      <button type="button" aria-label={t('window.minimize')} onClick={() => bridge.minimizeWindow()}>
        <Minus size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        aria-label={t(maximized ? 'window.restore' : 'window.maximize')}
        onClick={() => bridge.toggleMaximized()}
      >
        <Resize size={13} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.close}
        aria-label={t('window.close')}
        onClick={() => bridge.run('file.closeWindow')}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
