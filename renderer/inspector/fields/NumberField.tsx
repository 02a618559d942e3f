import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../ApplicationContext.ts';
import { Field } from './Field.tsx';
import styles from './fields.module.css';
import { leaveOnEscape } from './TextField.tsx';
import { isComposing } from './useTyping.ts';

interface NumberFieldProps {
  readonly label: string;
  /** Null when several things are shown that differ. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  /** What an arrow key adds. */
  readonly step: number;
  readonly onWrite: (value: number) => void;
  readonly unit?: string;
  readonly hideLabel?: boolean;
}

/**
 * A number between two bounds, with a comma or a point. Every number within them is written as it is typed; what is
 * not one yet ("-", "1.", the 2 of 240) stands in the field alone, until it becomes one or the field is left.
 */
export function NumberField({ label, value, least, most, step, onWrite, unit, hideLabel }: NumberFieldProps) {
  const { t } = useTranslation();
  const { editor } = useApplication();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const write = (next: number): void => onWrite(Math.min(most, Math.max(least, Math.round(next * 100) / 100)));
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event)) return;
    leaveOnEscape(event);
    const sign = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (sign === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setTyped(null);
    write(value === null ? least : value + sign * step);
  };
  return (
    <Field label={label} htmlFor={id} {...(unit !== undefined && { aside: unit })} {...(hideLabel && { hideLabel })}>
      <input
        id={id}
        className={styles.field}
        role="spinbutton"
        inputMode="decimal"
        aria-valuemin={least}
        aria-valuemax={most}
        aria-valuenow={value ?? undefined}
        placeholder={t('inspector.various')}
        value={typed ?? (value === null ? '' : String(value).replace('-', '\u2212'))}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const number = readNumber(text);
          if (number !== null && number >= least && number <= most) write(number);
        }}
        onBlur={() => {
          const number = typed === null ? null : readNumber(typed);
          if (number !== null) write(number);
          setTyped(null);
          editor.endRun();
        }}
      />
    </Field>
  );
}

/** A number as people write it; null while it is none. */
function readNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.').replace('\u2212', '-');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
