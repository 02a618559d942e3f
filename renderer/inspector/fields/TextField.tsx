import { type KeyboardEvent, useId } from 'react';
import { LIMITS } from '../../../shared/records/limits.ts';
import { joinNames } from '../../controls/joinNames.ts';
import { Field } from './Field.tsx';
import styles from './fields.module.css';
import { useGrowing } from './useGrowing.ts';
import { isComposing, useTyping } from './useTyping.ts';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called with every keystroke; the field shows what the document then says. */
  readonly onWrite: (text: string) => void;
  readonly placeholder?: string | undefined;
  readonly aside?: string;
  readonly hideLabel?: boolean;
  readonly className?: string | undefined;
}

/** One line of text. */
export function TextField({ label, value, onWrite, placeholder, aside, hideLabel, className }: TextFieldProps) {
  const id = useId();
  const typing = useTyping(value, onWrite);
  return (
    <Field label={label} htmlFor={id} {...(aside !== undefined && { aside })} {...(hideLabel && { hideLabel })}>
      <input
        {...typing}
        id={id}
        className={joinNames(styles.field, className)}
        maxLength={LIMITS.name}
        placeholder={placeholder}
        spellCheck
        onKeyDown={leaveOnEscape}
      />
    </Field>
  );
}

/** One line of text, shown on as many rows as it needs: nothing of it is cut off. */
export function LongField({ label, value, onWrite, placeholder, hideLabel, className }: TextFieldProps) {
  const id = useId();
  const typing = useTyping(value, onWrite);
  const box = useGrowing(typing.value);
  return (
    <Field label={label} htmlFor={id} {...(hideLabel && { hideLabel })}>
      <textarea
        {...typing}
        ref={box}
        id={id}
        className={joinNames(styles.field, styles.grows, className)}
        maxLength={LIMITS.name}
        rows={1}
        placeholder={placeholder}
        spellCheck
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) event.preventDefault();
          leaveOnEscape(event);
        }}
      />
    </Field>
  );
}

interface TextAreaProps extends TextFieldProps {
  /** Lines shown while there is less text. */
  readonly rows?: number;
}

/** Text of several lines; the box grows with it. */
export function TextArea({ label, value, onWrite, placeholder, aside, hideLabel, className, rows = 2 }: TextAreaProps) {
  const id = useId();
  const typing = useTyping(value, onWrite);
  const box = useGrowing(typing.value);
  return (
    <Field label={label} htmlFor={id} {...(aside !== undefined && { aside })} {...(hideLabel && { hideLabel })}>
      <textarea
        {...typing}
        ref={box}
        id={id}
        className={joinNames(styles.field, styles.area, className)}
        maxLength={LIMITS.text}
        rows={rows}
        placeholder={placeholder}
        spellCheck
        onKeyDown={leaveOnEscape}
      />
    </Field>
  );
}

/** Escape leaves a field for the region it stands in; what was typed is kept already. */
export function leaveOnEscape(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Escape' || isComposing(event)) return;
  const region = event.currentTarget.closest<HTMLElement>('[data-region]');
  if (region === null) return;
  event.preventDefault();
  event.stopPropagation();
  region.focus();
}
