import { addCard, changeCards, setCardKind } from '../../shared/edits/cards.ts';
import { duplicateCards } from '../../shared/edits/copyCards.ts';
import { addFeeling, FEELING_STEP, nudgeFeelings } from '../../shared/edits/emotions.ts';
import { removeItems } from '../../shared/edits/items.ts';
import { moveLane } from '../../shared/edits/lanes.ts';
import { nudgeCards, type Towards } from '../../shared/edits/moveCards.ts';
import { moveStage } from '../../shared/edits/stages.ts';
import { moveStep } from '../../shared/edits/steps.ts';
import type { CardKind } from '../../shared/records/card.ts';
import { roundToHundredths } from '../../shared/records/fields.ts';
import type { Id } from '../../shared/records/ids.ts';
import { KINDS_OF_LANE } from '../../shared/records/lane.ts';
import { getRecord } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import type { Removal, TextTarget } from '../editing/editingState.ts';
import type { Editor } from '../editing/editor.ts';
import { neighbour, nextInReadingOrder } from '../editing/navigate.ts';
import type { Place, Selectable } from '../editing/place.ts';
import type { TextSessions } from '../editing/textSession.ts';
import type { ToolContext } from './tool.ts';

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

  /** Adds a card where the keyboard stands: below the selected card, or in the cell. */
  addHere(kind?: CardKind): void {
    const { place } = this.context.editing.getState();
    const { records } = this.editor;
    const card = place?.kind === 'card' && records ? getRecord(records, place.id) : undefined;
    if (place?.kind === 'cell') this.startInCell(place, undefined, kind);
    else if (card !== undefined) this.startCard(card.lane, card.step, { after: card.id }, undefined, kind);
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

  duplicateSelection(): void {
    const cards = this.selected('card');
    if (cards.length > 0) this.editor.edit(duplicateCards, { cards }, { select: (copies) => copies });
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

  /** Selects every card and point of the map. */
  selectAll(): void {
    const layout = this.context.layout();
    if (layout === null) return;
    const items = layout.lanes.flatMap(({ layout: { content } }): readonly Selectable[] =>
      content.kind === 'cards'
        ? content.cards.map(({ card }) => card.id)
        : content.emotions.curves.flatMap((curve) => curve.marks.map((mark) => mark.emotion.id)),
    );
    this.editor.select(items);
  }

  /** An empty cell becomes a card, or in the river a point of the persona's curve. */
  startInCell(cell: Place & { kind: 'cell' }, typed?: string, kind?: CardKind): void {
    const { records } = this.editor;
    const lane = records && getRecord(records, cell.lane);
    if (lane === undefined) return;
    if (KINDS_OF_LANE[lane.kind].length === 0) this.addFeelingIn(cell, 0, typed);
    else this.startCard(cell.lane, cell.step, 'last', typed, kind);
  }

  /** Adds a point at a feeling and lets its word be typed. */
  addFeelingIn({ lane, step }: Place & { kind: 'cell' }, value: number, typed?: string): void {
    const persona = this.context.layout()?.personas[0]?.id;
    if (persona === undefined) {
      this.context.editing.setState({ refusal: { code: 'nobodyWalks', ids: [] } });
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

  private startCard(
    lane: Id<'lane'>,
    step: Id<'step'>,
    at: 'last' | { readonly after: Id<'card'> },
    typed?: string,
    kind?: CardKind,
  ): void {
    const mergeKey = this.sessions.newMergeKey();
    const card = this.editor.edit(
      addCard,
      { lane, step, at, ...(kind === undefined ? {} : { kind }) },
      { merging: { key: mergeKey, within: null }, select: ({ id }) => [id] },
    );
    if (card !== undefined) this.sessions.start({ kind: 'card', id: card.id }, typed, mergeKey);
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

  /** After Enter in a text: the next step of the same lane. */
  goOn(): void {
    const { place } = this.context.editing.getState();
    const layout = this.context.layout();
    if (place !== null && layout !== null) this.editor.goTo(neighbour(layout, place, 'right'));
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
