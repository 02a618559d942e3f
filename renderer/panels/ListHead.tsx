import { type LucideIcon, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../controls/IconButton.tsx';
import styles from './rows.module.css';

interface ListHeadProps {
  readonly title: string;
  readonly aside?: string | undefined;
  /** What the plus makes; nothing when `children` bring a plus of their own. */
  readonly add?: { readonly label: string; readonly onAdd: () => void; readonly icon?: LucideIcon };
  readonly children?: ReactNode;
}

/** The heading of a list, with the way to add to it. */
export function ListHead({ title, aside, add, children }: ListHeadProps) {
  return (
    <div className={styles.head}>
      <h2>
        {title} {aside !== undefined && <span>{aside}</span>}
      </h2>
      {add !== undefined && (
        <IconButton icon={add.icon ?? Plus} size={16} label={add.label} onClick={add.onAdd} small />
      )}
      {children}
    </div>
  );
}
