import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShortDay, readDay } from '../../../shared/i18n/days.ts';
import { addDays } from '../../../shared/util/calendarDay.ts';
import { useApplication, useSettings } from '../../ApplicationContext.ts';
import { CalendarButton } from './CalendarButton.tsx';
import { Field } from './Field.tsx';
import styles from './fields.module.css';
import { leaveOnEscape } from './TextField.tsx';
import { today } from './today.ts';
import { isComposing } from './useTyping.ts';

interface DateFieldProps {
  readonly label: string;
  /** YYYY-MM-DD, or empty; undefined when several things are shown that differ. */
  readonly value: string | undefined;
  readonly onWrite: (day: string) => void;
}

/** What was typed, and the day it was typed over: any other day makes it worth nothing. */
interface Typed {
  readonly text: string;
  readonly over: string;
}

/**
 * A day in the words of the language. Whatever reads as a day is written as it is typed; what does not stays in the
 * field, and when it is left so, a sentence says what a day looks like.
 */
export function DateField({ label, value, onWrite }: DateFieldProps) {
  const { t } = useTranslation();
  const { editor } = useApplication();
  const language = useSettings((settings) => settings.language);
  const id = useId();
  const [typed, setTyped] = useState<Typed | null>(null);
  const [isLeft, setLeft] = useState(false);
  const day = value ?? '';
  const text = typed !== null && typed.over === day ? typed.text : null;
  const isWrong = text !== null && isLeft && readDay(text, today()) === null;
  const write = (next: string): void => {
    setTyped(null);
    onWrite(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event)) return;
    leaveOnEscape(event);
    const days = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (days === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    write(day === '' ? today() : addDays(day, days));
  };
  return (
    <Field label={label} htmlFor={id}>
      <span className={styles.dayBox}>
        <input
          id={id}
          className={styles.field}
          autoComplete="off"
          maxLength={40}
          placeholder={t(value === undefined ? 'inspector.various' : 'inspector.dayForm')}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          value={text ?? formatShortDay(language, day)}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            const next = event.currentTarget.value;
            const read = readDay(next, today());
            setTyped({ text: next, over: read ?? day });
            setLeft(false);
            if (read !== null && read !== value) onWrite(read);
          }}
          onBlur={() => {
            if (text !== null && readDay(text, today()) !== null) setTyped(null);
            setLeft(true);
            editor.endRun();
          }}
        />
        <CalendarButton label={label} day={day} onChoose={write} />
      </span>
      {isWrong && (
        <p id={`${id}-wrong`} className={styles.wrong}>
          {t('inspector.noDay')}
        </p>
      )}
    </Field>
  );
}
