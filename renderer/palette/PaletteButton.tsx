import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../ApplicationContext.ts';
import { runCommand } from '../commands/runCommand.ts';
import { useKeycaps } from '../commands/useKeycaps.ts';
import { Keycaps } from '../controls/Keycaps.tsx';
import styles from './palette.module.css';

/** The field in the upper rod that opens the palette. */
export function PaletteButton() {
  const { t } = useTranslation();
  const app = useApplication();
  const keys = useKeycaps('view.palette') ?? [];
  return (
    <button
      type="button"
      className={styles.button}
      aria-haspopup="dialog"
      onClick={() => runCommand(app, 'view.palette')}
    >
      <Search size={15} aria-hidden="true" />
      <span className={styles.buttonWords}>{t('palette.open')}</span>
      <Keycaps keys={[keys.join(' ')]} onRod />
    </button>
  );
}
