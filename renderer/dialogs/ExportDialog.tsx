import { Dialog } from '@base-ui/react/dialog';
import { useTranslation } from 'react-i18next';
import { useApplication, useDocument, useSession } from '../ApplicationContext.ts';
import { recordOf } from '../state/recordOf.ts';
import type { SessionState } from '../state/sessionStore.ts';
import styles from './dialog.module.css';
import { ExportChoice } from './ExportChoice.tsx';
import { ExportDone, ExportFailed, ExportWork } from './ExportSteps.tsx';

/** Makes a file of the map: choose, follow it, find it. */
export function ExportDialog() {
  const { t } = useTranslation();
  const { bridge, session } = useApplication();
  const exporting = useSession((state) => state.exporting);
  const mapId = useSession((state) => state.map);
  const map = useDocument(({ records }) => recordOf(records, mapId));
  const close = (): void => {
    if (exporting?.at.step === 'work') void bridge.cancelExport();
    else session.setState({ exporting: null });
  };
  return (
    <Dialog.Root open={exporting !== null} onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.scrim} />
        <Dialog.Popup className={styles.popup}>
          <Dialog.Title className={styles.title}>{t('export.title')}</Dialog.Title>
          <Dialog.Description className={styles.subtitle}>
            {t('export.subtitle', {
              title: map?.title || t('left.untitledMap'),
              version: map?.version ?? 1,
            })}
          </Dialog.Description>
          {exporting !== null && <ExportStepView exporting={exporting} onClose={close} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface ExportStepViewProps {
  readonly exporting: NonNullable<SessionState['exporting']>;
  readonly onClose: () => void;
}

function ExportStepView({ exporting: { format, at }, onClose }: ExportStepViewProps) {
  switch (at.step) {
    case 'choose':
      return <ExportChoice format={format} onClose={onClose} />;
    case 'work':
      return <ExportWork done={at.done} onCancel={onClose} />;
    case 'done':
      return <ExportDone format={format} fileName={at.fileName} onClose={onClose} />;
    case 'failed':
      return <ExportFailed format={format} fault={at.fault} onClose={onClose} />;
  }
}
