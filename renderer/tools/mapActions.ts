import { addCardOfKind, turnCard } from '../../shared/edits/cardKinds.ts';
import { addCard, changeCards, setCardKind } from '../../shared/edits/cards.ts';
import type { EditVerb } from '../../shared/edits/defineEdit.ts';
import { duplicateThings } from '../../shared/edits/duplicateThings.ts';
import { addFeeling, FEELING_STEP, nudgeFeelings } from '../../shared/edits/emotions.ts';
import { removeItems } from '../../shared/edits/items.ts';
import { moveLane } from '../../shared/edits/lanes.ts';
import { nudgeCards, type Towards } from '../../shared/edits/moveCards.ts';
import { moveStage } from '../../shared/edits/stages.ts';
import { moveStep } from '../../shared/edits/steps.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { CardKind, CardRecord } from '../../shared/records/card.ts';
import { roundToHundredths } from '../../shared/records/fields.ts';
import type { Id } from '../../shared/records/ids.ts';
import { KINDS_OF_LANE } from '../../shared/records/lane.ts';
import { getRecord } from '../../shared/records/records.ts';
import { readDocument } from '../../shared/store/mapParts.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { cellOfPlace } from '../editing/cellOfPlace.ts';
import type { KindChoice, Removal, TextTarget, WindowRefusal } from '../editing/editingState.ts';
import type { Editor } from '../editing/editor.ts';
import { hoveredGhost, isGhostAsked } from '../editing/ghostCell.ts';
import { nextInReadingOrder, nextToWrite } from '../editing/navigate.ts';
import type { Place, Selectable } from '../editing/place.ts';
import type { TextSessions } from '../editing/textSession.ts';
import type { ToolContext } from './tool.ts';
import { walkerOf } from './walkerOf.ts';

/** What a person can do to what is selected, or where the keyboard stands, whatever asked for it: key, menu, button. */
export class MapActions {
  private readonly context: ToolContext;
  private readonly sessions: TextSessions;

  constructor(context: ToolContext, sessions: TextSessions) {
    this.context = context;
    this.sessions = sessions;
  }

  private get editor(): Editor {
    return this.context.editor;
  }

  /** Selected things of one type, in the order they were selected. */
  selected<Type extends 'card' | 'emotion' | 'stage' | 'step' | 'lane'>(type: Type): readonly Id<Type>[] {
    const { selection } = this.context.editing.getState();
    return selection.filter((id): id is Selectable & Id<Type> => id.startsWith(`${type}:`));
  }

  /** Edits the text of the place, or starts a card in an empty cell; `typed` replaces what stands there. */
  editHere(typed?: string): void {
    const { place } = this.context.editing.getState();
    if (place?.kind === 'cell') this.startInCell(place, typed);
    else if (place !== null) this.context.startText(textTargetOf(place), typed);
  }

  /** Asks for the kind of a card to be added where the pointer shows a place for one, else where the keyboard stands. */
  askKind(): void {
    const layout = this.context.layout();
    const state = this.context.editing.getState();
    const ghost = layout !== null && isGhostAsked(state) ? hoveredGhost(layout, state) : null;
    const choice = ghost === null ? this.placeForNew() : { ...ghost, after: null };
    if (choice === null) this.refuse('nowhereToAdd');
    else this.context.editing.setState({ choice, refusal: null });
  }

  /** Adds a card of a kind, or of the lane's own, where one was asked for, and lets its text be typed. */
  addKind(kind?: CardKind): void {
    const choice = this.context.editing.getState().choice ?? this.placeForNew();
    this.context.editing.setState({ choice: null });
    if (choice === null) {
      this.refuse('nowhereToAdd');
      return;
    }
    const { lane, step, after } = choice;
    if (kind !== undefined) this.startCard(addCardOfKind, { lane, step, at: after ? { after } : 'last', kind });
    else if (after !== null) this.startCard(addCard, { lane, step, at: { after } });
    else this.startInCell({ kind: 'cell', lane, step });
  }

  /** Makes the selected card, while it says nothing, one of another kind; false when it says something. */
  turnEmptyCard(kind: CardKind): boolean {
    const [id, ...others] = this.selected('card');
    const { records } = this.editor;
    const card = id && others.length === 0 && records ? getRecord(records, id) : undefined;
    if (card === undefined || card.text.trim() !== '') return false;
    this.editor.edit(turnCard, { card: card.id, kind }, { select: () => [card.id] });
    return true;
  }

  /** Removes cards and points at once; a stage, step or lane asks first when something goes with it. */
  removeSelection(): void {
    const [cards, emotions] = [this.selected('card'), this.selected('emotion')];
    if (cards.length + emotions.length > 0) {
      const after = this.placeAfterRemoval();
      this.editor.edit(removeItems, { cards, emotions }, { select: () => [] });
      this.context.editing.setState({ place: after });
      return;
    }
    const [head] = [...this.selected('stage'), ...this.selected('step'), ...this.selected('lane')];
    if (head !== undefined) this.context.editing.setState({ removal: { id: head } satisfies Removal });
  }

