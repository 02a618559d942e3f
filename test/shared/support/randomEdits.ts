import fc from 'fast-check';
import { addArrow, removeArrows } from '../../../shared/edits/arrows.ts';
import { addCardOfKind, turnCard } from '../../../shared/edits/cardKinds.ts';
import { answerPain, linkCards } from '../../../shared/edits/cardLinks.ts';
import {
  addCard,
  changeCards,
  lockCards,
  removeCards,
  setCardKind,
  setCardSpan,
  splitCard,
} from '../../../shared/edits/cards.ts';
import { addComment, removeComment } from '../../../shared/edits/comments.ts';
import { copyCards, duplicateCards } from '../../../shared/edits/copyCards.ts';
import { cutItems, cutLanes, cutStages, cutSteps } from '../../../shared/edits/cutting.ts';
import { defineEdit, type EditVerb, edit } from '../../../shared/edits/defineEdit.ts';
import { duplicateThings } from '../../../shared/edits/duplicateThings.ts';
import { addFeeling, moveFeeling, nudgeFeelings, removeFeelings } from '../../../shared/edits/emotions.ts';
import { joinCards, separateCards } from '../../../shared/edits/joinCards.ts';
import { addLane, hideLanes, lockLanes, moveLane, removeLane, setLaneKind } from '../../../shared/edits/lanes.ts';
import { addPersonaToMap, focusPersona, hidePersona, takePersonaOffMap } from '../../../shared/edits/mapPersonas.ts';
import { addMap, duplicateMap, moveMap, removeMap } from '../../../shared/edits/maps.ts';
import { moveCards, nudgeCards, shiftCards } from '../../../shared/edits/moveCards.ts';
import { addNotes, moveNote, noteToCard, removeNotes } from '../../../shared/edits/notes.ts';
import { pasteRows } from '../../../shared/edits/pasteRows.ts';
import { likeChannel, setPersonaChannels } from '../../../shared/edits/personaChannels.ts';
import { addPersona, movePersona, removePersona } from '../../../shared/edits/personas.ts';
import { type CuttingTarget, putCutting } from '../../../shared/edits/putCutting.ts';
import { addSource, moveSource, removeSource } from '../../../shared/edits/sources.ts';
import { addStage, moveStage, removeStage, splitStage } from '../../../shared/edits/stages.ts';
import { addStep, moveStep, removeStep } from '../../../shared/edits/steps.ts';
import { removeTag } from '../../../shared/edits/tags.ts';
import { CARD_KINDS } from '../../../shared/records/card.ts';
import type { Id, RecordType } from '../../../shared/records/ids.ts';
import { LANE_KINDS } from '../../../shared/records/lane.ts';
import { type Records, recordsOfType } from '../../../shared/records/records.ts';
import type { Edit, EditEnvironment } from '../../../shared/store/transact.ts';

/** What a random edit chooses with: every call takes the next number. */
export interface Choice {
  /** The id of some record of a type; of one that is gone when there is none. */
  id<Type extends RecordType>(type: Type): Id<Type>;
  /** Up to four different ones. */
  ids<Type extends RecordType>(type: Type): readonly Id<Type>[];
  one<const Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number];
  number(below: number): number;
}

/** Does some edit, if it is not refused. */
type RandomEdit = (records: Records, environment: EditEnvironment, choice: Choice) => Edit<unknown> | null;

function random<Input, Value>(verb: EditVerb<Input, Value>, choose: (choice: Choice) => Input): RandomEdit {
  return (records, environment, choice) => {
    const done = edit(records, environment, verb, choose(choice));
    return done.ok ? done.value : null;
  };
}

function place<Type extends RecordType>(choice: Choice, type: Type) {
  return choice.one(['first', 'last', { before: choice.id(type) }, { after: choice.id(type) }] as const);
}

const cell = (choice: Choice) => ({ lane: choice.id('lane'), step: choice.id('step') });
const cellPlace = (choice: Choice) => ({
  ...cell(choice),
  at: choice.one(['first', 'last', { after: choice.id('card') }] as const),
});
const keeping = (choice: Choice) => choice.one(['delete', 'moveLeft'] as const);
const flag = (choice: Choice) => choice.number(2) === 0;

/** Copies a part of some map to a place of some map, as the clipboard does. */
const copyPart = defineEdit(
  'edit.pasteCards',
  (
    tx,
    {
      ids,
      ...target
    }: CuttingTarget & {
      readonly ids: {
        readonly cards: readonly Id<'card'>[];
        readonly emotions: readonly Id<'emotion'>[];
        readonly steps: readonly Id<'step'>[];
        readonly stages: readonly Id<'stage'>[];
        readonly lanes: readonly Id<'lane'>[];
        readonly which: 'items' | 'steps' | 'stages' | 'lanes';
      };
    },
  ) => {
    const { cards, emotions, steps, stages, lanes, which } = ids;
    const cuttings = {
      items: () => cutItems(tx, cards, emotions),
      steps: () => cutSteps(tx, steps),
      stages: () => cutStages(tx, stages),
      lanes: () => cutLanes(tx, lanes),
    };
    return putCutting.run(tx, { cutting: cuttings[which](), ...target });
  },
);

