import {
  ArrowDownToLine,
  ArrowLeftToLine,
  ArrowRightToLine,
  ArrowUpToLine,
  BadgeCheck,
  Copy,
  EyeOff,
  Flag,
  Frown,
  Keyboard,
  Link,
  Lock,
  LockOpen,
  Palette,
  Pencil,
  Plus,
  Scan,
  Search,
  Shapes,
  Smile,
  SquareDashed,
  SquareSplitHorizontal,
  Star,
  Trash2,
} from 'lucide-react';
import { changeCards, lockCards } from '../../shared/edits/cards.ts';
import { changeFeelings } from '../../shared/edits/emotions.ts';
import { hideLanes, lockLanes } from '../../shared/edits/lanes.ts';
import { colourStages } from '../../shared/edits/stages.ts';
import { EVIDENCE, type Evidence } from '../../shared/records/card.ts';
import type { Id } from '../../shared/records/ids.ts';
import { KINDS_OF_LANE, LANE_KINDS } from '../../shared/records/lane.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { STAGE_COLOURS } from '../../shared/records/stage.ts';
import type { Application } from '../application.ts';
import type { Place } from '../editing/place.ts';
import { addLaneAt, addStageAt, addStepBeside, headsAt, splitStageAt } from './addHeads.ts';
import { command, item, LINE, type MapMenuEntry, submenu } from './mapMenuEntry.ts';
import { lineMenu, personaEntries } from './personaEntries.ts';

/** What a menu can be asked for: a place, or somebody at the top of the sheet. */
export type MapMenuSubject = Place | { readonly kind: 'persona'; readonly id: Id<'persona'> };

/** What can be done at a place of the map, in groups divided by lines. */
export function mapMenuEntries(app: Application, place: MapMenuSubject | null): readonly MapMenuEntry[] {
  const { records } = app.editor;
  if (records === undefined) return [];
  switch (place?.kind) {
    case 'card':
      return cardEntries(app, records, place);
    case 'cell':
      return cellEntries(app, records, place);
    case 'emotion':
      return feelingEntries(app, records, place);
    case 'stage':
      return stageEntries(app, records, place);
    case 'step':
      return stepEntries(app, place);
    case 'lane':
      return laneEntries(app, records, place);
    case 'persona':
      return personaEntries(app, records, place.id);
    case undefined:
      return mapEntries(app);
  }
}

function cardEntries(app: Application, records: Records, place: Place & { kind: 'card' }): readonly MapMenuEntry[] {
  const { t } = app.i18n;
  const { actions } = app.tools;
  const card = getRecord(records, place.id);
  const lane = card && getRecord(records, card.lane);
  if (card === undefined || lane === undefined) return [];
  const kinds = KINDS_OF_LANE[lane.kind];
  const cards = () => actions.selected('card');
  return [
    editEntry(app),
    command(app, 'item.add', Plus),
    ...(kinds.length < 2
      ? []
      : [
          submenu('turnInto', t('mapMenu.turnInto'), Shapes, [
            ...kinds.map((kind) => ({
              ...item(kind, t(`kind.${kind}`), undefined, () => actions.changeKind(kind)),
              pin: kind,
              chosen: kind === card.kind,
            })),
          ]),
        ]),
    evidenceMenu(app, card.evidence, (evidence) =>
      app.editor.edit(changeCards, { cards: cards(), fields: { evidence } }),
    ),
    command(app, 'item.link', Link),
    item('lock', t(card.locked ? 'mapMenu.unlock' : 'mapMenu.lock'), card.locked ? LockOpen : Lock, () => {
      app.editor.edit(lockCards, { cards: cards(), locked: !card.locked });
    }),
    LINE,
    command(app, 'map.duplicate', Copy),
    addMenu(app, place),
    LINE,
    removeEntry(app),
  ];
}

