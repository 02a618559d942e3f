import { Hints } from './Hints.tsx';
import { ProfileStrip } from './ProfileStrip.tsx';
import styles from './rod.module.css';
import { ZoomControl } from './ZoomControl.tsx';

/** The lower rod of the editor: hints, the whole journey's profile, zoom. */
export function LowerRod() {
  return (
    <footer className={`${styles.rod} ${styles.lower}`} data-region="lowerRod" tabIndex={-1}>
      <Hints />
      <ProfileStrip />
      <ZoomControl />
    </footer>
  );
}
