import { Menu } from '@base-ui/react/menu';
import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../ApplicationContext.ts';
import { runCommand } from '../commands/runCommand.ts';
import { useKeycaps } from '../commands/useKeycaps.ts';
import { Keycaps } from '../controls/Keycaps.tsx';
import popup from '../controls/popup.module.css';
import styles from './rod.module.css';

/** The button that makes files of the map. */
export function ExportMenu() {
  const { t } = useTranslation();
  const app = useApplication();
  const pdfKeys = useKeycaps('file.exportPdf');
  return (
    <Menu.Root>
      <Menu.Trigger className={styles.outlined}>
        <FileDown size={16} aria-hidden="true" />
        {t('export.button')}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={popup.positioner} sideOffset={8} align="end">
          <Menu.Popup className={popup.popup}>
            <Menu.Item className={popup.item} onClick={() => runCommand(app, 'file.exportPdf')}>
              {t('export.pdf')}
              {pdfKeys !== undefined && <Keycaps keys={pdfKeys} className={popup.keys} />}
            </Menu.Item>
            <Menu.Item className={popup.item} onClick={() => runCommand(app, 'file.exportPng')}>
              {t('export.png')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
