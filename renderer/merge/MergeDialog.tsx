import { Dialog } from '@base-ui/react/dialog';
import { useTranslation } from 'react-i18next';
import { useApplication, useSession } from '../ApplicationContext.ts';
import dialog from '../dialogs/dialog.module.css';
import { MergeList } from './MergeList.tsx';
import styles from './merge.module.css';

/** Two copies side by side: what clashes is decided, the rest is told (UI.md section 10). */
export function MergeDialog() {
  const { t } = useTranslation();
  const { session } = useApplication();
  const merging = useSession((state) => state.merging);
  const leave = (): void => session.getState().merging?.answer(null);
  return (
    <Dialog.Root open={merging !== null} onOpenChange={(isOpen) => !isOpen && leave()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.scrim} />
        <Dialog.Popup className={`${dialog.sheet} ${styles.popup}`}>
          <Dialog.Title className={styles.title}>{t('merge.title')}</Dialog.Title>
          {merging !== null && <MergeList merging={merging} onLeave={leave} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
