import { LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication, useSession } from '../ApplicationContext.ts';
import { cancelOpening } from '../commands/openProject.ts';
import { Button } from '../controls/Button.tsx';
import styles from './OpeningNotice.module.css';

/** That a file is being opened, with the way out: a drive may not answer, and a file may take long to check. */
export function OpeningNotice() {
  const { t } = useTranslation();
  const app = useApplication();
  const name = useSession((session) => session.openingName);
  return (
    <div role="status">
      {name !== null && (
        <div className={styles.notice}>
          <LoaderCircle size={18} aria-hidden="true" />
          <p>{name === '' ? t('start.opening') : t('start.openingFile', { name })}</p>
          <Button onClick={() => cancelOpening(app)}>{t('action.cancel')}</Button>
        </div>
      )}
    </div>
  );
}
