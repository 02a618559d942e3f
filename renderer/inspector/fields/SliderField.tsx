import { useApplication } from '../../ApplicationContext.ts';
import styles from './fields.module.css';

interface SliderFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** The value in words. */
  readonly words: string;
  readonly onWrite: (value: number) => void;
}

/** A value dragged along a line; one drag, or one visit with the keyboard, is one entry of the history. */
export function SliderField({ label, value, least, most, step, words, onWrite }: SliderFieldProps) {
  const { editor } = useApplication();
  return (
    <input
      type="range"
      className={styles.slider}
      aria-label={label}
      aria-valuetext={words}
      min={least}
      max={most}
      step={step}
      value={value}
      onChange={(event) => onWrite(Number(event.currentTarget.value))}
      onPointerUp={() => editor.endRun()}
      onBlur={() => editor.endRun()}
    />
  );
}
