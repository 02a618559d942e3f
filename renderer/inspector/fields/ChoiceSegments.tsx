import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { type ReactNode, useId } from 'react';
import styles from '../../controls/Segments.module.css';
import { Field } from './Field.tsx';

interface ChoiceSegmentsProps<Value extends string> {
  readonly label: string;
  readonly aside?: string;
  /** Null when nothing is chosen, or several things are shown that differ. */
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly picture?: ReactNode }[];
  /** Null when the chosen one was pressed again: then nothing is said. */
  readonly onWrite: (value: Value | null) => void;
}

/** A few choices side by side, of which one may be pressed; pressing it again takes it back. */
export function ChoiceSegments<Value extends string>({
  label,
  aside,
  value,
  options,
  onWrite,
}: ChoiceSegmentsProps<Value>) {
  const labelId = useId();
  return (
    <Field label={label} labelId={labelId} {...(aside !== undefined && { aside })}>
      <ToggleGroup
        aria-labelledby={labelId}
        className={styles.segments}
        value={value === null ? [] : [value]}
        onValueChange={([chosen]) => onWrite(options.find((option) => option.value === chosen)?.value ?? null)}
      >
        {options.map((option) => (
          <Toggle key={option.value} value={option.value} className={styles.segment}>
            {option.picture}
            {option.label}
          </Toggle>
        ))}
      </ToggleGroup>
    </Field>
  );
}
