import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestoreScope } from '../../shared/edits/restoreVersion.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { LaneRecord } from '../../shared/records/lane.ts';
import { useEditing } from '../ApplicationContext.ts';
import { Button } from '../controls/Button.tsx';
import { MoreMenu } from '../controls/MoreMenu.tsx';
import { Confirm } from '../dialogs/Confirm.tsx';
import { laneName } from '../outline/outlineWords.ts';
import styles from './history.module.css';

interface RestoreButtonsProps {
  readonly map: Id<'map'> | null;
  readonly title: string;
  /** Nothing of the project, or of the map, has changed. */
  readonly isSame: boolean;
  readonly isSameMap: boolean;
  readonly isOnly: boolean;
  /** The lanes of the map in which something is not as it was. */
  readonly lanes: readonly LaneRecord[];
  readonly onRestore: (scope: RestoreScope) => void;
}

/** The ways back to a version: a lane of the map, the map, or everything. */
export function RestoreButtons({ map, title, isSame, isSameMap, isOnly, lanes, onRestore }: RestoreButtonsProps) {
  const { t } = useTranslation();
  const frozen = useEditing((editing) => editing.frozen) !== null;
  const [asked, setAsked] = useState(false);
  const actions = lanes.map((lane) => ({
    label: t('history.restoreLane', { name: laneName(t, lane) }),
    icon: RotateCcw,
    onDo: () => onRestore({ kind: 'lane', lane: lane.id }),
  }));
  return (
    <div className={styles.ways}>
      {!frozen && actions.length > 0 && (
        <p className={styles.lanes}>
          {t('history.lanes')}
          <MoreMenu label={t('history.lanes')} actions={actions} align="end" />
        </p>
      )}
      {!isOnly && map !== null && (
        <Button disabled={frozen || isSameMap} onClick={() => onRestore({ kind: 'map', map })}>
          <RotateCcw size={15} aria-hidden="true" />
          <span className={styles.clip}>{t('history.restoreMap', { title })}</span>
        </Button>
      )}
      <Button look="main" disabled={frozen || isSame} onClick={() => setAsked(true)}>
        <RotateCcw size={15} aria-hidden="true" />
        {t('history.restoreAll')}
      </Button>
      <Confirm
        open={asked}
        title={t('history.askTitle')}
        text={t('history.askText')}
        act={t('history.restoreAll')}
        onDismiss={() => setAsked(false)}
        onConfirm={() => onRestore({ kind: 'all' })}
      />
    </div>
  );
}
