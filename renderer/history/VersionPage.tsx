import { Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { differenceWords } from '../../shared/i18n/differenceWords.ts';
import { formatMoment } from '../../shared/i18n/formats.ts';
import type { DocumentVersion } from '../../shared/ipc/projectStore.ts';
import { groupByStage } from '../../shared/merge/groupByStage.ts';
import { type Difference, listDifferences } from '../../shared/merge/listDifferences.ts';
import { type Atlas, createAtlas } from '../../shared/merge/whereabouts.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { LaneRecord } from '../../shared/records/lane.ts';
import type { Records } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useDocument, useSession, useSettings } from '../ApplicationContext.ts';
import { createCanvasMeasurer } from '../canvas/canvasMeasurer.ts';
import { Button } from '../controls/Button.tsx';
import { ChangeList } from './ChangeList.tsx';
import { ChangeTiles } from './ChangeTiles.tsx';
import styles from './history.module.css';
import { RestoreButtons } from './RestoreButtons.tsx';
import type { ReadVersion } from './useHistory.ts';
import { useRestore } from './useRestore.ts';
import { VersionPreview } from './VersionPreview.tsx';
import { marksOf } from './versionMarks.ts';
import { makeVersionScene } from './versionScene.ts';

interface VersionPageProps {
  readonly version: DocumentVersion;
  readonly read: ReadVersion | null;
  /** What it is compared with; null for the document as it is now. */
  readonly newer: DocumentVersion | null;
  readonly readNewer: ReadVersion | null;
  readonly onClose: () => void;
}

/** Longer texts are cut in the list, in characters. */
const LONGEST_TEXT = 120;

/** The version that is looked at: its maps, and what was not so any more in a newer one, or is not now. */
export function VersionPage({ version, read, newer, readNewer, onClose }: VersionPageProps) {
  const { t } = useTranslation();
  const now = useDocument(({ records }) => records);
  if (read === null || now === null || (newer !== null && readNewer === null)) {
    return <p className={styles.blank}>{t('history.reading')}</p>;
  }
  if (!read.ok || readNewer?.ok === false) return <p className={styles.blank}>{t('history.unreadable')}</p>;
  const to = readNewer === null ? now : readNewer.value;
  return (
    <Then
      key={`${version.revision} ${newer?.revision}`}
      version={version}
      then={read.value}
      newer={newer}
      to={to}
      isNow={to === now}
      onClose={onClose}
    />
  );
}

interface ThenProps {
  readonly version: DocumentVersion;
  readonly then: Records;
  readonly newer: DocumentVersion | null;
  readonly to: Records;
  readonly isNow: boolean;
  readonly onClose: () => void;
}

function Then({ version, then, newer, to, isNow, onClose }: ThenProps) {
  const { t } = useTranslation();
  const language = useSettings((settings) => settings.language);
  const current = useSession((session) => session.map);
  const maps = indexRecords(then).roots('map');
  const [picked, setPicked] = useState<Id<'map'> | null>(null);
  const wanted = picked ?? current;
  const map = maps.find(({ id }) => id === wanted)?.id ?? maps[0]?.id ?? null;
  const [lookAt, setLookAt] = useState<Id | null>(null);
  const measurer = useMemo(() => createCanvasMeasurer(), []);
  const shown = useMemo(
    () => (map === null ? null : makeVersionScene(then, map, t, measurer)),
    [then, map, t, measurer],
  );
  const differences = useMemo(() => listDifferences(then, to), [then, to]);
  const atlases = useMemo(() => [createAtlas(then), createAtlas(to)] as const, [then, to]);
  const words = useMemo(
    () => differenceWords({ translate: t, language, atlases, longest: LONGEST_TEXT }),
    [t, language, atlases],
  );
  const here = useMemo(() => differences.filter((each) => lies(each, map, atlases)), [differences, map, atlases]);
  const groups = useMemo(() => groupByStage(here, atlases), [here, atlases]);
  const marks = useMemo(() => (shown === null ? [] : marksOf(shown.layout, here)), [shown, here]);
  const title = maps.find(({ id }) => id === map)?.title || t('left.untitledMap');
  const restore = useRestore(then);
  const nameOf = ({ name, at }: DocumentVersion): string => name || formatMoment(language, at);

  return (
    <>
      <section className={styles.then}>
        {maps.length > 1 && (
          <div className={styles.maps} role="tablist" aria-label={t('left.maps')}>
            {maps.map(({ id, title: words }) => (
              <button
                key={id}
                type="button"
                role="tab"
                aria-selected={id === map}
                className={styles.map}
                onClick={() => setPicked(id)}
              >
                {words || t('left.untitledMap')}
              </button>
            ))}
          </div>
        )}
        {shown !== null && (
          <VersionPreview
            label={t('history.asItWas', { title, when: nameOf(version) })}
            shown={shown}
            marks={marks}
            lookAt={marks.find(({ id }) => id === lookAt) ?? null}
          />
        )}
      </section>
      <aside className={styles.side} aria-label={t('history.changes', { count: differences.length })}>
        <h3 className={styles.sideTitle}>{t('history.changes', { count: differences.length })}</h3>
        <p className={styles.note}>
          {t('history.fromTo', { from: nameOf(version), to: newer === null ? t('history.now') : nameOf(newer) })}
        </p>
        <ChangeTiles differences={differences} />
        {restore.done && (
          <Button onClick={restore.undo}>
            <Undo2 size={15} aria-hidden="true" />
            {t('history.undo')}
          </Button>
        )}
        <div className={styles.scrolls}>
          <ChangeList
            groups={groups}
            words={words}
            isNow={isNow}
            onLookAt={setLookAt}
            onBringBack={(id) => restore.run({ kind: 'record', id })}
          />
          {differences.length > here.length && (
            <p className={styles.note}>{t('history.elsewhere', { count: differences.length - here.length })}</p>
          )}
        </div>
        <RestoreButtons
          map={map}
          title={title}
          isSame={isNow && differences.length === 0}
          isSameMap={isNow && here.length === 0}
          isOnly={maps.length < 2}
          lanes={changedLanes(here, atlases)}
          onRestore={(scope) => {
            if (restore.run(scope) && scope.kind === 'all') onClose();
          }}
        />
      </aside>
    </>
  );
}

/** Whether a difference is about this map, or about what all maps share. */
function lies({ kind, record }: Difference, map: Id<'map'> | null, [then, now]: readonly [Atlas, Atlas]): boolean {
  const place = (kind === 'added' ? now : then).find(record).map?.id ?? null;
  return place === map || place === null;
}

/** The lanes of then that are not as they were, or in which something is not. */
function changedLanes(differences: readonly Difference[], [then]: readonly [Atlas, Atlas]): readonly LaneRecord[] {
  const lanes = new Map<Id, LaneRecord>();
  for (const { record, before } of differences) {
    for (const state of before === null ? [record] : [before, record]) {
      const lane = state.type === 'lane' ? then.records.get(state.id) : then.find(state).lane;
      if (lane?.type === 'lane') lanes.set(lane.id, lane);
    }
  }
  return [...lanes.values()];
}
