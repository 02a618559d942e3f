import type { i18n } from 'i18next';
import type { EditVerb } from '../../shared/edits/defineEdit.ts';
import { addLane } from '../../shared/edits/lanes.ts';
import type { Place as SeatPlace } from '../../shared/edits/place.ts';
import { addStage, splitStage } from '../../shared/edits/stages.ts';
import { addStep } from '../../shared/edits/steps.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { LaneKind } from '../../shared/records/lane.ts';
import { getRecord } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import type { EditingStore, TextTarget } from '../editing/editingState.ts';
import type { Editor } from '../editing/editor.ts';
import type { HeadPlus } from '../editing/headPlus.ts';
import type { Place } from '../editing/place.ts';
import type { SessionStore } from '../state/sessionStore.ts';
import type { MapTools } from '../tools/mapTools.ts';

/** What of a window adding heads needs. */
interface Parts {
  readonly editor: Editor;
  readonly editing: EditingStore;
  readonly session: SessionStore;
  readonly tools: MapTools;
  readonly i18n: Pick<i18n, 't'>;
}

/** Adds what the "+" at a border stands for. */
export function addHeadAt(app: Parts, plus: HeadPlus): void {
  if (plus.kind === 'step') addStepBeside(app, plus.at);
  else if (plus.kind === 'stage') addStageAt(app, plus.at);
  else addLaneAt(app, 'text', plus.at);
}

/** Adds a step beside another and lets its name be typed; step and name are one entry of the history. */
export function addStepBeside(app: Parts, at: { readonly before: Id<'step'> } | { readonly after: Id<'step'> }): void {
  const { records } = app.editor;
  const step = records && getRecord(records, 'before' in at ? at.before : at.after);
  if (step !== undefined) addNamed(app, addStep, { stage: step.stage, at, name: '' }, stepTarget);
}

/** Adds a step where the keyboard stands, else at the end of the map. */
export function addStepHere(app: Parts): void {
  const { records } = app.editor;
  const { map } = app.session.getState();
  if (records === undefined || map === null) return;
  const { step, stage } = headsAt(app, app.editing.getState().place);
  const last = indexRecords(records).children(map, 'stage').at(-1)?.id;
  const into = stage ?? last;
  if (step !== undefined) addStepBeside(app, { after: step });
  else if (into !== undefined) addNamed(app, addStep, { stage: into, at: 'last', name: '' }, stepTarget);
  else addStageAt(app, 'last');
}

/** Adds a stage with a first step and lets its name be typed. */
export function addStageAt(app: Parts, at: SeatPlace<'stage'>): void {
  const { map } = app.session.getState();
  if (map === null) return;
  addNamed(app, addStage, { map, at, name: '', stepName: '' }, ({ stage }) => ({ kind: 'stageName', id: stage.id }));
}

/** Adds a stage after the one in which the keyboard stands, else at the end. */
export function addStageHere(app: Parts): void {
  const { stage } = headsAt(app, app.editing.getState().place);
  addStageAt(app, stage === undefined ? 'last' : { after: stage });
}

/** Makes a stage of a step and those after it, and lets its name be typed. */
export function splitStageAt(app: Parts, step: Id<'step'>): void {
  addNamed(app, splitStage, { step, name: '' }, ({ id }) => ({ kind: 'stageName', id }));
}

/** Adds a lane and lets its name be typed; it begins with what its kind is called. */
export function addLaneAt(app: Parts, kind: LaneKind, at: SeatPlace<'lane'>): void {
  const { map } = app.session.getState();
  if (map === null) return;
  const name = app.i18n.t(`laneKind.${kind}`);
  addNamed(app, addLane, { map, kind, name, hint: '', at }, ({ id }) => ({ kind: 'laneName', id }));
}

/** Adds a free lane below the one in which the keyboard stands, else at the foot of the map. */
export function addLaneHere(app: Parts): void {
  const { lane } = headsAt(app, app.editing.getState().place);
  addLaneAt(app, 'text', lane === undefined ? 'last' : { after: lane });
}

/** The step, stage and lane in which a place is, as far as it is in one. */
export function headsAt(
  { editor: { records } }: Pick<Parts, 'editor'>,
  place: Place | null,
): { readonly step?: Id<'step'>; readonly stage?: Id<'stage'>; readonly lane?: Id<'lane'> } {
  if (place === null || records === undefined) return {};
  const inStep = (step: Id<'step'>) => {
    const stage = getRecord(records, step)?.stage;
    return stage === undefined ? { step } : { step, stage };
  };
  switch (place.kind) {
    case 'cell':
      return { ...inStep(place.step), lane: place.lane };
    case 'card':
    case 'emotion': {
      const thing = getRecord(records, place.id);
      return thing === undefined ? {} : { ...inStep(thing.step), lane: thing.lane };
    }
    case 'step':
      return inStep(place.id);
    case 'stage':
      return { stage: place.id };
    case 'lane':
      return { lane: place.id };
  }
}

function stepTarget({ id }: { readonly id: Id<'step'> }): TextTarget & { readonly kind: 'stepName' } {
  return { kind: 'stepName', id };
}

type NameTarget = TextTarget & { readonly kind: 'stageName' | 'stepName' | 'laneName' };

function addNamed<Input, Value>(
  { editor, tools }: Parts,
  verb: EditVerb<Input, Value>,
  input: Input,
  target: (value: Value) => NameTarget,
): void {
  const mergeKey = tools.sessions.newMergeKey();
  const made = editor.edit(verb, input, {
    merging: { key: mergeKey, within: null },
    select: (value) => [target(value).id],
  });
  if (made !== undefined) tools.sessions.start(target(made), undefined, mergeKey);
}
