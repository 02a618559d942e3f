import { History, Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { editWords } from '../../shared/i18n/editWords.ts';
import { useApplication, useDocument } from '../ApplicationContext.ts';
import { namesOf } from '../commands/followMenu.ts';
import { runCommand } from '../commands/runCommand.ts';
import { useKeycaps } from '../commands/useKeycaps.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { PaletteButton } from '../palette/PaletteButton.tsx';
import { documentName } from '../state/documentName.ts';
import { useLater } from '../useLater.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { LogoButton } from './LogoButton.tsx';
import styles from './rod.module.css';
import { SaveWords } from './SaveWords.tsx';
import { WindowButtons } from './WindowButtons.tsx';

/** The upper rod of the editor: menu, the project's name and where it is kept, what makes files of it. */
export function UpperRod() {
  const { t } = useTranslation();
  const app = useApplication();
  const { platform } = app;
  const name = useDocument(documentName);
  return (
    <header className={`${styles.rod} ${styles.upper}`} data-platform={platform} data-region="upperRod" tabIndex={-1}>
      <LogoButton />
      <h1 className={styles.file}>{name ?? t('app.untitled')}</h1>
      <SaveWords />
      <span className={styles.space} />
      <PaletteButton />
      <span className={styles.space} />
      <TakeBack command="undo" />
      <TakeBack command="redo" />
      <IconButton
        icon={History}
        label={t('command.file.history')}
        keys={useKeycaps('file.history') ?? []}
        size={18}
        onRod
        onClick={() => runCommand(app, 'file.history')}
      />
      <ExportMenu />
      <WindowButtons />
    </header>
  );
}

/** Undo or redo, saying what it would take back or do again. */
function TakeBack({ command }: { readonly command: 'undo' | 'redo' }) {
  const { t } = useTranslation();
  const app = useApplication();
  const { editing } = app;
  const history = useLater([editing], () => editing.getState().history);
  const isIdle = (command === 'undo' ? history.done : history.undone).length === 0;
  return (
    <IconButton
      icon={command === 'undo' ? Undo2 : Redo2}
      label={editWords(t, command, namesOf(history)[command])}
      keys={useKeycaps(`map.${command}`) ?? []}
      size={18}
      onRod
      aria-disabled={isIdle}
      // The keyboard stays on the map, so that what comes back can be gone on with.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => runCommand(app, `map.${command}`)}
    />
  );
}
