import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';

interface QuestionProps {
  readonly open: boolean;
  readonly title: string;
  readonly text: string;
  /** Lines below the text. */
  readonly details?: readonly string[];
  /** Escape was pressed. */
  readonly onDismiss: () => void;
  /** The answers, the one that does it last. */
  readonly children: ReactNode;
}

/** A sentence that must be answered before anything else goes on. */
export function Question({ open, title, text, details = [], onDismiss, children }: QuestionProps) {
  return (
    <AlertDialog.Root open={open} onOpenChange={(isOpen) => !isOpen && onDismiss()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.scrim} />
        <AlertDialog.Popup className={styles.popup}>
          <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
          <AlertDialog.Description className={styles.text}>{text}</AlertDialog.Description>
          {details.length > 0 && (
            <ul className={styles.details}>
              {details.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          <div className={styles.buttons}>{children}</div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
