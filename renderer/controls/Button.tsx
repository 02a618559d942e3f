import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { joinNames } from './joinNames.ts';

interface ButtonProps extends ComponentProps<'button'> {
  /** `main` is the one that does what the dialog is for. */
  readonly look?: 'main' | 'plain' | 'ghost';
}

/** A button with words; a verb that says the outcome. */
export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  return <button type="button" {...rest} className={joinNames(styles.button, styles[look], className)} />;
}
