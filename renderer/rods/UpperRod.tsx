import { useTranslation } from 'react-i18next';
import { useApplication, useDocument } from '../ApplicationContext.ts';
import { PaletteButton } from '../palette/PaletteButton.tsx';
import { documentName } from '../state/documentName.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { LogoButton } from './LogoButton.tsx';
import styles from './rod.module.css';
import { SaveWords } from './SaveWords.tsx';
import { WindowButtons } from './WindowButtons.tsx';

/** The upper rod of the editor: menu, the project's name and where it is kept, what makes files of it. */
export function UpperRod() {
  const { t } = useTranslation();
  const { platform } = useApplication();
  const name = useDocument(documentName);
  return (
    <header className={`${styles.rod} ${styles.upper}`} data-platform={platform} data-region="upperRod" tabIndex={-1}>
      <LogoButton />
      <h1 className={styles.file}>{name ?? t('app.untitled')}</h1>
      <SaveWords />
      <span className={styles.space} />
      <PaletteButton />
      <span className={styles.space} />
      <ExportMenu />
      <WindowButtons />
    </header>
  );
}
