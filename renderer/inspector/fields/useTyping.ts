import {
  type ChangeEvent,
  type CompositionEvent,
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useApplication } from '../../ApplicationContext.ts';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** What a text element is given so that what is typed in it reaches the document. */
export interface TypingProps {
  readonly value: string;
  readonly onChange: (event: ChangeEvent<TextElement>) => void;
  readonly onCompositionStart: (event: CompositionEvent<TextElement>) => void;
  readonly onCompositionEnd: (event: CompositionEvent<TextElement>) => void;
  readonly onBlur: (event: FocusEvent<TextElement>) => void;
}

/**
 * Typing that is kept with every keystroke. The element shows what the document says, so it follows undo and changes
 * from elsewhere; only while an input method composes does it show a text of its own, written once when that ends.
 */
export function useTyping(value: string, write: (text: string) => void): TypingProps {
  const { editor } = useApplication();
  const [composed, setComposed] = useState<string | null>(null);
  /** The text being composed, for the moment the element goes: then nobody tells of the composition's end. */
  const pending = useRef<string | null>(null);
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  useEffect(
    () => () => {
      if (pending.current !== null) latest.current(pending.current);
    },
    [],
  );
  const compose = (text: string | null): void => {
    pending.current = text;
    setComposed(text);
  };
  const endComposing = (text: string): void => {
    compose(null);
    write(text);
  };
  return {
    value: composed ?? value,
    onChange: (event) => {
      if (pending.current === null) write(event.currentTarget.value);
      else compose(event.currentTarget.value);
    },
    onCompositionStart: (event) => compose(event.currentTarget.value),
    onCompositionEnd: (event) => endComposing(event.currentTarget.value),
    onBlur: (event) => {
      if (pending.current !== null) endComposing(event.currentTarget.value);
      editor.endRun();
    },
  };
}

/** Whether a key belongs to an input method; older systems say so by this key code alone. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
