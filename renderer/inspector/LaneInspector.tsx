import { Eye, EyeOff, Lock, LockOpen, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { changeLane, hideLanes, lockLanes, renameLane, setLaneHeight, setLaneKind } from '../../shared/edits/lanes.ts';
import { LANE_BORDERS, LANE_KINDS, type LaneRecord } from '../../shared/records/lane.ts';
import { EMOTION_HEIGHT, GREATEST_LANE_HEIGHT } from '../../shared/records/limits.ts';
import type { Records } from '../../shared/records/records.ts';
import { LANE_LOOKS } from '../../shared/scene/laneParts.ts';
import { useApplication } from '../ApplicationContext.ts';
import { LANE_ICONS } from '../panels/laneIcons.ts';
import { CommentList } from './CommentList.tsx';
import { CheckField } from './fields/CheckField.tsx';
import { Fields } from './fields/Fields.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { SelectField } from './fields/SelectField.tsx';
import { TextField } from './fields/TextField.tsx';
import { useWrite } from './fields/useWrite.ts';
import { InspectorHead, LockedNote } from './InspectorHead.tsx';

interface LaneInspectorProps {
  readonly lane: LaneRecord;
  readonly records: Records;
}

/** Everything a lane says. */
export function LaneInspector({ lane, records }: LaneInspectorProps) {
  const { t } = useTranslation();
  const { editing } = useApplication();
  const write = useWrite();
  const { id, hidden, locked } = lane;
  const Icon = LANE_ICONS[lane.kind];
  const hide = (value: boolean): void => {
    write(hideLanes, { lanes: [id], hidden: value });
  };
  const lock = (value: boolean): void => {
    write(lockLanes, { lanes: [id], locked: value });
  };
  return (
    <>
      <InspectorHead
        picture={
          <Icon size={24} strokeWidth={1.9} aria-hidden="true" color={`var(--${LANE_LOOKS[lane.kind].colour})`} />
        }
        title={t('inspector.lane')}
        subtitle={t(`laneKind.${lane.kind}`)}
        actions={[
          {
            label: t(hidden ? 'inspector.showLane' : 'inspector.hideLane'),
            icon: hidden ? Eye : EyeOff,
            onDo: () => hide(!hidden),
          },
          {
            label: t(locked ? 'inspector.unlock' : 'inspector.lock'),
            icon: locked ? LockOpen : Lock,
            onDo: () => lock(!locked),
          },
          { label: t('inspector.delete'), icon: Trash2, onDo: () => editing.setState({ removal: { id } }) },
        ]}
      />
      {locked && <LockedNote words={t('inspector.laneLocked')} onOpen={() => lock(false)} />}
      <Fields closed={locked}>
        <TextField
          label={t('inspector.name')}
          value={lane.name}
          placeholder={t(`laneKind.${lane.kind}`)}
          onWrite={(name) => write(renameLane, { lane: id, name }, `name ${id}`)}
        />
        <TextField
          label={t('inspector.hint')}
          value={lane.hint}
          placeholder={t(`inspector.laneHint.${lane.kind}`)}
          onWrite={(hint) => write(changeLane, { lane: id, fields: { hint } }, `hint ${id}`)}
        />
        <SelectField
          label={t('inspector.kindLabel')}
          value={lane.kind}
          options={LANE_KINDS.map((kind) => ({ value: kind, label: t(`laneKind.${kind}`) }))}
          onWrite={(kind) => write(setLaneKind, { lane: id, kind })}
        />
        <SelectField
          label={t('inspector.border')}
          value={lane.border}
          options={LANE_BORDERS.map((border) => ({ value: border, label: t(`inspector.borderKind.${border}`) }))}
          onWrite={(border) => write(changeLane, { lane: id, fields: { border } })}
        />
        <NumberField
          label={t('inspector.height')}
          unit={t('inspector.heightUnit')}
          value={lane.height}
          least={0}
          most={lane.kind === 'emotions' ? EMOTION_HEIGHT.most : GREATEST_LANE_HEIGHT}
          step={20}
          onWrite={(height) => write(setLaneHeight, { lane: id, height }, `height ${id}`)}
        />
      </Fields>
      <CheckField label={t('inspector.laneHiddenLabel')} value={hidden} onWrite={hide} />
      <CheckField label={t('inspector.lockedLabel')} value={locked} onWrite={lock} />
      <CommentList about={id} records={records} />
    </>
  );
}
