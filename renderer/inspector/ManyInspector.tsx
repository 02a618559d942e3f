import { Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeCards } from '../../shared/edits/cards.ts';
import { defineEdit } from '../../shared/edits/defineEdit.ts';
import { changeFeelings } from '../../shared/edits/emotions.ts';
import { hideLanes, lockLanes } from '../../shared/edits/lanes.ts';
import { colourStages } from '../../shared/edits/stages.ts';
import { setStepWidth } from '../../shared/edits/steps.ts';
import type { Evidence } from '../../shared/records/card.ts';
import type { Id } from '../../shared/records/ids.ts';
import { STEP_WIDTH } from '../../shared/records/limits.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { useApplication } from '../ApplicationContext.ts';
import { Confirm } from '../dialogs/Confirm.tsx';
import type { Selectable } from '../editing/place.ts';
import { ColourField } from './ColourField.tsx';
import { countWords } from './countWords.ts';
import { EvidenceField } from './EvidenceField.tsx';
import { CheckField } from './fields/CheckField.tsx';
import { Fields } from './fields/Fields.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { useWrite } from './fields/useWrite.ts';
import { InspectorHead } from './InspectorHead.tsx';
import { removeSelected, selectedOf, tryEdit } from './removals.ts';
import { sharedValue } from './sharedValue.ts';

interface ManyInspectorProps {
  readonly selection: readonly Selectable[];
  readonly records: Records;
}

const widenSteps = defineEdit(
  'edit.setStepWidth',
  (tx, { steps, width }: { readonly steps: readonly Id<'step'>[]; readonly width: number }) => {
    for (const step of steps) setStepWidth.run(tx, { step, width });
  },
);

const setEvidence = defineEdit(
  'edit.changeCards',
  (tx, { ids, evidence }: { readonly ids: readonly Selectable[]; readonly evidence: Evidence }) => {
    changeCards.run(tx, { cards: selectedOf(ids, 'card'), fields: { evidence } });
    changeFeelings.run(tx, { emotions: selectedOf(ids, 'emotion'), fields: { evidence } });
  },
);

/** Several stages, steps or lanes, or things of different types: what they share, and copy and delete for all. */
export function ManyInspector({ selection, records }: ManyInspectorProps) {
  const { t } = useTranslation();
  const { editor, tools } = useApplication();
  const [asked, setAsked] = useState(false);
  const gone = asked ? (tryEdit(records, removeSelected, { ids: selection })?.removed ?? {}) : {};
  const onDelete = (): void => {
    const removed = tryEdit(records, removeSelected, { ids: selection })?.removed ?? {};
    const total = (removed.card ?? 0) + (removed.emotion ?? 0);
    const chosen = selectedOf(selection, 'card').length + selectedOf(selection, 'emotion').length;
    if (total > chosen) setAsked(true);
    else editor.edit(removeSelected, { ids: selection });
  };
  return (
    <>
      <InspectorHead
        title={t('inspector.many', { count: selection.length })}
        subtitle={selectionWords(t, selection)}
        actions={[
          { label: t('inspector.duplicate'), icon: Copy, onDo: () => tools.actions.duplicateSelection() },
          { label: t('inspector.deleteAll', { count: selection.length }), icon: Trash2, onDo: onDelete },
        ]}
      />
      <SharedFields selection={selection} records={records} />
      <Confirm
        open={asked}
        title={t('ask.manyTitle', { count: selection.length })}
        text={t('ask.goesToo', { what: countWords(t, gone) })}
        act={t('ask.deleteAll')}
        onDismiss={() => setAsked(false)}
        onConfirm={() => editor.edit(removeSelected, { ids: selection })}
      />
    </>
  );
}

function SharedFields({ selection, records }: ManyInspectorProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const lanes = selectedOf(selection, 'lane');
  const steps = selectedOf(selection, 'step');
  const stages = selectedOf(selection, 'stage');
  if (lanes.length === selection.length) {
    const shared = (read: 'hidden' | 'locked') =>
      sharedValue(lanes, (id) => getRecord(records, id)?.[read] ?? false) ?? null;
    return (
      <>
        <CheckField
          label={t('inspector.laneHiddenLabel')}
          value={shared('hidden')}
          onWrite={(hidden) => write(hideLanes, { lanes, hidden })}
        />
        <CheckField
          label={t('inspector.lockedLabel')}
          value={shared('locked')}
          onWrite={(locked) => write(lockLanes, { lanes, locked })}
        />
      </>
    );
  }
  if (steps.length === selection.length) {
    return (
      <NumberField
        label={t('inspector.width')}
        unit={t('inspector.pixels')}
        value={sharedValue(steps, (id) => getRecord(records, id)?.width) ?? null}
        least={STEP_WIDTH.least}
        most={STEP_WIDTH.most}
        step={20}
        onWrite={(width) => write(widenSteps, { steps, width }, `width ${steps.join(' ')}`)}
      />
    );
  }
  if (stages.length === 0 && steps.length === 0 && lanes.length === 0) {
    return <SharedEvidence selection={selection} records={records} />;
  }
  if (stages.length !== selection.length) return null;
  return (
    <ColourField
      value={sharedValue(stages, (id) => getRecord(records, id)?.colour) ?? null}
      onWrite={(colour) => write(colourStages, { stages, colour })}
    />
  );
}

/** Of cards and feelings together: how all of it is known. */
function SharedEvidence({ selection, records }: ManyInspectorProps) {
  const write = useWrite();
  const cards = selectedOf(selection, 'card').flatMap((id) => getRecord(records, id) ?? []);
  const points = selectedOf(selection, 'emotion').flatMap((id) => getRecord(records, id) ?? []);
  const items = [...cards, ...points];
  const isLocked = cards.some(({ locked }) => locked) || items.some(({ lane }) => getRecord(records, lane)?.locked);
  return (
    <Fields closed={isLocked}>
      <EvidenceField
        value={sharedValue(items, ({ evidence }) => evidence)}
        onWrite={(evidence) => write(setEvidence, { ids: selection, evidence })}
      />
    </Fields>
  );
}

/** How many of each type are selected. */
function selectionWords(t: Parameters<typeof countWords>[0], selection: readonly Selectable[]): string {
  return countWords(t, {
    card: selectedOf(selection, 'card').length,
    emotion: selectedOf(selection, 'emotion').length,
    stage: selectedOf(selection, 'stage').length,
    step: selectedOf(selection, 'step').length,
    lane: selectedOf(selection, 'lane').length,
  });
}
