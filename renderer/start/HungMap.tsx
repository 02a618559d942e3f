import { STAGE_COLOURS } from '../../shared/records/stage.ts';
import styles from './HungMap.module.css';

const TERRITORIES = STAGE_COLOURS.slice(0, 5);

/** A wall map between its two rods. What is on it is not known before it is opened, so its river lies dotted. */
export function HungMap({ title }: { readonly title: string }) {
  return (
    <span className={styles.hung} aria-hidden="true">
      <span className={styles.paper}>
        <span className={styles.title}>{title}</span>
        <span className={styles.map}>
          {TERRITORIES.map((colour) => (
            <span
              key={colour}
              style={{ background: `var(--${colour}-wash)`, borderTopColor: `var(--${colour}-head)` }}
            />
          ))}
        </span>
      </span>
    </span>
  );
}
