import { Menu } from '@base-ui/react/menu';
import { Ellipsis, type LucideIcon } from 'lucide-react';
import { joinNames } from './joinNames.ts';
import styles from './MoreMenu.module.css';
import popup from './popup.module.css';

/** One thing that can be done. */
export interface MenuAction {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onDo: () => void;
}

interface MoreMenuProps {
  /** What is read aloud of the three dots. */
  readonly label: string;
  readonly actions: readonly MenuAction[];
  readonly align: 'start' | 'end';
  readonly className?: string | undefined;
}

/** What else can be done to a thing, behind three dots. */
export function MoreMenu({ label, actions, align, className }: MoreMenuProps) {
  return (
    <Menu.Root>
      <Menu.Trigger className={joinNames(styles.more, className)} aria-label={label}>
        <Ellipsis size={16} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={popup.positioner} sideOffset={4} align={align}>
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
