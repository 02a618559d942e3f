import {
  Activity,
  EyeOff,
  Flag,
  Footprints,
  Gauge,
  Image,
  type LucideIcon,
  MessageCircle,
  Signpost,
  TextAlignStart,
  TriangleAlert,
  Waypoints,
  Workflow,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LaneKind, LaneRecord } from '../../shared/records/lane.ts';
import { LANE_LOOKS } from '../../shared/scene/laneParts.ts';
import { indexRecords, type RecordIndex } from '../../shared/store/recordIndex.ts';
import { useDocument, useSession } from '../ApplicationContext.ts';
import { joinNames } from '../controls/joinNames.ts';
import styles from './panel.module.css';

const ICONS: Readonly<Record<LaneKind, LucideIcon>> = {
  goals: Flag,
  actions: Footprints,
  touchpoints: Waypoints,
  thoughts: MessageCircle,
  emotions: Activity,
  pains: TriangleAlert,
  opportunities: Signpost,
  backstage: Workflow,
  measures: Gauge,
  pictures: Image,
  text: TextAlignStart,
};

/** The lanes of the map shown, and how much lies in each. */
export function LaneList() {
  const { t } = useTranslation();
  const records = useDocument((document) => document.records);
  const map = useSession((session) => session.map);
  if (records === null || map === null) return null;
  const index = indexRecords(records);
  return (
    <section className={styles.section}>
      <h2>{t('left.lanes')}</h2>
      <ul>
        {index.children(map, 'lane').map((lane) => {
          const Icon = ICONS[lane.kind];
          const count = contentOf(lane, index);
          const words = t(lane.kind === 'emotions' ? 'left.points' : 'left.cards', { count });
          return (
            <li key={lane.id} className={joinNames(styles.row, lane.hidden && styles.off)}>
              <Icon
                size={16}
                strokeWidth={1.9}
                aria-hidden="true"
                color={lane.hidden ? 'currentColor' : `var(--${LANE_LOOKS[lane.kind].colour})`}
              />
              <span className={styles.words}>{lane.name === '' ? t(`laneKind.${lane.kind}`) : lane.name}</span>
              <span className={styles.end}>
                {lane.hidden ? (
                  <>
                    <EyeOff size={15} aria-hidden="true" />
                    <span className="visually-hidden">{t('left.laneHidden')}</span>
                  </>
                ) : (
                  <>
                    <span aria-hidden="true">{count}</span>
                    <span className="visually-hidden">{words}</span>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function contentOf(lane: LaneRecord, index: RecordIndex): number {
  return index.children(lane.id, lane.kind === 'emotions' ? 'emotion' : 'card').length;
}
