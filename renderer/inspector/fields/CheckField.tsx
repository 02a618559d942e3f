import { useEffect, useId, useRef } from 'react';
import styles from './fields.module.css';

interface CheckFieldProps {
  readonly label: string;
  /** Null when several things are shown that differ. */
  readonly value: boolean | null;
  readonly onWrite: (value: boolean) => void;
}

/** Something that is so or not. */
export function CheckField({ label, value, onWrite }: CheckFieldProps) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = value === null;
  }, [value]);
  return (
    <div className={styles.check}>
      <input
        ref={box}
        id={id}
        type="checkbox"
        checked={value === true}
        onChange={(event) => onWrite(event.currentTarget.checked)}
      />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
