import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../ApplicationContext.ts';
import { openProject } from '../commands/openProject.ts';
import styles from './DropTarget.module.css';

/** Files dropped anywhere on the window are opened. Without this the window would go to the file. */
export function DropTarget() {
  const { t } = useTranslation();
  const app = useApplication();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const onDragOver = (event: DragEvent): void => {
      event.preventDefault();
      const hasFile = event.dataTransfer?.types.includes('Files') === true;
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = hasFile ? 'copy' : 'none';
      setOver(hasFile);
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void openProject(app, () => app.bridge.openDropped(files));
    };
    window.addEventListener('dragover', onDragOver, { signal });
    window.addEventListener('drop', onDrop, { signal });
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
    return () => stop.abort();
  }, [app]);
  return over ? <div className={styles.over}>{t('start.drop')}</div> : null;
}
