import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication, useEditing, useMapScene } from '../ApplicationContext.ts';
import { toView } from '../canvas/camera.ts';
import { fontName } from '../canvas/fonts.ts';
import { mayHaveLines } from '../editing/editingState.ts';
import { textBox } from '../editing/textBox.ts';
import styles from './live.module.css';

/**
 * A page rounds each run of a font up to 1/64 px, a canvas none: a line of several scripts that just fits the card
 * would break a word earlier in its box. px
 */
const ROUNDED_UP = 0.1;

/** The box in which a text of the map is edited: exactly over the painted one, at every zoom. */
export function TextBox() {
  const session = useEditing((editing) => editing.text !== null);
  const target = useEditing((editing) => editing.text?.target ?? null);
  return session && target !== null ? <OpenTextBox key={`${target.kind} ${target.id}`} /> : null;
}

function OpenTextBox() {
  const { t } = useTranslation();
  const app = useApplication();
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = useMapScene();
  const target = useEditing((editing) => editing.text?.target ?? null);
  const box = shown !== null && target !== null ? textBox(shown.layout, target) : null;
  const composing = useRef(false);

  // The box follows the camera past React, as the map does.
  useEffect(() => {
    const place = (): void => {
      const element = field.current;
      if (element === null || box === null) return;
      const { camera } = app.camera.getState();
      const corner = toView(camera, box);
      element.style.transform = `translate(${corner.x}px, ${corner.y}px) scale(${camera.zoom})`;
    };
    place();
    return app.camera.subscribe(place);
  }, [app, box]);

  useEffect(() => {
    const element = field.current;
    if (element === null || box === null) return;
    element.style.width = `${box.width + ROUNDED_UP}px`;
    element.style.height = `${box.height}px`;
    element.style.font = fontName(box.font);
    element.style.lineHeight = `${box.lineHeight}px`;
    element.style.textAlign = box.align;
    element.style.letterSpacing = `${box.tracking}em`;
    element.style.boxShadow = `0 0 0 ${box.ground}px var(--field)`;
    // The map may be a letter behind.
    growWithText(element);
  }, [box]);

  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    const begun = app.editing.getState().text;
    element.focus({ preventScroll: true });
    if (begun !== null && begun.text === begun.before) element.select();
    else element.setSelectionRange(element.value.length, element.value.length);
  }, [app]);

  if (box === null || target === null) return null;
  const hasLines = mayHaveLines(target);
  const { sessions } = app.tools;
  const root = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-region="canvas"]');
  return (
    <textarea
      ref={field}
      className={styles.textBox}
      data-ringed={target.kind === 'card' ? undefined : ''}
      aria-label={t('canvas.editText')}
      defaultValue={app.editing.getState().text?.text ?? ''}
      rows={1}
      spellCheck={false}
      dir="auto"
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        if (!hasLines) keepOneLine(event.currentTarget);
        growWithText(event.currentTarget);
        sessions.type(event.currentTarget.value);
      }}
      onInput={(event) => {
        // An input method at work: nothing is written before it is done.
        if (composing.current) return;
        if (!hasLines) keepOneLine(event.currentTarget);
        growWithText(event.currentTarget);
        sessions.type(event.currentTarget.value);
      }}
      onBlur={() => sessions.end()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (event.key === 'Enter' && event.shiftKey && hasLines) return;
        if (!['Escape', 'Tab', 'Enter'].includes(event.key)) return;
        event.preventDefault();
        // The line that was asked for cannot be: going on instead would surprise.
        if (event.key === 'Enter' && event.shiftKey) return;
        const canvas = root();
        if (event.key === 'Enter') app.tools.enterInText();
        else {
          sessions.end();
          if (event.key === 'Tab') app.tools.actions.goOnReading(event.shiftKey);
        }
        canvas?.focus({ preventScroll: true });
      }}
    />
  );
}

/** The map makes room a frame later; a line that was just begun shall not be cut off until then. */
function growWithText(field: HTMLTextAreaElement): void {
  // Heights are told in whole px, so that a box that fits may seem one too low.
  if (field.scrollHeight > field.clientHeight + 1) field.style.height = `${field.scrollHeight}px`;
}

/** What is pasted into a name as lines stands there as one; the caret stays where it was. */
function keepOneLine(field: HTMLTextAreaElement): void {
  if (!field.value.includes('\n')) return;
  const { selectionStart } = field;
  field.value = field.value.replaceAll('\n', ' ');
  field.setSelectionRange(selectionStart, selectionStart);
}
