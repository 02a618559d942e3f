import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './persona.module.css';

interface SheetSectionProps {
  /** A heading, or what a heading is written in. */
  readonly title: ReactNode;
  readonly icon: LucideIcon;
  /** The token of the icon's colour. */
  readonly colour: string;
  readonly children: ReactNode;
}

/** A part of a person's sheet under a heading with an icon. */
export function SheetSection({ title, icon: Icon, colour, children }: SheetSectionProps) {
  return (
    <section className={styles.section}>
      <div className={styles.heading}>
        <Icon size={20} color={`var(--${colour})`} aria-hidden="true" />
        {typeof title === 'string' ? <h3>{title}</h3> : title}
      </div>
      {children}
    </section>
  );
}
