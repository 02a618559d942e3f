import { Progress } from '@base-ui/react/progress';
import { Check, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportFault, ExportOptions } from '../../shared/ipc/bridge.ts';
import { useApplication } from '../ApplicationContext.ts';
import { askExport } from '../commands/exportMap.ts';
import { Button } from '../controls/Button.tsx';
import styles from './dialog.module.css';

/** How far the export is, and the way to stop it. */
export function ExportWork({ done, onCancel }: { readonly done: number; readonly onCancel: () => void }) {
  const { t } = useTranslation();
  const percent = Math.round(done * 100);
  return (
    <>
      <Progress.Root value={percent} aria-label={t('export.working')}>
        <p className={styles.text}>{percent === 0 ? t('export.working') : t('export.progress', { percent })}</p>
        <Progress.Track className={styles.bar}>
          <Progress.Indicator className={styles.filled} />
        </Progress.Track>
      </Progress.Root>
      <div className={styles.buttons}>
        <Button onClick={onCancel}>{t('action.cancel')}</Button>
      </div>
    </>
  );
}

interface ExportDoneProps {
  readonly format: ExportOptions['format'];
  readonly fileName: string;
  readonly onClose: () => void;
}

/** The file is there. */
export function ExportDone({ format, fileName, onClose }: ExportDoneProps) {
  const { t } = useTranslation();
  const app = useApplication();
  return (
    <>
      <p className={styles.done} role="status">
        <Check size={18} aria-hidden="true" />
        {t('export.savedAs', { name: fileName })}
      </p>
      <div className={styles.buttons}>
        <Button look="ghost" onClick={() => askExport(app, format)}>
          {t('export.again')}
        </Button>
        <Button onClick={() => app.bridge.showExported()}>{t('export.show')}</Button>
        <Button look="main" onClick={onClose}>
          {t('action.close')}
        </Button>
      </div>
    </>
  );
}

interface ExportFailedProps {
  readonly format: ExportOptions['format'];
  readonly fault: ExportFault;
  readonly onClose: () => void;
}

/** There is no file, why, and what to do. */
export function ExportFailed({ format, fault, onClose }: ExportFailedProps) {
  const { t } = useTranslation();
  const app = useApplication();
  const code = fault.code === 'cancelled' ? 'failed' : fault.code;
  return (
    <>
      <p className={`${styles.done} ${styles.warning}`} role="alert">
        <TriangleAlert size={18} aria-hidden="true" />
        {t(`fault.export.${code}.title`)}
      </p>
      <p className={styles.text}>{t(`fault.export.${code}.text`)}</p>
      <div className={styles.buttons}>
        <Button look="ghost" onClick={onClose}>
          {t('action.close')}
        </Button>
        <Button look="main" onClick={() => askExport(app, format)}>
          {t('export.again')}
        </Button>
      </div>
    </>
  );
}