const EDITS: readonly [RandomEdit, ...RandomEdit[]] = [
  random(addCard, (c) => ({
    ...cellPlace(c),
    fields: { text: `Card ${c.number(1000)}?`, persona: c.one([null, c.id('persona')]) },
  })),
  random(addCard, (c) => ({ ...cell(c), at: 'last' as const })),
  random(changeCards, (c) => ({
    cards: c.ids('card'),
    fields: { persona: c.id('persona'), sources: c.ids('source') },
  })),
  random(setCardKind, (c) => ({ cards: c.ids('card'), kind: c.one(CARD_KINDS) })),
  random(setCardSpan, (c) => ({ card: c.id('card'), step: c.id('step'), span: c.number(14) })),
  random(setCardSpan, (c) => ({ card: c.id('card'), span: c.number(6) })),
  random(lockCards, (c) => ({ cards: [c.id('card')], locked: c.number(4) === 0 })),
  random(addCardOfKind, (c) => ({ ...cell(c), at: 'last' as const, kind: c.one(CARD_KINDS) })),
  random(turnCard, (c) => ({ card: c.id('card'), kind: c.one(CARD_KINDS) })),
  random(joinCards, (c) => ({ from: c.id('card'), to: c.id('card') })),
  random(separateCards, (c) => ({ from: c.id('card'), to: c.id('card') })),
  random(duplicateThings, (c) => ({ ids: [...c.ids('card'), ...c.ids('emotion')] })),
  random(duplicateThings, (c) => ({ ids: [c.one([c.id('stage'), c.id('step'), c.id('lane')])] })),
  random(copyPart, (c) => ({
    ids: {
      cards: c.ids('card'),
      emotions: c.ids('emotion'),
      steps: c.ids('step'),
      stages: [c.id('stage')],
      lanes: [c.id('lane')],
      which: c.one(['items', 'steps', 'stages', 'lanes']),
    },
    map: c.id('map'),
    stage: c.one([null, c.id('stage')]),
    step: c.one([null, c.id('step')]),
    lane: c.one([null, c.id('lane')]),
  })),
  random(splitCard, (c) => ({ card: c.id('card') })),
  random(moveCards, (c) => {
    const held = c.id('card');
    return { cards: [held, ...c.ids('card')], held, ...cellPlace(c) };
  }),
  random(moveCards, (c) => ({ cards: [c.id('card')], ...cellPlace(c) })),
  random(shiftCards, (c) => ({ cards: c.ids('card'), columns: c.number(3) - 1, lanes: c.number(3) - 1 })),
  random(nudgeCards, (c) => ({ cards: c.ids('card'), towards: c.one(['left', 'right', 'up', 'down'] as const) })),
  random(duplicateCards, (c) => ({ cards: c.ids('card') })),
  random(copyCards, (c) => ({ cards: c.ids('card'), ...cellPlace(c) })),
  random(removeCards, (c) => ({ cards: c.ids('card') })),
  random(linkCards, (c) => ({ from: c.id('card'), to: c.id('card') })),
  random(answerPain, (c) => ({ card: c.id('card'), newLane: { name: 'Opportunities', hint: '' } })),
  random(pasteRows, (c) => ({
    ...cellPlace(c),
    rows: [['One', 'Two'], ['Three\nlines\nlong']],
    down: c.one(['cell', 'lanes'] as const),
  })),
  random(addFeeling, (c) => ({
    ...cell(c),
    persona: c.id('persona'),
    offset: c.number(100) / 100,
    value: c.number(5) - 2,
  })),
  random(moveFeeling, (c) => ({ emotion: c.id('emotion'), step: c.id('step'), offset: c.number(150) / 100 })),
  random(nudgeFeelings, (c) => ({ emotions: c.ids('emotion'), by: 0.25 })),
  random(removeFeelings, (c) => ({ emotions: [c.id('emotion')] })),
  random(addLane, (c) => ({ map: c.id('map'), kind: c.one(LANE_KINDS), name: 'Lane', hint: '', at: place(c, 'lane') })),
  random(setLaneKind, (c) => ({ lane: c.id('lane'), kind: c.one(LANE_KINDS) })),
  random(moveLane, (c) => ({ lane: c.id('lane'), at: place(c, 'lane') })),
  random(hideLanes, (c) => ({ lanes: c.ids('lane'), hidden: flag(c) })),
  random(lockLanes, (c) => ({ lanes: [c.id('lane')], locked: c.number(4) === 0 })),
  random(removeLane, (c) => ({ lane: c.id('lane'), cards: c.one(['delete', { moveTo: c.id('lane') }] as const) })),
  random(addStage, (c) => ({ map: c.id('map'), at: place(c, 'stage'), name: 'Stage', stepName: 'Step' })),
  random(moveStage, (c) => ({ stage: c.id('stage'), at: place(c, 'stage') })),
  random(splitStage, (c) => ({ step: c.id('step'), name: 'Half' })),
  random(removeStage, (c) => ({ stage: c.id('stage'), cards: keeping(c) })),
  random(addStep, (c) => ({ stage: c.id('stage'), at: place(c, 'step'), name: 'Step' })),
  random(moveStep, (c) => ({ step: c.id('step'), stage: c.id('stage'), at: place(c, 'step') })),
  random(moveStep, (c) => ({ step: c.id('step'), stage: c.id('stage'), at: 'last' as const })),
  random(removeStep, (c) => ({ step: c.id('step'), cards: keeping(c) })),
  random(addMap, (c) => ({
    title: 'Map',
    stageName: '',
    stepName: '',
    lanes: [{ kind: 'emotions' as const, name: '', hint: '' }],
    personas: c.ids('persona'),
  })),
  random(moveMap, (c) => ({ map: c.id('map'), at: place(c, 'map') })),
  random(duplicateMap, (c) => ({ map: c.id('map'), title: 'Copy' })),
  random(removeMap, (c) => ({ map: c.id('map') })),
  random(addPersona, (c) => ({ fields: { name: 'Somebody' }, map: c.one([null, c.id('map')]) })),
  random(movePersona, (c) => ({ persona: c.id('persona'), at: place(c, 'persona') })),
  random(setPersonaChannels, (c) => ({ persona: c.id('persona'), channels: c.ids('channel') })),
  random(likeChannel, (c) => ({ persona: c.id('persona'), channel: c.id('channel'), liking: c.number(6) })),
  random(removePersona, (c) => ({ persona: c.id('persona') })),
  random(addPersonaToMap, (c) => ({
    map: c.id('map'),
    persona: c.id('persona'),
    before: c.one([null, c.id('persona')]),
  })),
  random(takePersonaOffMap, (c) => ({ map: c.id('map'), persona: c.id('persona') })),
  random(hidePersona, (c) => ({ map: c.id('map'), persona: c.id('persona'), hidden: flag(c) })),
  random(focusPersona, (c) => ({ map: c.id('map'), persona: c.id('persona') })),
  random(addNotes, (c) => ({
    texts: ['One', 'Two'],
    to: c.one([
      { map: null, at: place(c, 'note') },
      { map: c.id('map'), x: 1, y: 2 },
    ]),
  })),
  random(moveNote, (c) => ({
    note: c.id('note'),
    to: c.one([
      { map: null, at: place(c, 'note') },
      { map: c.id('map'), x: 3, y: 4 },
    ]),
  })),
  random(noteToCard, (c) => ({ note: c.id('note'), ...cellPlace(c) })),
  random(removeNotes, (c) => ({ notes: [c.id('note')] })),
  random(addArrow, (c) => ({
    map: c.id('map'),
    from: { card: c.id('card') },
    to: c.one([{ card: c.id('card') }, { x: 1, y: 2 }]),
    label: '',
  })),
  random(removeArrows, (c) => ({ arrows: [c.id('arrow')] })),
  random(addComment, (c) => ({
    about: c.one([c.id('card'), c.id('comment'), c.id('step'), c.id('note')]),
    author: '',
    text: 'Hm',
  })),
  random(removeComment, (c) => ({ comment: c.id('comment') })),
  random(addSource, () => ({ fields: { name: 'Survey' } })),
  random(moveSource, (c) => ({ source: c.id('source'), at: place(c, 'source') })),
  random(removeSource, (c) => ({ source: c.id('source') })),
  random(removeTag, (c) => ({ tag: c.id('tag') })),
];

