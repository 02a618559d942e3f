import { Menu } from '@base-ui/react/menu';
import { Ellipsis, type LucideIcon } from 'lucide-react';
import { IconButton } from './IconButton.tsx';
import popup from './popup.module.css';

/** One thing that can be done. */
export interface MenuAction {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onDo: () => void;
}

interface MoreMenuProps {
  /** What the three dots are called. */
  readonly label: string;
  readonly actions: readonly MenuAction[];
  readonly align: 'start' | 'end';
  readonly className?: string | undefined;
}

/** What else can be done to a thing, behind three dots. */
export function MoreMenu({ label, actions, align, className }: MoreMenuProps) {
  return (
    <Menu.Root>
      <Menu.Trigger render={<IconButton icon={Ellipsis} label={label} small className={className} />} />
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
