import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../shared/records/limits.ts';
import { cleanText } from '../../shared/util/cleanText.ts';
import { Button } from '../controls/Button.tsx';
import styles from '../dialogs/dialog.module.css';

interface NameVersionDialogProps {
  readonly open: boolean;
  /** What it is called so far. */
  readonly name: string;
  readonly text: string;
  /** Whether a name can be taken away. */
  readonly mayBeEmpty: boolean;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks what a version shall be called. */
export function NameVersionDialog({ open, text, onClose, ...form }: NameVersionDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.scrim} />
        <Dialog.Popup className={styles.popup}>
          <Dialog.Title className={styles.title}>{t('history.nameTitle')}</Dialog.Title>
          <Dialog.Description className={styles.text}>{text}</Dialog.Description>
          <NameForm onClose={onClose} {...form} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function NameForm({ name, mayBeEmpty, onName, onClose }: Omit<NameVersionDialogProps, 'open' | 'text'>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name);
  const given = cleanText(typed).replaceAll('\n', ' ').trim();
  const isReady = mayBeEmpty ? given !== name : given !== '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onName(given);
      }}
    >
      <label className={styles.label}>
        {t('history.nameLabel')}
        <input
          className={styles.field}
          value={typed}
          maxLength={LIMITS.name}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <div className={styles.buttons}>
        <Button look="ghost" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button look="main" type="submit" disabled={!isReady}>
          {given === '' && name !== '' ? t('history.unname') : t('history.nameIt')}
        </Button>
      </div>
    </form>
  );
}
