import { Eye, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { changeFeelings, FEELING_STEP, moveFeeling, removeFeelings } from '../../shared/edits/emotions.ts';
import { hidePersona } from '../../shared/edits/mapPersonas.ts';
import { BEST_FEELING, type EmotionRecord, WORST_FEELING } from '../../shared/records/emotion.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { faceItems } from '../../shared/scene/faces.ts';
import { useApplication } from '../ApplicationContext.ts';
import { CommentList } from './CommentList.tsx';
import { EvidenceField } from './EvidenceField.tsx';
import { feelingWords } from './feelingWords.ts';
import { CheckField } from './fields/CheckField.tsx';
import { Field } from './fields/Field.tsx';
import { Fields } from './fields/Fields.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { SceneDrawing } from './fields/SceneDrawing.tsx';
import { SliderField } from './fields/SliderField.tsx';
import { TextArea, TextField } from './fields/TextField.tsx';
import { useWrite } from './fields/useWrite.ts';
import { HiddenLaneNote, InspectorHead, StateNote } from './InspectorHead.tsx';
import styles from './inspector.module.css';
import { sharedValue } from './sharedValue.ts';
import { stepWithNumber } from './stepNumber.ts';

interface FeelingInspectorProps {
  readonly points: readonly EmotionRecord[];
  readonly records: Records;
}

/** Everything a point of somebody's curve says, or what several have in common. */
export function FeelingInspector({ points, records }: FeelingInspectorProps) {
  const { t } = useTranslation();
  const { editor } = useApplication();
  const write = useWrite();
  const [first] = points;
  if (first === undefined) return null;
  const only = points.length === 1 ? first : undefined;
  const ids = points.map(({ id }) => id);
  const persona = getRecord(records, first.persona);
  const lanes = [...new Set(points.map(({ lane }) => lane))].map((id) => getRecord(records, id));
  const map = lanes[0] && getRecord(records, lanes[0].map);
  const laneLocked = lanes.some((lane) => lane?.locked === true);
  const colour = persona?.colour ?? 'p1';
  return (
    <>
      <InspectorHead
        picture={
          <SceneDrawing
            items={faceItems(colour, first.value, 0, 0, 13, colour)}
            viewBox={[-17, -17, 34, 34]}
            width={32}
          />
        }
        title={only === undefined ? t('inspector.manyFeelings', { count: points.length }) : t('inspector.feeling')}
        subtitle={
          only === undefined ? '' : [persona?.name, stepWithNumber(records, only.step)].filter(Boolean).join(', ')
        }
        actions={[
          { label: t('inspector.delete'), icon: Trash2, onDo: () => editor.edit(removeFeelings, { emotions: ids }) },
        ]}
      />
      <HiddenLaneNote lanes={lanes} />
      {persona !== undefined && map?.hiddenPersonas.includes(persona.id) === true && (
        <StateNote
          words={t('inspector.ofHiddenPersona', { name: persona.name })}
          act={t('persona.show', { name: persona.name })}
          icon={Eye}
          onAct={() => write(hidePersona, { map: map.id, persona: persona.id, hidden: false })}
        />
      )}
      {laneLocked && <p>{t('inspector.laneOfFeelingLocked')}</p>}
      <Fields closed={laneLocked}>
        {only !== undefined && <OneFeeling point={only} />}
        <CheckField
          label={t('sheet.momentOfTruth')}
          value={sharedValue(points, ({ momentOfTruth }) => momentOfTruth) ?? null}
          onWrite={(momentOfTruth) => write(changeFeelings, { emotions: ids, fields: { momentOfTruth } })}
        />
        <EvidenceField
          value={sharedValue(points, ({ evidence }) => evidence)}
          onWrite={(evidence) => write(changeFeelings, { emotions: ids, fields: { evidence } })}
        />
      </Fields>
      {only !== undefined && <CommentList about={only.id} records={records} />}
    </>
  );
}

function OneFeeling({ point }: { readonly point: EmotionRecord }) {
  const { t } = useTranslation();
  const write = useWrite();
  const { id } = point;
  const setValue = (value: number): void => {
    write(moveFeeling, { emotion: id, value }, `value ${id}`);
  };
  return (
    <>
      <TextField
        label={t('inspector.feelingLabel')}
        placeholder={t('inspector.feelingLabelHint')}
        value={point.label}
        onWrite={(label) => write(changeFeelings, { emotions: [id], fields: { label } }, `label ${id}`)}
      />
      <Field label={t('inspector.feelingValue')} aside={feelingWords(t, point.value)}>
        <div className={styles.feelingValue}>
          <SliderField
            label={t('inspector.feelingValue')}
            value={point.value}
            least={WORST_FEELING}
            most={BEST_FEELING}
            step={FEELING_STEP}
            words={feelingWords(t, point.value)}
            onWrite={setValue}
          />
          <NumberField
            label={t('inspector.feelingNumber')}
            hideLabel
            value={point.value}
            least={WORST_FEELING}
            most={BEST_FEELING}
            step={FEELING_STEP}
            onWrite={setValue}
          />
        </div>
      </Field>
      <TextArea
        label={t('inspector.cause')}
        placeholder={t('inspector.causeHint')}
        value={point.cause}
        onWrite={(cause) => write(changeFeelings, { emotions: [id], fields: { cause } }, `cause ${id}`)}
      />
      <NumberField
        label={t('inspector.offset')}
        unit={t('inspector.offsetUnit')}
        value={Math.round(point.offset * 100)}
        least={0}
        most={100}
        step={5}
        onWrite={(percent) => write(moveFeeling, { emotion: id, offset: percent / 100 }, `offset ${id}`)}
      />
    </>
  );
}
