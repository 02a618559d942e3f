import { Lock, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication, useEditing } from '../ApplicationContext.ts';
import { saveProject } from '../commands/saveProject.ts';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import styles from './inspector.module.css';

/** Why the last thing asked for was not done, and what would help. */
export function RefusalNote() {
  const { t } = useTranslation();
  const { editing } = useApplication();
  const refusal = useEditing((state) => state.refusal);
  return (
    <div role="status">
      {refusal !== null && (
        <div className={styles.refusal}>
          <p>{t(`refusal.${refusal.code}`)}</p>
          <IconButton
            icon={X}
            size={14}
            label={t('action.close')}
            onClick={() => editing.setState({ refusal: null })}
          />
        </div>
      )}
    </div>
  );
}

/** Why nothing can be changed any more, with the ways to bring the work to safety: the last change is offered again. */
export function FrozenNote() {
  const { t } = useTranslation();
  const app = useApplication();
  const frozen = useEditing((state) => state.frozen);
  return (
    <div role="alert">
      {frozen !== null && (
        <div className={styles.frozen}>
          <p>
            <Lock size={15} aria-hidden="true" /> <strong>{t(`fault.commit.${frozen.code}.title`)}</strong>{' '}
            {t(`fault.commit.${frozen.code}.text`)} {t('inspector.frozen')}
          </p>
          {(frozen.code === 'diskFull' || frozen.code === 'storageFailed') && (
            <Button className={styles.wrap} onClick={() => app.retryEdits()}>
              {t('inspector.tryAgain')}
            </Button>
          )}
          <Button className={styles.wrap} onClick={() => saveProject(app, 'copy')}>
            {t('inspector.saveCopy')}
          </Button>
        </div>
      )}
    </div>
  );
}
