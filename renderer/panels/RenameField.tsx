import { type KeyboardEvent, useEffect, useRef } from 'react';
import { LIMITS } from '../../shared/records/limits.ts';
import fields from '../inspector/fields/fields.module.css';
import { isComposing, useTyping } from '../inspector/fields/useTyping.ts';

interface RenameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onWrite: (name: string) => void;
  /** Enter, Escape, or the focus went elsewhere; what was typed is kept already. */
  readonly onDone: () => void;
}

/** A row's name while it is being changed. */
export function RenameField({ label, value, onWrite, onDone }: RenameFieldProps) {
  const typing = useTyping(value, onWrite);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (isComposing(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    onDone();
  };
  return (
    <input
      {...typing}
      ref={field}
      className={fields.field}
      aria-label={label}
      maxLength={LIMITS.name}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        typing.onBlur(event);
        onDone();
      }}
    />
  );
}
