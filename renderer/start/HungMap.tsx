import type { Thumbnail } from '../../shared/layout/thumbnail.ts';
import styles from './HungMap.module.css';
import { MapThumbnail } from './MapThumbnail.tsx';

interface HungMapProps {
  readonly title: string;
  /** Null for a project that has no map. */
  readonly thumbnail: Thumbnail | null;
}

/** A wall map between its two rods, seen from far away. */
export function HungMap({ title, thumbnail }: HungMapProps) {
  return (
    <span className={styles.hung} aria-hidden="true">
      <span className={styles.paper}>
        <span className={styles.title}>{thumbnail?.title || title}</span>
        {thumbnail !== null && <MapThumbnail thumbnail={thumbnail} />}
      </span>
    </span>
  );
}
