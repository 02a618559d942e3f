import { useTranslation } from 'react-i18next';
import type { Difference } from '../../shared/merge/listDifferences.ts';
import styles from './history.module.css';
import { becameOf } from './versionMarks.ts';

const TILES = ['added', 'changed', 'moved', 'removed'] as const;

/** How many things are new, changed, moved and gone. */
export function ChangeTiles({ differences }: { readonly differences: readonly Difference[] }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.tiles}>
      {TILES.map((tile) => (
        <div key={tile} className={styles.tile}>
          <dd>{differences.filter((difference) => becameOf(difference) === tile).length}</dd>
          <dt>{t(`history.tiles.${tile}`)}</dt>
        </div>
      ))}
    </dl>
  );
}