  /** Copies what is selected right beside it: whole lanes, stages and steps, else cards and feelings. */
  duplicateSelection(): void {
    const { selection } = this.context.editing.getState();
    const options = { select: (copies: readonly Selectable[]) => copies };
    if (selection.length > 0) this.editor.edit(duplicateThings, { ids: selection }, options);
  }

  /** Moves what is selected by one: cards through cells, feelings by a quarter, heads past their neighbour. */
  moveSelection(towards: Towards): void {
    const cards = this.selected('card');
    if (cards.length > 0) {
      this.editor.edit(nudgeCards, { cards, towards }, { merging: nudge(cards), select: () => cards });
      return;
    }
    if (towards === 'up' || towards === 'down') this.changeFeeling(towards === 'up' ? 1 : -1);
    this.moveHead(towards);
  }

  /** Raises or lowers the selected feelings by a quarter; in an empty cell of the river it sets the first point. */
  changeFeeling(direction: 1 | -1): void {
    const emotions = this.selected('emotion');
    const by = direction * FEELING_STEP;
    if (emotions.length > 0) {
      this.editor.edit(nudgeFeelings, { emotions, by }, { merging: nudge(emotions), select: () => emotions });
      return;
    }
    const { place } = this.context.editing.getState();
    if (place?.kind === 'cell') this.addFeelingIn(place, by);
  }

  /** Nothing said, assumed, researched, and round again. */
  cycleEvidence(): void {
    const { records } = this.editor;
    const cards = this.selected('card');
    const first = cards[0] && records ? getRecord(records, cards[0]) : undefined;
    if (first === undefined) return;
    const next = { none: 'assumption', assumption: 'researched', researched: 'none' } as const;
    this.editor.edit(changeCards, { cards, fields: { evidence: next[first.evidence] } }, { select: () => cards });
  }

  /** Makes the selected cards ones of another kind. */
  changeKind(kind: CardKind): void {
    const cards = this.selected('card');
    if (cards.length > 0) this.editor.edit(setCardKind, { cards, kind }, { select: () => cards });
  }

  /** Selects what stands in the selected stages, steps and lanes; else, or when that is selected, everything. */
  selectAll(): void {
    const layout = this.context.layout();
    if (layout === null) return;
    const within = this.itemsWithin(layout);
    this.editor.select(within.length > 0 ? within : itemsOf(layout, () => true));
  }

  /** Selects the cards and feelings that stand in the selected stages, steps and lanes. */
  selectWithin(): void {
    const layout = this.context.layout();
    const within = layout === null ? [] : this.itemsWithin(layout);
    if (within.length > 0) this.editor.select(within);
    else this.refuse('nothingWithin');
  }

  private itemsWithin(layout: MapLayout): readonly Selectable[] {
    const heads = new Set<Id>([...this.selected('stage'), ...this.selected('step'), ...this.selected('lane')]);
    if (heads.size === 0) return [];
    const { columns } = layout.columns;
    const chosen = columns.map(({ step, stage }) => heads.has(step.id) || heads.has(stage.id));
    return itemsOf(layout, (lane, column) => heads.has(lane) || chosen[column] === true);
  }

  /** An empty cell becomes a card, or in the river a point of the persona's curve. */
  startInCell(cell: Place & { kind: 'cell' }, typed?: string): void {
    const { records } = this.editor;
    const lane = records && getRecord(records, cell.lane);
    if (lane === undefined) return;
    if (KINDS_OF_LANE[lane.kind].length === 0) this.addFeelingIn(cell, 0, typed);
    else this.startCard(addCard, { lane: cell.lane, step: cell.step, at: 'last' }, typed);
  }

  /** Adds a point at a feeling and lets its word be typed. */
  addFeelingIn({ lane, step }: Place & { kind: 'cell' }, value: number, typed?: string): void {
    const persona = walkerOf(this.context);
    if (persona === null) {
      this.refuse('nobodyWalks');
      return;
    }
    const mergeKey = this.sessions.newMergeKey();
    const point = this.editor.edit(
      addFeeling,
      { lane, step, persona, value: roundToHundredths(value) },
      { merging: { key: mergeKey, within: null }, select: ({ id }) => [id] },
    );
    if (point !== undefined && typed !== undefined)
      this.sessions.start({ kind: 'emotion', id: point.id }, typed, mergeKey);
  }

  private startCard<Input>(verb: EditVerb<Input, CardRecord>, input: Input, typed?: string): void {
    const mergeKey = this.sessions.newMergeKey();
    const card = this.editor.edit(verb, input, {
      merging: { key: mergeKey, within: null },
      select: ({ id }) => [id],
    });
    if (card !== undefined) this.sessions.start({ kind: 'card', id: card.id }, typed, mergeKey);
  }

  /** Where a new card would go; null while the keyboard stands nowhere. */
  private placeForNew(): KindChoice | null {
    const { place } = this.context.editing.getState();
    const { records } = this.editor;
    if (records === undefined) return null;
    const cell = place && cellOfPlace(readDocument(records), place);
    return cell && { ...cell, after: place?.kind === 'card' ? place.id : null };
  }