function choiceFrom(records: Records, numbers: readonly number[]): Choice {
  let next = 0;
  const number = (below: number): number => (numbers[next++ % numbers.length] ?? 0) % below;
  const known = <Type extends RecordType>(type: Type): readonly Id<Type>[] =>
    recordsOfType(records, type).map(({ id }) => id as Id<Type>);
  return {
    number,
    one: (items) => items[number(items.length)] ?? items[0],
    id: (type) => {
      const ids = known(type);
      return ids[number(Math.max(ids.length, 1))] ?? (`${type}:gone` as Id<typeof type>);
    },
    ids: (type) => {
      const ids = known(type);
      const count = number(4) + 1;
      const chosen = Array.from({ length: count }, () => ids[number(Math.max(ids.length, 1))]);
      return [...new Set(chosen)].filter((id) => id !== undefined);
    },
  };
}

/** Some edits one after the other, each made of numbers. */
export const randomEdits = fc.array(fc.array(fc.nat({ max: 9_999 }), { minLength: 8, maxLength: 12 }), {
  minLength: 1,
  maxLength: 30,
});

/** The finished edits that come of the numbers, each beginning where the one before ended. Refused ones are left out. */
export function doRandomEdits(
  records: Records,
  environment: EditEnvironment,
  numbers: readonly (readonly number[])[],
): readonly Edit<unknown>[] {
  const done: Edit<unknown>[] = [];
  let current = records;
  for (const [which = 0, ...rest] of numbers) {
    const made = (EDITS[which % EDITS.length] ?? EDITS[0])(current, environment, choiceFrom(current, rest));
    if (made === null) continue;
    current = made.records;
    done.push(made);
  }
  return done;
}
