import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { addStage, changeStage, renameStage } from '../../shared/edits/stages.ts';
import { addStep } from '../../shared/edits/steps.ts';
import type { Records } from '../../shared/records/records.ts';
import type { StageRecord } from '../../shared/records/stage.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useApplication } from '../ApplicationContext.ts';
import { Button } from '../controls/Button.tsx';
import { ColourField } from './ColourField.tsx';
import { CommentList } from './CommentList.tsx';
import { TextArea, TextField } from './fields/TextField.tsx';
import { useWrite } from './fields/useWrite.ts';
import { InspectorHead } from './InspectorHead.tsx';
import styles from './inspector.module.css';

interface StageInspectorProps {
  readonly stage: StageRecord;
  readonly records: Records;
}

/** Everything a stage says. */
export function StageInspector({ stage, records }: StageInspectorProps) {
  const { t } = useTranslation();
  const { editor, editing } = useApplication();
  const write = useWrite();
  const { id } = stage;
  return (
    <>
      <InspectorHead
        picture={<span className={styles.territory} style={{ background: `var(--${stage.colour})` }} />}
        title={t('inspector.stage')}
        subtitle={t('facts.steps', { count: indexRecords(records).children(id, 'step').length })}
        actions={[
          {
            label: t('inspector.addStageAfter'),
            icon: Plus,
            onDo: () =>
              editor.edit(
                addStage,
                { map: stage.map, at: { after: id }, name: t('inspector.newStage'), stepName: t('inspector.newStep') },
                { select: (made) => [made.stage.id] },
              ),
          },
          { label: t('inspector.delete'), icon: Trash2, onDo: () => editing.setState({ removal: { id } }) },
        ]}
      />
      <TextField
        label={t('inspector.name')}
        value={stage.name}
        onWrite={(name) => write(renameStage, { stage: id, name }, `name ${id}`)}
      />
      <TextArea
        label={t('inspector.goal')}
        placeholder={t('inspector.goalHint')}
        value={stage.goal}
        onWrite={(goal) => write(changeStage, { stage: id, fields: { goal } }, `goal ${id}`)}
      />
      <ColourField value={stage.colour} onWrite={(colour) => write(changeStage, { stage: id, fields: { colour } })} />
      <Button
        onClick={() =>
          editor.edit(addStep, { stage: id, at: 'last', name: t('inspector.newStep') }, { select: (step) => [step.id] })
        }
      >
        <Plus size={16} aria-hidden="true" />
        {t('inspector.addStep')}
      </Button>
      <CommentList about={id} records={records} />
    </>
  );
}