  private refuse(code: WindowRefusal['code']): void {
    this.context.editing.setState({ refusal: { code, ids: [] } });
  }

  private moveHead(towards: Towards): void {
    const { records } = this.editor;
    if (records === undefined) return;
    const index = indexRecords(records);
    const back = towards === 'left' || towards === 'up';
    const sideways = towards === 'left' || towards === 'right';
    const [stage] = this.selected('stage');
    const [step] = this.selected('step');
    const [lane] = this.selected('lane');
    if (stage !== undefined && sideways) {
      const map = getRecord(records, stage)?.map;
      const at = map && besides(index.children(map, 'stage'), stage, back);
      if (at) this.editor.edit(moveStage, { stage, at }, { merging: nudge([stage]) });
    } else if (step !== undefined && sideways) this.moveStepBy(step, back);
    else if (lane !== undefined && !sideways) {
      const map = getRecord(records, lane)?.map;
      const at = map && besides(index.children(map, 'lane'), lane, back);
      if (at) this.editor.edit(moveLane, { lane, at }, { merging: nudge([lane]) });
    }
  }

  /** Past its neighbour, and at the end of a stage into the next one. */
  private moveStepBy(step: Id<'step'>, back: boolean): void {
    const { records } = this.editor;
    const stage = records && getRecord(records, step)?.stage;
    const map = stage && records && getRecord(records, stage)?.map;
    if (!records || !stage || !map) return;
    const index = indexRecords(records);
    const at = besides(index.children(stage, 'step'), step, back);
    if (at) {
      this.editor.edit(moveStep, { step, stage, at }, { merging: nudge([step]) });
      return;
    }
    const stages = index.children(map, 'stage');
    const next = stages[stages.findIndex(({ id }) => id === stage) + (back ? -1 : 1)];
    if (next)
      this.editor.edit(moveStep, { step, stage: next.id, at: back ? 'last' : 'first' }, { merging: nudge([step]) });
  }

  /** Where the keyboard stands when what is selected goes: the cell of the leading card. */
  private placeAfterRemoval(): Place | null {
    const { place } = this.context.editing.getState();
    const { records } = this.editor;
    const record =
      place !== null && (place.kind === 'card' || place.kind === 'emotion') ? records?.get(place.id) : undefined;
    return record?.type === 'card' || record?.type === 'emotion'
      ? { kind: 'cell', lane: record.lane, step: record.step }
      : place;
  }

  /** After Enter in a text: the next step of the same lane, after the last one the next lane. */
  goOn(): void {
    const { place } = this.context.editing.getState();
    const layout = this.context.layout();
    if (place !== null && layout !== null) this.editor.goTo(nextToWrite(layout, place));
  }

  /** After Tab in a text, and Tab on the map: the next thing in reading order. False after the last. */
  goOnReading(back = false): boolean {
    const layout = this.context.layout();
    const next = layout && nextInReadingOrder(layout, this.context.editing.getState().place, back);
    if (!next) return false;
    this.editor.goTo(next);
    return true;
  }
}

/** The cards and feelings of the cells that are meant, lane by lane. */
function itemsOf(layout: MapLayout, isMeant: (lane: Id<'lane'>, column: number) => boolean): readonly Selectable[] {
  return layout.lanes.flatMap(({ layout: { lane, content } }): readonly Selectable[] =>
    content.kind === 'cards'
      ? content.cards.filter(({ firstColumn }) => isMeant(lane.id, firstColumn)).map(({ card }) => card.id)
      : content.emotions.curves
          .flatMap((curve) => curve.marks)
          .filter(({ emotion }) => isMeant(lane.id, layout.columns.indexOfStep.get(emotion.step) ?? -1))
          .map(({ emotion }) => emotion.id),
  );
}

function nudge(ids: readonly Id[]): { readonly key: string; readonly within: number } {
  return { key: `nudge ${ids.join(' ')}`, within: 1000 };
}

/** The place past a neighbour in a list; null at its end. */
function besides<Type extends 'stage' | 'step' | 'lane'>(
  siblings: readonly { readonly id: Id<Type> }[],
  id: Id<Type>,
  back: boolean,
): { readonly before: Id<Type> } | { readonly after: Id<Type> } | null {
  const at = siblings.findIndex((each) => each.id === id);
  const other = siblings[at + (back ? -1 : 1)];
  if (other === undefined) return null;
  return back ? { before: other.id } : { after: other.id };
}

/** What Enter edits at a place. */
function textTargetOf(place: Exclude<Place, { kind: 'cell' }>): TextTarget {
  switch (place.kind) {
    case 'card':
      return { kind: 'card', id: place.id };
    case 'emotion':
      return { kind: 'emotion', id: place.id };
    case 'stage':
      return { kind: 'stageName', id: place.id };
    case 'step':
      return { kind: 'stepName', id: place.id };
    case 'lane':
      return { kind: 'laneName', id: place.id };
  }
}