function cellEntries(app: Application, records: Records, place: Place & { kind: 'cell' }): readonly MapMenuEntry[] {
  const { t } = app.i18n;
  const { actions } = app.tools;
  const lane = getRecord(records, place.lane);
  const kinds = lane === undefined ? [] : KINDS_OF_LANE[lane.kind];
  const [first] = kinds;
  const start =
    first === undefined
      ? item('newFeeling', t('mapMenu.newFeeling'), Smile, () => actions.editHere(''))
      : item('newCard', t('mapMenu.newCard'), Plus, () => actions.addKind());
  return [
    { ...start, keys: ['Enter'] },
    ...(kinds.length < 2
      ? []
      : [
          submenu(
            'newKind',
            t('mapMenu.newKind'),
            Shapes,
            kinds.map((kind) => ({
              ...item(kind, t(`kind.${kind}`), undefined, () => actions.addKind(kind)),
              pin: kind,
            })),
          ),
        ]),
    LINE,
    addMenu(app, place),
  ];
}

function feelingEntries(
  app: Application,
  records: Records,
  place: Place & { kind: 'emotion' },
): readonly MapMenuEntry[] {
  const { t } = app.i18n;
  const point = getRecord(records, place.id);
  if (point === undefined) return [];
  const emotions = () => app.tools.actions.selected('emotion');
  return [
    editEntry(app),
    command(app, 'item.raise', Smile),
    command(app, 'item.lower', Frown),
    {
      ...item('truth', t('mapMenu.truth'), Star, () => {
        app.editor.edit(changeFeelings, { emotions: emotions(), fields: { momentOfTruth: !point.momentOfTruth } });
      }),
      chosen: point.momentOfTruth,
    },
    evidenceMenu(app, point.evidence, (evidence) =>
      app.editor.edit(changeFeelings, { emotions: emotions(), fields: { evidence } }),
    ),
    ...lineMenu(app, records, point.persona),
    LINE,
    addMenu(app, place),
    LINE,
    removeEntry(app),
  ];
}

function stageEntries(app: Application, records: Records, { id }: Place & { kind: 'stage' }): readonly MapMenuEntry[] {
  const { t } = app.i18n;
  const stages = app.tools.actions.selected('stage');
  const colour = getRecord(records, id)?.colour;
  const colours = STAGE_COLOURS.map((each) => ({
    ...item(each, t(`inspector.colour.${each}`), undefined, () => {
      app.editor.edit(colourStages, { stages: stages.length > 0 ? stages : [id], colour: each });
    }),
    swatch: each,
    chosen: each === colour,
  }));
  return [
    renameEntry(app),
    item('goal', t('mapMenu.goal'), Flag, () => app.tools.sessions.start({ kind: 'stageGoal', id })),
    submenu('colour', t('mapMenu.colour'), Palette, colours),
    LINE,
    ...wholeEntries(app),
    LINE,
    item('stageBefore', t('mapMenu.stageBefore'), ArrowLeftToLine, () => addStageAt(app, { before: id })),
    item('stageAfter', t('mapMenu.stageAfter'), ArrowRightToLine, () => addStageAt(app, { after: id })),
    LINE,
    removeEntry(app),
  ];
}

function stepEntries(app: Application, { id }: Place & { kind: 'step' }): readonly MapMenuEntry[] {
  const { t } = app.i18n;
  return [
    renameEntry(app),
    LINE,
    ...wholeEntries(app),
    LINE,
    item('stepBefore', t('mapMenu.stepBefore'), ArrowLeftToLine, () => addStepBeside(app, { before: id })),
    item('stepAfter', t('mapMenu.stepAfter'), ArrowRightToLine, () => addStepBeside(app, { after: id })),
    item('splitStage', t('mapMenu.splitStage'), SquareSplitHorizontal, () => splitStageAt(app, id)),
    LINE,
    removeEntry(app),
  ];
}

