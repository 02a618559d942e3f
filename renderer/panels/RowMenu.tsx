import { Menu } from '@base-ui/react/menu';
import { Ellipsis, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import popup from '../controls/popup.module.css';
import styles from './rows.module.css';

/** One thing that can be done to a row. */
export interface RowAction {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onDo: () => void;
}

interface RowMenuProps {
  /** Whose actions these are. */
  readonly name: string;
  readonly actions: readonly RowAction[];
}

/** What can be done to a row, behind three dots that show while the row is pointed at or has the focus. */
export function RowMenu({ name, actions }: RowMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu.Root>
      <Menu.Trigger className={styles.more} aria-label={t('row.actions', { name })}>
        <Ellipsis size={16} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={popup.positioner} sideOffset={4} align="start">
          <Menu.Popup className={popup.popup}>
            {actions.map(({ label, icon: Icon, onDo }) => (
              <Menu.Item key={label} className={popup.item} onClick={onDo}>
                <Icon size={16} aria-hidden="true" />
                {label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
