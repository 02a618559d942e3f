import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../shared/records/limits.ts';
import { cleanText } from '../../shared/util/cleanText.ts';
import { useApplication, useSession } from '../ApplicationContext.ts';
import { Button } from '../controls/Button.tsx';
import styles from './dialog.module.css';

/** Asks once, at the first save, whose name the versions of projects bear. */
export function AuthorDialog() {
  const { t } = useTranslation();
  const { accountName } = useApplication();
  const answer = useSession((session) => session.answerAuthor);
  const [name, setName] = useState(accountName);
  const author = cleanText(name).replaceAll('\n', ' ').trim();
  return (
    <Dialog.Root open={answer !== null} onOpenChange={(isOpen) => !isOpen && answer?.(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.scrim} />
        <Dialog.Popup
          className={styles.popup}
          render={
            <form
              onSubmit={(event) => {
                event.preventDefault();
                if (author !== '') answer?.(author);
              }}
            />
          }
        >
          <Dialog.Title className={styles.title}>{t('author.title')}</Dialog.Title>
          <Dialog.Description className={styles.text}>{t('author.text')}</Dialog.Description>
          <label className={styles.label}>
            {t('author.name')}
            <input
              className={styles.field}
              value={name}
              maxLength={LIMITS.name}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <div className={styles.buttons}>
            <Button look="ghost" onClick={() => answer?.(null)}>
              {t('action.cancel')}
            </Button>
            <Button look="main" type="submit" disabled={author === ''}>
              {t('author.save')}
            </Button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
