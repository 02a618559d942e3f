import { useId } from 'react';
import { useApplication } from '../../ApplicationContext.ts';
import { Field } from './Field.tsx';
import styles from './fields.module.css';
import { leaveOnEscape } from './TextField.tsx';

interface DateFieldProps {
  readonly label: string;
  /** YYYY-MM-DD, or empty. */
  readonly value: string;
  readonly onWrite: (day: string) => void;
}

/** A day. The element itself keeps what is not a whole day yet. */
export function DateField({ label, value, onWrite }: DateFieldProps) {
  const { editor } = useApplication();
  const id = useId();
  return (
    <Field label={label} htmlFor={id}>
      <input
        id={id}
        type="date"
        className={styles.field}
        value={value}
        max="9999-12-31"
        onKeyDown={leaveOnEscape}
        onChange={(event) => {
          // A year on its way to four digits can pass through more of them.
          const day = event.currentTarget.value;
          if (/^(\d{4}-\d\d-\d\d)?$/.test(day)) onWrite(day);
        }}
        onBlur={() => editor.endRun()}
      />
    </Field>
  );
}
