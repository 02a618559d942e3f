import { Plus } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../../shared/records/limits.ts';
import type { PersonaLine } from '../../../shared/records/persona.ts';
import { useGrowing } from '../fields/useGrowing.ts';
import { isComposing, useTyping } from '../fields/useTyping.ts';
import { EvidenceDisc } from './EvidenceDisc.tsx';
import styles from './persona.module.css';

interface LineListProps {
  readonly label: string;
  readonly lines: readonly PersonaLine[];
  /** What a first line might say. */
  readonly hint?: string | undefined;
  /** `typing` says that it belongs to the same entry of the history as the typing before it. */
  readonly onWrite: (lines: readonly PersonaLine[], typing: boolean) => void;
}

/** What is in a line: its mark, or its text. */
type LinePart = 'button' | 'textarea';

/** Short texts one below the other: Enter adds the next line, Backspace on an empty one takes it away. */
export function LineList({ label, lines, hint, onWrite }: LineListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const stand = useStanding(list);
  const type = (next: readonly PersonaLine[]): void => onWrite(next, true);
  const walk = (event: KeyboardEvent, at: number, part: LinePart): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const to = at + (event.key === 'ArrowUp' ? -1 : 1);
    if (to < 0 || to >= lines.length) return;
    if (event.altKey) type(swapped(lines, at, to));
    stand(to, part);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>, at: number): void => {
    if (isComposing(event)) return;
    const { selectionStart, value } = event.currentTarget;
    const cut = selectionStart ?? value.length;
    if (event.key === 'Enter') {
      event.preventDefault();
      const before: PersonaLine = { text: value.slice(0, cut), evidence: evidenceOf(lines, at) };
      const rest = value.slice(cut);
      const after: PersonaLine = { text: rest, evidence: rest === '' ? 'assumption' : before.evidence };
      type([...lines.slice(0, at), before, after, ...lines.slice(at + 1)]);
      stand(at + 1, 'textarea');
    } else if (event.key === 'Backspace' && value === '') {
      event.preventDefault();
      type(lines.filter((_, index) => index !== at));
      stand(Math.max(0, at - 1), 'textarea');
    } else walk(event, at, 'textarea');
  };
  const set = (at: number, fields: Partial<PersonaLine>): readonly PersonaLine[] =>
    lines.map((line, index) => (index === at ? { ...line, ...fields } : line));
  return (
    <>
      <ul ref={list} className={styles.lineList} aria-label={label}>
        {lines.map((line, at) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are equal when they say the same, so their place names them
            key={at}
            label={t('persona.lineNumber', { label, number: at + 1 })}
            line={line}
            hint={at === 0 ? hint : undefined}
            onWrite={(text) => type(set(at, { text }))}
            onMark={(evidence) => onWrite(set(at, { evidence }), false)}
            onKeyDown={(event) => onKeyDown(event, at)}
            onMarkKeyDown={(event) => walk(event, at, 'button')}
          />
        ))}
      </ul>
      <button
        type="button"
        className={styles.addLine}
        onClick={() => {
          type([...lines, { text: '', evidence: 'assumption' }]);
          stand(lines.length, 'textarea');
        }}
      >
        <Plus size={14} aria-hidden="true" />
        {t('persona.addLine')}
        <span className="visually-hidden"> ({label})</span>
      </button>
    </>
  );
}

/** Puts the focus into a line once it is there. */
function useStanding(list: RefObject<HTMLUListElement | null>): (at: number, part: LinePart) => void {
  const [next, setNext] = useState<{ readonly at: number; readonly part: LinePart } | null>(null);
  useEffect(() => {
    if (next === null) return;
    list.current?.querySelectorAll(next.part)[next.at]?.focus();
    setNext(null);
  }, [next, list]);
  return (at, part) => setNext({ at, part });
}

interface LineProps {
  readonly label: string;
  readonly line: PersonaLine;
  readonly hint: string | undefined;
  readonly onWrite: (text: string) => void;
  readonly onMark: (evidence: PersonaLine['evidence']) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onMarkKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
}

function Line({ label, line, hint, onWrite, onMark, onKeyDown, onMarkKeyDown }: LineProps) {
  const typing = useTyping(line.text, onWrite);
  const box = useGrowing(typing.value);
  return (
    <li>
      <EvidenceDisc line={label} evidence={line.evidence} onWrite={onMark} onKeyDown={onMarkKeyDown} />
      <textarea
        {...typing}
        ref={box}
        rows={1}
        className={styles.line}
        aria-label={label}
        placeholder={hint}
        maxLength={LIMITS.name}
        spellCheck
        onKeyDown={onKeyDown}
      />
    </li>
  );
}

function evidenceOf(lines: readonly PersonaLine[], at: number): PersonaLine['evidence'] {
  return lines[at]?.evidence ?? 'assumption';
}

function swapped(lines: readonly PersonaLine[], one: number, other: number): readonly PersonaLine[] {
  return lines.map((line, at) => (at === one ? (lines[other] ?? line) : at === other ? (lines[one] ?? line) : line));
}
