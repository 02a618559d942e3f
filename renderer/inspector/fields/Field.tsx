import type { ReactNode } from 'react';
import { joinNames } from '../../controls/joinNames.ts';
import styles from './fields.module.css';

interface FieldProps {
  readonly label: string;
  /** What stands at the other end of the label's line, such as a count. */
  readonly aside?: ReactNode;
  /** The id of the one element the label is for. Without it the label names a group. */
  readonly htmlFor?: string;
  /** The id of the label itself, for groups. */
  readonly labelId?: string;
  /** The label is only read aloud: the field's place says what it is. */
  readonly hideLabel?: boolean;
  readonly children: ReactNode;
}

/** A field with its label above it. */
export function Field({ label, aside, htmlFor, labelId, hideLabel = false, children }: FieldProps) {
  const Label = htmlFor === undefined ? 'span' : 'label';
  return (
    <div className={styles.group}>
      <div className={joinNames(styles.labelLine, hideLabel && 'visually-hidden')}>
        <Label className={styles.label} htmlFor={htmlFor} id={labelId}>
          {label}
        </Label>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </div>
      {children}
    </div>
  );
}
