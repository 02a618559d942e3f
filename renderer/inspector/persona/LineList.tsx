import { Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../../shared/records/limits.ts';
import { useGrowing } from '../fields/useGrowing.ts';
import { isComposing, useTyping } from '../fields/useTyping.ts';
import styles from './persona.module.css';

interface LineListProps {
  readonly label: string;
  readonly lines: readonly string[];
  readonly onWrite: (lines: readonly string[]) => void;
}

/** Short texts one below the other: Enter adds the next line, Backspace on an empty one takes it away. */
export function LineList({ label, lines, onWrite }: LineListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  /** The line to stand in once it is there. */
  const [next, setNext] = useState<number | null>(null);
  useEffect(() => {
    if (next === null) return;
    list.current?.querySelectorAll('textarea')[next]?.focus();
    setNext(null);
  }, [next]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>, at: number): void => {
    if (isComposing(event)) return;
    const { selectionStart, value } = event.currentTarget;
    const cut = selectionStart ?? value.length;
    if (event.key === 'Enter') {
      event.preventDefault();
      onWrite([...lines.slice(0, at), value.slice(0, cut), value.slice(cut), ...lines.slice(at + 1)]);
      setNext(at + 1);
    } else if (event.key === 'Backspace' && value === '') {
      event.preventDefault();
      onWrite(lines.filter((_, index) => index !== at));
      setNext(Math.max(0, at - 1));
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const to = at + (event.key === 'ArrowUp' ? -1 : 1);
      if (to < 0 || to >= lines.length) return;
      if (event.altKey) onWrite(swapped(lines, at, to));
      setNext(to);
    }
  };
  return (
    <>
      <ul ref={list} className={styles.lineList} aria-label={label}>
        {lines.map((line, at) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are equal when they say the same, so their place names them
            key={at}
            label={t('persona.lineNumber', { label, number: at + 1 })}
            line={line}
            onWrite={(text) => onWrite(lines.map((other, index) => (index === at ? text : other)))}
            onKeyDown={(event) => onKeyDown(event, at)}
          />
        ))}
      </ul>
      <button
        type="button"
        className={styles.addLine}
        onClick={() => {
          onWrite([...lines, '']);
          setNext(lines.length);
        }}
      >
        <Plus size={14} aria-hidden="true" />
        {t('persona.addLine')}
        <span className="visually-hidden"> ({label})</span>
      </button>
    </>
  );
}

interface LineProps {
  readonly label: string;
  readonly line: string;
  readonly onWrite: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

function Line({ label, line, onWrite, onKeyDown }: LineProps) {
  const typing = useTyping(line, onWrite);
  const box = useGrowing(typing.value);
  return (
    <li>
      <textarea
        {...typing}
        ref={box}
        rows={1}
        className={styles.line}
        aria-label={label}
        maxLength={LIMITS.name}
        spellCheck
        onKeyDown={onKeyDown}
      />
    </li>
  );
}

function swapped(lines: readonly string[], one: number, other: number): readonly string[] {
  return lines.map((line, at) => (at === one ? (lines[other] ?? line) : at === other ? (lines[one] ?? line) : line));
}
