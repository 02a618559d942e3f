import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountsByType } from '../../shared/edits/consequences.ts';
import { removeLane } from '../../shared/edits/lanes.ts';
import { removeStage } from '../../shared/edits/stages.ts';
import { removeStep } from '../../shared/edits/steps.ts';
import { type Id, isId } from '../../shared/records/ids.ts';
import type { LaneRecord } from '../../shared/records/lane.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useApplication, useDocument, useEditing } from '../ApplicationContext.ts';
import type { Application } from '../application.ts';
import { Button } from '../controls/Button.tsx';
import { Question } from '../dialogs/Question.tsx';
import { countWords } from './countWords.ts';
import { SelectField } from './fields/SelectField.tsx';
import { tryEdit } from './removals.ts';

type Removable = Id<'stage' | 'step' | 'lane'>;

/** A removal the person is asked about. */
interface Asked {
  readonly id: Removable;
  readonly name: string;
  /** What would go with it. */
  readonly gone: CountsByType;
  /** Where what stands in it can go instead: lanes for a lane, 'aside' for a step or stage; empty for nowhere. */
  readonly refuges: readonly { readonly value: 'aside' | Id<'lane'>; readonly label: string }[];
}

/**
 * Asks what becomes of what stands in a stage, step or lane that shall go. An empty one goes at once; one that may not
 * go says why.
 */
export function RemovalQuestion() {
  const { t } = useTranslation();
  const app = useApplication();
  const removal = useEditing((state) => state.removal);
  const records = useDocument((document) => (removal === null ? null : document.records));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [refuge, setRefuge] = useState<'aside' | Id<'lane'> | null>(null);
  useEffect(() => {
    if (removal === null || records === null) return;
    const next = askAbout(records, removal.id);
    if (next === null) {
      app.editing.setState({ removal: null });
      remove(app, removal.id, 'delete');
      return;
    }
    setAsked(next);
    setRefuge(next.refuges[0]?.value ?? null);
  }, [app, removal, records]);

  const close = () => app.editing.setState({ removal: null });
  const decide = (cards: 'delete' | 'aside' | Id<'lane'>): void => {
    close();
    if (asked !== null) remove(app, asked.id, cards);
  };
  const type = asked === null ? 'step' : typeOf(asked.id);
  const name = asked === null || asked.name === '' ? t('inspector.unnamed') : asked.name;
  return (
    <Question
      open={removal !== null && asked !== null}
      title={t(`ask.${type}Title`, { name })}
      text={t('ask.standsIn', { what: asked === null ? '' : countWords(t, asked.gone) })}
      onDismiss={close}
    >
      {type === 'lane' && asked !== null && asked.refuges.length > 1 && (
        <SelectField label={t('ask.moveTo')} hideLabel value={refuge} options={asked.refuges} onWrite={setRefuge} />
      )}
      <Button look="ghost" onClick={close}>
        {t('action.cancel')}
      </Button>
      <Button onClick={() => decide('delete')}>{t('ask.deleteWith')}</Button>
      {refuge !== null && (
        <Button look="main" onClick={() => decide(refuge)}>
          {refuge === 'aside' ? t('ask.moveAside') : t('ask.moveInto', { name: labelOf(asked, refuge) })}
        </Button>
      )}
    </Question>
  );
}

function labelOf(asked: Asked | null, refuge: Id<'lane'>): string {
  return asked?.refuges.find(({ value }) => value === refuge)?.label ?? '';
}

function typeOf(id: Removable): 'stage' | 'step' | 'lane' {
  return isId('stage', id) ? 'stage' : isId('lane', id) ? 'lane' : 'step';
}

/** What to ask; null when there is nothing to ask: it is empty, or may not go at all. */
function askAbout(records: Records, id: Removable): Asked | null {
  const name = getRecord(records, id as Id<'step'>)?.name ?? '';
  if (isId('lane', id)) {
    const gone = countOf(tryEdit(records, removeLane, { lane: id, cards: 'delete' })?.removed);
    return gone === null ? null : { id, name, gone, refuges: lanesFor(records, id) };
  }
  const verb = (cards: 'delete' | 'moveLeft') =>
    isId('stage', id)
      ? tryEdit(records, removeStage, { stage: id, cards })
      : tryEdit(records, removeStep, { step: id as Id<'step'>, cards });
  const gone = countOf(verb('delete')?.removed);
  if (gone === null) return null;
  return { id, name, gone, refuges: verb('moveLeft') === null ? [] : [{ value: 'aside', label: '' }] };
}

/** The cards and feelings that would go; null when there are none. */
function countOf(removed: CountsByType | undefined): CountsByType | null {
  const { card = 0, emotion = 0 } = removed ?? {};
  return card + emotion === 0 ? null : { card, emotion };
}

/** The lanes that would take what stands in a lane, those of its own kind first. */
function lanesFor(records: Records, id: Id<'lane'>): readonly { readonly value: Id<'lane'>; readonly label: string }[] {
  const lane = getRecord(records, id);
  if (lane === undefined) return [];
  const alike = (other: LaneRecord): number => (other.kind === lane.kind ? 0 : 1);
  return indexRecords(records)
    .children(lane.map, 'lane')
    .filter(
      (other) => other.id !== id && tryEdit(records, removeLane, { lane: id, cards: { moveTo: other.id } }) !== null,
    )
    .sort((a, b) => alike(a) - alike(b))
    .map((other) => ({ value: other.id, label: other.name }));
}

function remove(app: Application, id: Removable, cards: 'delete' | 'aside' | Id<'lane'>): void {
  const { editor } = app;
  const moving = cards === 'delete' ? 'delete' : 'moveLeft';
  if (isId('stage', id)) editor.edit(removeStage, { stage: id, cards: moving });
  else if (isId('lane', id)) {
    editor.edit(removeLane, {
      lane: id,
      cards: cards === 'delete' || cards === 'aside' ? 'delete' : { moveTo: cards },
    });
  } else editor.edit(removeStep, { step: id as Id<'step'>, cards: moving });
}
