import { joinNames } from './joinNames.ts';
import styles from './Keycaps.module.css';

interface KeycapsProps {
  /** One text for each key. */
  readonly keys: readonly string[];
  readonly onRod?: boolean;
  readonly className?: string | undefined;
}

/** The keys of a shortcut as they stand on a keyboard. */
export function Keycaps({ keys, onRod = false, className }: KeycapsProps) {
  return (
    <span className={joinNames(styles.keys, className)}>
      {keys.map((key) => (
        <kbd key={key} className={joinNames(styles.key, onRod && styles.onRod)}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
