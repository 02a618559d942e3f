import { RotateCcw, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RestoreScope, restoreVersion } from '../../shared/edits/restoreVersion.ts';
import { differenceWords } from '../../shared/i18n/differenceWords.ts';
import { formatRecent } from '../../shared/i18n/formats.ts';
import type { DocumentVersion } from '../../shared/ipc/projectStore.ts';
import { type Difference, listDifferences } from '../../shared/merge/listDifferences.ts';
import { type Atlas, createAtlas } from '../../shared/merge/whereabouts.ts';
import type { Id } from '../../shared/records/ids.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useApplication, useDocument, useEditing, useSession, useSettings } from '../ApplicationContext.ts';
import { createCanvasMeasurer } from '../canvas/canvasMeasurer.ts';
import { Button } from '../controls/Button.tsx';
import { Confirm } from '../dialogs/Confirm.tsx';
import { ChangeList } from './ChangeList.tsx';
import { countWords } from './countWords.ts';
import styles from './history.module.css';
import type { ReadVersion } from './useHistory.ts';
import { VersionPreview } from './VersionPreview.tsx';
import { marksOf } from './versionMarks.ts';
import { makeVersionScene } from './versionScene.ts';

interface VersionPageProps {
  readonly version: DocumentVersion;
  readonly read: ReadVersion | null;
  readonly onClose: () => void;
}

/** Longer texts are cut in the list, in characters. */
const LONGEST_TEXT = 120;

/** The version that is looked at: its maps, and what is not so any more. */
export function VersionPage({ version, read, onClose }: VersionPageProps) {
  const { t } = useTranslation();
  const now = useDocument(({ records }) => records);
  if (read === null || now === null) return <p className={styles.wait}>{t('history.reading')}</p>;
  if (!read.records.ok) return <p className={styles.wait}>{t('history.unreadable')}</p>;
  return <Then key={version.revision} version={version} then={read.records.value} now={now} onClose={onClose} />;
}

interface ThenProps {
  readonly version: DocumentVersion;
  readonly then: Records;
  readonly now: Records;
  readonly onClose: () => void;
}

function Then({ version, then, now, onClose }: ThenProps) {
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
  const differences = useMemo(() => listDifferences(then, now), [then, now]);
  const atlases = useMemo(() => [createAtlas(then), createAtlas(now)] as const, [then, now]);
  const words = useMemo(
    () => differenceWords({ translate: t, language, atlases, longest: LONGEST_TEXT }),
    [t, language, atlases],
  );
  const here = useMemo(() => differences.filter((each) => lies(each, map, atlases)), [differences, map, atlases]);
  const marks = useMemo(() => (shown === null ? [] : marksOf(shown.layout, here)), [shown, here]);
  const title = maps.find(({ id }) => id === map)?.title || t('left.untitledMap');
  const restore = useRestore(then);
  const when = version.name || formatRecent(language, t, version.at, Date.now());

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
            label={t('history.asItWas', { title, when })}
            shown={shown}
            marks={marks}
            lookAt={marks.find(({ id }) => id === lookAt) ?? null}
          />
        )}
      </section>
      <aside className={styles.side} aria-label={t('history.since')}>
        <h3 className={styles.sideTitle}>{t('history.since')}</h3>
        <p className={styles.note}>{countWords(t, countsOf(differences))}</p>
        {restore.done && (
          <Button onClick={restore.undo}>
            <Undo2 size={15} aria-hidden="true" />
            {t('history.undo')}
          </Button>
        )}
        <div className={styles.scrolls}>
          <ChangeList
            differences={here}
            words={words}
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
          isSame={differences.length === 0}
          isSameMap={here.length === 0}
          isOnly={maps.length < 2}
          onRestore={(scope) => {
            if (restore.run(scope) && scope.kind === 'all') onClose();
          }}
        />
      </aside>
    </>
  );
}

interface RestoreButtonsProps {
  readonly map: Id<'map'> | null;
  readonly title: string;
  /** Nothing of the project, or of the map, has changed. */
  readonly isSame: boolean;
  readonly isSameMap: boolean;
  readonly isOnly: boolean;
  readonly onRestore: (scope: RestoreScope) => void;
}

function RestoreButtons({ map, title, isSame, isSameMap, isOnly, onRestore }: RestoreButtonsProps) {
  const { t } = useTranslation();
  const frozen = useEditing((editing) => editing.frozen) !== null;
  const [asked, setAsked] = useState(false);
  return (
    <div className={styles.ways}>
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

/** Restoring by the one door for changes, and taking the last of it back. */
function useRestore(version: Records) {
  const { editor, editing, session } = useApplication();
  const [after, setAfter] = useState<Records | undefined>(undefined);
  const now = useDocument(({ records }) => records);
  const run = (scope: RestoreScope): boolean => {
    const before = editor.records;
    editor.edit(restoreVersion, { version, scope });
    const { records } = editor;
    if (records === undefined || editing.getState().refusal !== null) return false;
    if (records !== before) setAfter(records);
    const { map } = session.getState();
    const isThere = map !== null && getRecord(records, map) !== undefined;
    if (!isThere) session.setState({ map: indexRecords(records).roots('map')[0]?.id ?? null });
    return true;
  };
  const undo = (): void => {
    editor.undo();
  };
  return { run, undo, done: after !== undefined && after === now };
}

/** Whether a difference is about this map, or about what all maps share. */
function lies({ kind, record }: Difference, map: Id<'map'> | null, [then, now]: readonly [Atlas, Atlas]): boolean {
  const place = (kind === 'added' ? now : then).find(record).map?.id ?? null;
  return place === map || place === null;
}

function countsOf(differences: readonly Difference[]) {
  const count = (kind: Difference['kind']) => differences.filter((each) => each.kind === kind).length;
  return { added: count('added'), changed: count('changed'), removed: count('removed') };
}
