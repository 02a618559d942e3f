import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { joinNames } from '../../controls/joinNames.ts';
import { Field } from './Field.tsx';
import styles from './fields.module.css';

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  /** Null when several things are shown that differ. */
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onWrite: (value: Value) => void;
  /** What stands there while `value` is null. */
  readonly mixed?: string;
  readonly hideLabel?: boolean;
}

/** One choice out of a list. */
export function SelectField<Value extends string>({
  label,
  value,
  options,
  onWrite,
  mixed = '',
  hideLabel,
}: SelectFieldProps<Value>) {
  const id = useId();
  return (
    <Field label={label} htmlFor={id} {...(hideLabel && { hideLabel })}>
      <span className={styles.selectBox}>
        <select
          id={id}
          className={joinNames(styles.field, styles.select)}
          value={value ?? ''}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen !== undefined) onWrite(chosen.value);
          }}
        >
          {value === null && (
            <option value="" disabled>
              {mixed}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={15} aria-hidden="true" />
      </span>
    </Field>
  );
}
