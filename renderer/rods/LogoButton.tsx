import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../ApplicationContext.ts';
import { Mark } from './Mark.tsx';
import styles from './rod.module.css';

/** The mark; where the system has no menu bar of its own it opens the menu. */
export function LogoButton() {
  const { t } = useTranslation();
  const { bridge, platform } = useApplication();
  if (platform === 'darwin') {
    return (
      <span className={styles.logo}>
        <Mark size={26} />
      </span>
    );
  }
  const open = (event: MouseEvent<HTMLButtonElement>) => {
    const { left, bottom } = event.currentTarget.getBoundingClientRect();
    return bridge.popupMenu(Math.round(left), Math.round(bottom));
  };
  return (
    <button
      type="button"
      className={styles.logo}
      aria-label={t('window.menu')}
      aria-haspopup="menu"
      // The keyboard stays where it is: the menu is about that.
      onMouseDown={(event) => event.preventDefault()}
      onClick={open}
    >
      <Mark size={26} />
    </button>
  );
}
