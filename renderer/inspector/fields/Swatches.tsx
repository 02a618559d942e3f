import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { type ReactNode, useId } from 'react';
import { Field } from './Field.tsx';
import { useClosed } from './Fields.tsx';
import styles from './fields.module.css';

interface SwatchesProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly picture: ReactNode }[];
  readonly onWrite: (value: Value) => void;
  readonly className?: string | undefined;
}

/** One picture out of a few: a colour, a line, an icon. */
export function Swatches<Value extends string>({ label, value, options, onWrite, className }: SwatchesProps<Value>) {
  const closed = useClosed();
  const labelId = useId();
  return (
    <Field label={label} labelId={labelId}>
      <RadioGroup<Value | null>
        aria-labelledby={labelId}
        className={className ?? styles.swatches}
        value={value}
        disabled={closed}
        onValueChange={(chosen) => chosen !== null && onWrite(chosen)}
      >
        {options.map((option) => (
          <Radio.Root
            key={option.value}
            value={option.value}
            className={styles.swatch}
            aria-label={option.label}
            title={option.label}
          >
            {option.picture}
          </Radio.Root>
        ))}
      </RadioGroup>
    </Field>
  );
}
