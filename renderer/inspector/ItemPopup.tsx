import { Popover } from '@base-ui/react/popover';
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import fields from './fields/fields.module.css';
import styles from './inspector.module.css';

interface ItemPopupProps {
  readonly title: string;
  readonly deleteLabel: string;
  readonly onDelete: () => void;
  readonly children: ReactNode;
}

/** The fields of something many cards share: a source, a channel, a tag. */
export function ItemPopup({ title, deleteLabel, onDelete, children }: ItemPopupProps) {
  return (
    <Popover.Portal>
      <Popover.Positioner className={fields.overDialog} side="left" sideOffset={8} align="start">
        <Popover.Popup className={styles.itemPopup}>
          <Popover.Title className={styles.itemTitle}>{title}</Popover.Title>
          {children}
          <Popover.Close className={styles.textButton} onClick={onDelete}>
            <Trash2 size={15} aria-hidden="true" />
            {deleteLabel}
          </Popover.Close>
        </Popover.Popup>
      </Popover.Positioner>
    </Popover.Portal>
  );
}
