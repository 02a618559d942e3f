import { Menu } from '@base-ui/react/menu';
import { ArrowDown, ArrowUp, Eye, EyeOff, Lock, LockOpen, PenLine, Plus, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addLane, hideLanes, lockLanes, moveLane, renameLane } from '../../shared/edits/lanes.ts';
import type { Id } from '../../shared/records/ids.ts';
import { LANE_KINDS, type LaneRecord } from '../../shared/records/lane.ts';
import { LANE_LOOKS } from '../../shared/scene/laneParts.ts';
import { indexRecords, type RecordIndex } from '../../shared/store/recordIndex.ts';
import { useApplication, useEditing, useSession } from '../ApplicationContext.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { joinNames } from '../controls/joinNames.ts';
import popup from '../controls/popup.module.css';
import { useLaterRecords } from '../useLater.ts';
import { ListHead } from './ListHead.tsx';
import { LANE_ICONS } from './laneIcons.ts';
import styles from './panel.module.css';
import { RenameField } from './RenameField.tsx';
import { RowMenu } from './RowMenu.tsx';
import { followRowKeys, placeBeside } from './reorderKeys.ts';
import rows from './rows.module.css';

/** The lanes of the map shown, and how much lies in each; choosing one selects it. */
export function LaneList() {
  const { t } = useTranslation();
  const records = useLaterRecords();
  const map = useSession((session) => session.map);
  if (records === null || map === null) return null;
  const index = indexRecords(records);
  const lanes = index.children(map, 'lane');
  return (
    <section className={styles.section}>
      <ListHead title={t('left.lanes')}>
        <AddLane map={map} />
      </ListHead>
      <ul>
        {lanes.map((lane) => (
          <LaneRow key={lane.id} lane={lane} lanes={lanes} count={contentOf(lane, index)} />
        ))}
      </ul>
    </section>
  );
}

/** A new lane of a kind, below the one selected or else last. */
function AddLane({ map }: { readonly map: Id<'map'> }) {
  const { t } = useTranslation();
  const { editor } = useApplication();
  return (
    <Menu.Root>
      <Menu.Trigger render={<IconButton icon={Plus} label={t('row.addLane')} small />} />
      <Menu.Portal>
        <Menu.Positioner className={popup.positioner} sideOffset={4} align="start">
          <Menu.Popup className={popup.popup}>
            {LANE_KINDS.map((kind) => {
              const Icon = LANE_ICONS[kind];
              return (
                <Menu.Item
                  key={kind}
                  className={popup.item}
                  onClick={() =>
                    editor.edit(
                      addLane,
                      {
                        map,
                        kind,
                        name: t(`laneKind.${kind}`),
                        hint: t(`inspector.laneHint.${kind}`),
                        at: 'last',
                      },
                      { select: ({ id }) => [id] },
                    )
                  }
                >
                  <Icon size={16} aria-hidden="true" color={`var(--${LANE_LOOKS[kind].colour})`} />
                  {t(`laneKind.${kind}`)}
                </Menu.Item>
              );
            })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface LaneRowProps {
  readonly lane: LaneRecord;
  readonly lanes: readonly LaneRecord[];
  /** The cards or points in it. */
  readonly count: number;
}

/** Rendered anew only when its own lane or count changes: an edit of a card is told to every row. */
const LaneRow = memo(function LaneRow({ lane, lanes, count }: LaneRowProps) {
  const { t } = useTranslation();
  const { editor, editing } = useApplication();
  const isSelected = useEditing(({ selection }) => selection.includes(lane.id));
  const [renaming, setRenaming] = useState(false);
  const { id, kind, hidden, locked } = lane;
  const name = lane.name === '' ? t(`laneKind.${kind}`) : lane.name;
  const Icon = LANE_ICONS[kind];
  const onMove = (by: 1 | -1): void => {
    const at = placeBeside(lanes, id, by);
    if (at !== null) editor.edit(moveLane, { lane: id, at });
  };
  const onRename = () => setRenaming(true);
  const onDelete = () => editing.setState({ removal: { id } });
  if (renaming) {
    return (
      <li>
        <RenameField
          label={t('row.newName')}
          value={lane.name}
          onWrite={(text) =>
            editor.edit(renameLane, { lane: id, name: text }, { merging: { key: `name ${id}`, within: null } })
          }
          onDone={() => setRenaming(false)}
        />
      </li>
    );
  }
  return (
    <li
      className={rows.item}
      data-on={isSelected ? '' : undefined}
      onKeyDown={(event) => followRowKeys(event, { onMove, onRename, onDelete })}
    >
      <button
        type="button"
        className={joinNames(styles.row, hidden && styles.off, isSelected && styles.on)}
        aria-pressed={isSelected}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown F2 Delete"
        onClick={() => editor.goTo({ kind: 'lane', id })}
      >
        <Icon
          size={16}
          strokeWidth={1.9}
          aria-hidden="true"
          color={hidden ? 'currentColor' : `var(--${LANE_LOOKS[kind].colour})`}
        />
        <span className={styles.words}>{name}</span>
        <span className={styles.end}>
          {locked && <Lock size={14} aria-hidden="true" />}
          {hidden ? (
            <>
              <EyeOff size={15} aria-hidden="true" />
              <span className="visually-hidden">{t('left.laneHidden')}</span>
            </>
          ) : (
            <>
              <span aria-hidden="true">{count}</span>
              <span className="visually-hidden">
                {t(kind === 'emotions' ? 'left.points' : 'left.cards', { count })}
              </span>
            </>
          )}
        </span>
      </button>
      <span className={rows.actions}>
        <IconButton
          icon={hidden ? EyeOff : Eye}
          size={15}
          label={t(hidden ? 'row.show' : 'row.hide', { name })}
          onClick={() => editor.edit(hideLanes, { lanes: [id], hidden: !hidden })}
        />
        <RowMenu
          name={name}
          actions={[
            { label: t('row.rename'), icon: PenLine, onDo: onRename },
            { label: t('row.moveUp'), icon: ArrowUp, onDo: () => onMove(-1) },
            { label: t('row.moveDown'), icon: ArrowDown, onDo: () => onMove(1) },
            {
              label: t(locked ? 'inspector.unlock' : 'inspector.lock'),
              icon: locked ? LockOpen : Lock,
              onDo: () => editor.edit(lockLanes, { lanes: [id], locked: !locked }),
            },
            { label: t('inspector.delete'), icon: Trash2, onDo: onDelete },
          ]}
        />
      </span>
    </li>
  );
});

function contentOf(lane: LaneRecord, index: RecordIndex): number {
  return index.children(lane.id, lane.kind === 'emotions' ? 'emotion' : 'card').length;
}
