import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import styles from './Segments.module.css';

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One choice out of a few that all stand in view. */
export function Segments<Value extends string>({ label, value, options, onChange }: SegmentsProps<Value>) {
  const labelId = useId();
  return (
    <div>
      <div id={labelId} className={styles.label}>
        {label}
      </div>
      <RadioGroup
        aria-labelledby={labelId}
        className={styles.segments}
        value={value}
        onValueChange={(chosen: Value) => onChange(chosen)}
      >
        {options.map((option) => (
          <Radio.Root key={option.value} value={option.value} className={styles.segment} aria-label={option.label}>
            {option.label}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
