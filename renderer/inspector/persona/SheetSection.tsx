import type { ReactNode } from 'react';
import type { HeadingLook } from '../../../shared/scene/personaLooks.ts';
import { MapIcon } from '../fields/SceneDrawing.tsx';
import styles from './persona.module.css';

interface SheetSectionProps {
  /** A heading, or what a heading is written in. */
  readonly title: ReactNode;
  readonly look: HeadingLook;
  readonly children: ReactNode;
}

/** A part of a person's sheet under a heading with an icon. */
export function SheetSection({ title, look, children }: SheetSectionProps) {
  return (
    <section className={styles.section}>
      <div className={styles.heading}>
        <span className={styles.sign} style={{ color: `var(--${look.colour})` }}>
          <MapIcon name={look.icon} size={20} />
        </span>
        {typeof title === 'string' ? <h3>{title}</h3> : title}
      </div>
      {children}
    </section>
  );
}
