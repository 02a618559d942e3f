import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useApplication } from '../ApplicationContext.ts';
import { Button } from '../controls/Button.tsx';
import dialog from '../dialogs/dialog.module.css';
import type { WaitingTable } from './mapClipboard.ts';
import styles from './PasteQuestion.module.css';

/** Rows and columns of the table that are shown before it is pasted. */
const ROWS = 4;
const COLUMNS = 4;

/** Asks what becomes of cards that stand where a table would go. */
export function PasteQuestion() {
  const { t } = useTranslation();
  const { clipboard } = useApplication();
  const waiting = useStore(clipboard.waiting, ({ table }) => table);
  // The words stay while the dialog goes.
  const [shown, setShown] = useState<WaitingTable | null>(waiting);
  useEffect(() => {
    if (waiting !== null) setShown(waiting);
  }, [waiting]);
  const count = shown?.cardsThere ?? 0;
  const rows = shown?.rows ?? [];
  return (
    <AlertDialog.Root open={waiting !== null} onOpenChange={(isOpen) => !isOpen && clipboard.answer('cancel')}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={dialog.scrim} />
        <AlertDialog.Popup className={dialog.popup} finalFocus={canvasOf}>
          <AlertDialog.Title className={dialog.title}>{t('clipboard.title', { count })}</AlertDialog.Title>
          <AlertDialog.Description className={dialog.text}>
            {t('clipboard.text', { count: filledCells(rows) })}
          </AlertDialog.Description>
          <table className={styles.table}>
            <tbody>
              {rows.slice(0, ROWS).map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the table stands as it is until it is answered
                <tr key={at}>
                  {row.slice(0, COLUMNS).map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the same
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length > ROWS && <p className={dialog.hint}>{t('clipboard.more', { count: rows.length - ROWS })}</p>}
          <div className={dialog.buttons}>
            <Button look="ghost" onClick={() => clipboard.answer('cancel')}>
              {t('action.cancel')}
            </Button>
            <Button onClick={() => clipboard.answer('replace')}>{t('clipboard.replace', { count })}</Button>
            <Button look="main" onClick={() => clipboard.answer('below')}>
              {t('clipboard.below')}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

function canvasOf(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-region="canvas"]');
}

function filledCells(rows: WaitingTable['rows']): number {
  return rows.flat().filter((cell) => cell !== '').length;
}