function laneEntries(app: Application, records: Records, { id }: Place & { kind: 'lane' }): readonly MapMenuEntry[] {
  const { t } = app.i18n;
  const locked = getRecord(records, id)?.locked === true;
  return [
    renameEntry(app),
    item('hide', t('mapMenu.hide'), EyeOff, () => void app.editor.edit(hideLanes, { lanes: [id], hidden: true })),
    item('lock', t(locked ? 'mapMenu.unlock' : 'mapMenu.lock'), locked ? LockOpen : Lock, () => {
      app.editor.edit(lockLanes, { lanes: [id], locked: !locked });
    }),
    LINE,
    ...wholeEntries(app),
    LINE,
    laneKindsMenu(app, 'laneAbove', { before: id }),
    laneKindsMenu(app, 'laneBelow', { after: id }),
    LINE,
    removeEntry(app),
  ];
}

/** What is done with a whole stage, step or lane, or with several. */
function wholeEntries(app: Application): readonly MapMenuEntry[] {
  return [command(app, 'map.selectWithin', SquareDashed), command(app, 'map.duplicate', Copy)];
}

function mapEntries(app: Application): readonly MapMenuEntry[] {
  return [
    command(app, 'map.addStage', Plus),
    laneKindsMenu(app, 'laneBelow', 'last'),
    LINE,
    command(app, 'view.zoomFit', Scan),
    command(app, 'view.palette', Search),
    command(app, 'help.keys', Keyboard),
  ];
}

/** Steps, stages and lanes beside those in which a place is. */
function addMenu(app: Application, place: Place): MapMenuEntry {
  const { t } = app.i18n;
  const { step, stage, lane } = headsAt(app, place);
  const entries: MapMenuEntry[] = [];
  if (step !== undefined) {
    entries.push(
      item('stepBefore', t('mapMenu.stepBefore'), ArrowLeftToLine, () => addStepBeside(app, { before: step })),
      item('stepAfter', t('mapMenu.stepAfter'), ArrowRightToLine, () => addStepBeside(app, { after: step })),
    );
  }
  if (stage !== undefined) {
    entries.push(
      LINE,
      item('stageBefore', t('mapMenu.stageBefore'), ArrowLeftToLine, () => addStageAt(app, { before: stage })),
      item('stageAfter', t('mapMenu.stageAfter'), ArrowRightToLine, () => addStageAt(app, { after: stage })),
    );
  }
  if (lane !== undefined) {
    entries.push(
      LINE,
      laneKindsMenu(app, 'laneAbove', { before: lane }),
      laneKindsMenu(app, 'laneBelow', { after: lane }),
    );
  }
  return submenu('add', t('mapMenu.add'), Plus, entries);
}

function laneKindsMenu(
  app: Application,
  id: 'laneAbove' | 'laneBelow',
  at: Parameters<typeof addLaneAt>[2],
): MapMenuEntry {
  const { t } = app.i18n;
  const kinds = LANE_KINDS.map((kind) => item(kind, t(`laneKind.${kind}`), undefined, () => addLaneAt(app, kind, at)));
  return submenu(id, t(`mapMenu.${id}`), id === 'laneAbove' ? ArrowUpToLine : ArrowDownToLine, kinds);
}

function evidenceMenu(app: Application, now: Evidence, set: (evidence: Evidence) => void): MapMenuEntry {
  const { t } = app.i18n;
  return submenu(
    'evidence',
    t('mapMenu.evidence'),
    BadgeCheck,
    EVIDENCE.map((evidence) => ({
      ...item(evidence, t(evidence === 'none' ? 'mapMenu.evidenceNone' : `sheet.${evidence}`), undefined, () =>
        set(evidence),
      ),
      chosen: evidence === now,
    })),
  );
}

function editEntry(app: Application): MapMenuEntry {
  return {
    ...item('edit', app.i18n.t('mapMenu.editText'), Pencil, () => app.tools.actions.editHere()),
    keys: ['Enter'],
  };
}

function renameEntry(app: Application): MapMenuEntry {
  return {
    ...item('rename', app.i18n.t('mapMenu.rename'), Pencil, () => app.tools.actions.editHere()),
    keys: ['Enter'],
  };
}

function removeEntry(app: Application): MapMenuEntry {
  return { ...command(app, 'map.remove', Trash2), danger: true };
}
