import { Plus, Split, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { splitStage } from '../../shared/edits/stages.ts';
import { addStep, renameStep, setStepWidth } from '../../shared/edits/steps.ts';
import { STEP_WIDTH } from '../../shared/records/limits.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import type { StepRecord } from '../../shared/records/step.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useApplication } from '../ApplicationContext.ts';
import { CommentList } from './CommentList.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { TextField } from './fields/TextField.tsx';
import { useWrite } from './fields/useWrite.ts';
import { InspectorHead } from './InspectorHead.tsx';

interface StepInspectorProps {
  readonly step: StepRecord;
  readonly records: Records;
}

/** What Shift+Alt+arrows change a step's width by on the map, in px at 100 % (UI.md section 3). */
const WIDTH_STEP = 20;

/** Everything a step says. */
export function StepInspector({ step, records }: StepInspectorProps) {
  const { t } = useTranslation();
  const { editor, editing } = useApplication();
  const write = useWrite();
  const { id } = step;
  const isFirst = indexRecords(records).children(step.stage, 'step')[0]?.id === id;
  return (
    <>
      <InspectorHead
        title={t('inspector.step')}
        subtitle={getRecord(records, step.stage)?.name ?? ''}
        actions={[
          {
            label: t('inspector.addStepAfter'),
            icon: Plus,
            onDo: () =>
              editor.edit(
                addStep,
                { stage: step.stage, at: { after: id }, name: t('inspector.newStep') },
                { select: (made) => [made.id] },
              ),
          },
          ...(isFirst
            ? []
            : [
                {
                  label: t('inspector.splitStage'),
                  icon: Split,
                  onDo: () => editor.edit(splitStage, { step: id, name: t('inspector.newStage') }),
                },
              ]),
          { label: t('inspector.delete'), icon: Trash2, onDo: () => editing.setState({ removal: { id } }) },
        ]}
      />
      <TextField
        label={t('inspector.name')}
        value={step.name}
        onWrite={(name) => write(renameStep, { step: id, name }, `name ${id}`)}
      />
      <NumberField
        label={t('inspector.width')}
        unit={t('inspector.pixels')}
        value={step.width}
        least={STEP_WIDTH.least}
        most={STEP_WIDTH.most}
        step={WIDTH_STEP}
        onWrite={(width) => write(setStepWidth, { step: id, width }, `width ${id}`)}
      />
      <CommentList about={id} records={records} />
    </>
  );
}
