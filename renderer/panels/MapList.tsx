import { ArrowDown, ArrowUp, Copy, PenLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMap, duplicateMap, moveMap, removeMap, renameMap } from '../../shared/edits/maps.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { LaneKind } from '../../shared/records/lane.ts';
import type { MapRecord } from '../../shared/records/map.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useApplication, useSession } from '../ApplicationContext.ts';
import { joinNames } from '../controls/joinNames.ts';
import { Confirm } from '../dialogs/Confirm.tsx';
import { countWords } from '../inspector/countWords.ts';
import { tryEdit } from '../inspector/removals.ts';
import { useLaterRecords } from '../useLater.ts';
import { feelingsAlong } from './feelings.ts';
import { ListHead } from './ListHead.tsx';
import { MiniCurve } from './MiniCurve.tsx';
import styles from './panel.module.css';
import { RenameField } from './RenameField.tsx';
import { RowMenu } from './RowMenu.tsx';
import { followRowKeys, placeBeside } from './reorderKeys.ts';
import rows from './rows.module.css';

/** The lanes a new map begins with. */
const FIRST_LANES: readonly LaneKind[] = ['actions', 'touchpoints', 'thoughts', 'emotions', 'pains', 'opportunities'];

/** The project's maps; choosing one shows it. */
export function MapList() {
  const { t } = useTranslation();
  const { editor, session } = useApplication();
  const records = useLaterRecords();
  const shown = useSession(({ map }) => map);
  const [asked, setAsked] = useState<MapRecord | null>(null);
  if (records === null) return null;
  const maps = indexRecords(records).roots('map');
  const show = (map: Id<'map'>): void => {
    editor.goTo(null);
    session.setState({ map });
  };
  const onAdd = (): void => {
    const made = editor.edit(addMap, {
      title: t('row.newMapTitle'),
      stageName: t('inspector.newStage'),
      stepName: t('inspector.newStep'),
      lanes: FIRST_LANES.map((kind) => ({ kind, name: t(`laneKind.${kind}`), hint: t(`inspector.laneHint.${kind}`) })),
      personas: shown === null ? [] : (getRecord(records, shown)?.personas ?? []),
    });
    if (made !== undefined) show(made.id);
  };
  const remove = (map: MapRecord): void => {
    const next = maps.find(({ id }) => id !== map.id)?.id ?? null;
    editor.edit(removeMap, { map: map.id });
    if (map.id === shown) {
      editor.goTo(null);
      session.setState({ map: next });
    }
  };
  return (
    <section className={styles.section}>
      <ListHead title={t('left.maps')} add={{ label: t('row.addMap'), onAdd }} />
      <ul>
        {maps.map((map) => (
          <MapRow
            key={map.id}
            map={map}
            maps={maps}
            records={records}
            isShown={map.id === shown}
            onShow={() => show(map.id)}
            onDelete={() => setAsked(map)}
          />
        ))}
      </ul>
      <Confirm
        open={asked !== null}
        title={t('ask.mapTitle', { name: asked?.title || t('left.untitledMap') })}
        text={t('ask.goesToo', {
          what: asked === null ? '' : countWords(t, tryEdit(records, removeMap, { map: asked.id })?.removed ?? {}),
        })}
        act={t('ask.delete')}
        onDismiss={() => setAsked(null)}
        onConfirm={() => asked !== null && remove(asked)}
      />
    </section>
  );
}

interface MapRowProps {
  readonly map: MapRecord;
  readonly maps: readonly MapRecord[];
  readonly records: Records;
  readonly isShown: boolean;
  readonly onShow: () => void;
  readonly onDelete: () => void;
}

function MapRow({ map, maps, records, isShown, onShow, onDelete }: MapRowProps) {
  const { t } = useTranslation();
  const { editor } = useApplication();
  const [renaming, setRenaming] = useState(false);
  const { id } = map;
  const title = map.title === '' ? t('left.untitledMap') : map.title;
  const onMove = (by: 1 | -1): void => {
    const at = placeBeside(maps, id, by);
    if (at !== null) editor.edit(moveMap, { map: id, at });
  };
  const onRename = () => setRenaming(true);
  if (renaming) {
    return (
      <li>
        <RenameField
          label={t('row.newName')}
          value={map.title}
          onWrite={(name) =>
            editor.edit(renameMap, { map: id, title: name }, { merging: { key: `title ${id}`, within: null } })
          }
          onDone={() => setRenaming(false)}
        />
      </li>
    );
  }
  return (
    <li
      className={rows.item}
      data-on={isShown ? '' : undefined}
      onKeyDown={(event) => followRowKeys(event, { onMove, onRename, onDelete })}
    >
      <button
        type="button"
        className={joinNames(styles.row, isShown && styles.on)}
        aria-current={isShown ? 'true' : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown F2 Delete"
        onClick={onShow}
      >
        <span className={styles.words}>
          {title}
          <small>{t(`mapState.${map.state}`)}</small>
        </span>
        <MiniCurve values={feelingsAlong(map, indexRecords(records))} active={isShown} />
      </button>
      <span className={rows.actions}>
        <RowMenu
          name={title}
          actions={[
            { label: t('row.rename'), icon: PenLine, onDo: onRename },
            {
              label: t('inspector.duplicate'),
              icon: Copy,
              onDo: () => editor.edit(duplicateMap, { map: id, title: t('inspector.copyOf', { title }) }),
            },
            { label: t('row.moveUp'), icon: ArrowUp, onDo: () => onMove(-1) },
            { label: t('row.moveDown'), icon: ArrowDown, onDo: () => onMove(1) },
            { label: t('inspector.delete'), icon: Trash2, onDo: onDelete },
          ]}
        />
      </span>
    </li>
  );
}
