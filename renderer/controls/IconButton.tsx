import { Tooltip } from '@base-ui/react/tooltip';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './IconButton.module.css';
import { joinNames } from './joinNames.ts';
import { Keycaps } from './Keycaps.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  readonly icon: LucideIcon;
  /** What it does, in words: read aloud, and shown when the pointer rests on it. */
  readonly label: string;
  /** Its keys, as they stand on keycaps. */
  readonly keys?: readonly string[];
  readonly size?: number;
  /** 28 px instead of 32: in rows and beside fields. */
  readonly small?: boolean;
  /** On one of the dark rods. */
  readonly onRod?: boolean;
}

/** A button with a picture instead of words. */
export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, keys, size = 16, small = false, onRod = false, className, ...rest } = props;
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        render={<button type="button" {...rest} />}
        aria-label={label}
        className={joinNames(styles.button, small && styles.small, onRod && styles.onRod, className)}
      >
        <Icon size={size} strokeWidth={1.9} aria-hidden="true" />
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className={styles.positioner}>
          <Tooltip.Popup className={styles.tip}>
            {label}
            {keys !== undefined && <Keycaps keys={keys} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
