import { useEffect, useRef, useState } from 'react';
import { useApplication } from '../../ApplicationContext.ts';

/** A text on its way to becoming a thing of the document. */
export interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Makes the thing of it, and empties the field. */
  readonly keep: () => void;
}

/**
 * A text that becomes a thing of its own when it is sent, when its field goes, and when the project is saved or left.
 * `take` gets it trimmed and never empty; false says that it was refused, and the text stays.
 */
export function useDraft(take: (text: string) => boolean): Draft {
  const { drafts } = useApplication();
  const [text, setText] = useState('');
  /** The text of this moment, for whoever keeps it outside of a render. */
  const typed = useRef('');
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  const write = (next: string): void => {
    typed.current = next;
    setText(next);
  };
  const keep = (): void => {
    const trimmed = typed.current.trim();
    if (trimmed === '' || latest.current(trimmed)) write('');
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `keep` reads only what stays the same
  useEffect(() => {
    const forget = drafts.add(keep);
    return () => {
      forget();
      keep();
    };
  }, [drafts]);
  return { text, setText: write, keep };
}
