import { createStore, type StoreApi } from 'zustand/vanilla';
import { removeCards, setCardText } from '../../shared/edits/cards.ts';
import { addNotes } from '../../shared/edits/notes.ts';
import { pasteRows } from '../../shared/edits/pasteRows.ts';
import { cardTable } from '../../shared/exchange/cardTable.ts';
import {
  type ClipboardCards,
  readCards,
  takeCards,
  takeInCards,
  writeCards,
} from '../../shared/exchange/clipboardCards.ts';
import { type PastedWords, readPastedText } from '../../shared/exchange/pastedText.ts';
import { cardsUnderTable, pasteTable, type TablePlace } from '../../shared/exchange/pasteTable.ts';
import { writeTableHtml, writeTableText } from '../../shared/exchange/tableText.ts';
import type { Id } from '../../shared/records/ids.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { laneForKind, readDocument, stepsOfMap } from '../../shared/store/mapParts.ts';
import { type Cell, cellOfPlace } from '../editing/cellOfPlace.ts';
import type { EditingStore, WindowRefusal } from '../editing/editingState.ts';
import type { Editor } from '../editing/editor.ts';
import type { Place } from '../editing/place.ts';

/** What is put on the clipboard: for Meander, for spreadsheets and texts, and for rich text. */
export interface ClipboardOffer {
  readonly cards: string;
  readonly text: string;
  readonly html: string;
}

/** A table that would go where cards stand, until the person has said what shall become of these. */
export interface WaitingTable extends TablePlace {
  readonly cardsThere: number;
}

/** What the clipboard is made with. */
export interface ClipboardSources {
  readonly editor: Editor;
  readonly editing: EditingStore;
  /** The map that is shown. */
  readonly map: () => Id<'map'> | null;
}

/** Copy, cut and paste on the map, without a browser: texts come and go as plain values. */
export class MapClipboard {
  /** The table that waits for an answer. */
  readonly waiting: StoreApi<{ readonly table: WaitingTable | null }> = createStore<{
    readonly table: WaitingTable | null;
  }>(() => ({ table: null }));
  private readonly sources: ClipboardSources;

  constructor(sources: ClipboardSources) {
    this.sources = sources;
  }

  /** The selected cards as they go on the clipboard; null when no card is selected. */
  copy(): ClipboardOffer | null {
    const { records } = this.sources.editor;
    const cards = this.selectedCards();
    if (records === undefined || cards.length === 0) return null;
    const table = cardTable(records, cards);
    const only = cards.length === 1 ? cards[0] : undefined;
    const text = (only && getRecord(records, only)?.text) ?? writeTableText(table);
    return { cards: writeCards(takeCards(records, cards)), text, html: writeTableHtml(table) };
  }

  /** Like `copy`, and takes the cards off the map. What is locked stays, and the person is told why. */
  cut(): ClipboardOffer | null {
    const offer = this.copy();
    const { editor, editing } = this.sources;
    const cards = this.selectedCards();
    const lead = cards.at(-1);
    const place = lead === undefined ? null : this.cellAt({ kind: 'card', id: lead });
    if (offer === null) return null;
    editor.edit(removeCards, { cards }, { select: () => [] });
    const { records } = editor;
    const isGone = lead !== undefined && records !== undefined && !records.has(lead);
    if (isGone && place !== null) editing.setState({ place: { kind: 'cell', ...place } });
    return offer;
  }

  /** Puts what was on a clipboard where the keyboard stands. */
  paste(offer: Pick<ClipboardOffer, 'cards' | 'text'>): void {
    const taken = offer.cards === '' ? null : readCards(offer.cards);
    if (taken !== null) this.pasteCards(taken);
    else this.pasteText(offer.text, this.sources.editing.getState().place);
  }

  /** Puts a text of another program at a place, or into the inbox where there is none. */
  pasteText(text: string, place: Place | null): void {
    const pasted = readPastedText(text);
    if (pasted.kind === 'nothing') this.refuse('nothingToPaste');
    else if (pasted.kind === 'tooMuch') this.refuse('pasteTooMuch');
    else if (place === null) this.pasteNotes(pasted);
    else this.pasteAt(pasted, place);
  }

  /** Does with the waiting table what the person chose. */
  answer(how: 'below' | 'replace' | 'cancel'): void {
    const { table } = this.waiting.getState();
    this.waiting.setState({ table: null });
    if (table !== null && how !== 'cancel') this.putTable(table, how);
  }

  /** Says why something that was given cannot be taken. */
  refuse(code: WindowRefusal['code']): void {
    this.sources.editing.setState({ refusal: { code, ids: [] } });
  }

  private selectedCards(): readonly Id<'card'>[] {
    const { selection } = this.sources.editing.getState();
    return selection.filter((id): id is Id<'card'> => id.startsWith('card:'));
  }

  private cellAt(place: Place): Cell | null {
    const { records } = this.sources.editor;
    return records === undefined ? null : cellOfPlace(readDocument(records), place);
  }

  private pasteCards(cards: ClipboardCards): void {
    const { editor, editing, map } = this.sources;
    const { records } = editor;
    const { place } = editing.getState();
    const shown = map();
    if (records === undefined || shown === null) return;
    const target = place === null ? homeOf(records, shown, cards) : this.cellAt(place);
    if (target === null) this.refuse('nowhereToPaste');
    else editor.edit(takeInCards, { cards, ...target }, { select: (pasted) => pasted });
  }

  private pasteNotes(pasted: PastedWords): void {
    const rows = pasted.kind === 'line' ? [[pasted.text]] : pasted.rows;
    const texts = rows.map((row) => row.filter((cell) => cell !== '').join(', ')).filter((text) => text !== '');
    this.sources.editor.edit(addNotes, { texts, to: { map: null, at: 'last' } });
  }

  private pasteAt(pasted: PastedWords, place: Place): void {
    const { editor } = this.sources;
    const { records } = editor;
    const cell = this.cellAt(place);
    if (records === undefined) return;
    if (cell === null) {
      this.refuse('nowhereToPaste');
      return;
    }
    if (pasted.kind === 'table') {
      const table = { rows: pasted.rows, ...cell };
      const cardsThere = cardsUnderTable(readDocument(records), table).length;
      if (cardsThere > 0) this.waiting.setState({ table: { ...table, cardsThere } });
      else this.putTable(table, 'below');
      return;
    }
    const card = place.kind === 'card' ? getRecord(records, place.id) : undefined;
    if (pasted.kind === 'line' && card !== undefined && card.text === '') {
      editor.edit(setCardText, { card: card.id, text: pasted.text });
      return;
    }
    const rows = pasted.kind === 'line' ? [[pasted.text]] : pasted.rows;
    const at = card === undefined ? 'last' : { after: card.id };
    editor.edit(pasteRows, { ...cell, rows, down: 'cell', at }, { select: (made) => made.map(({ id }) => id) });
  }

  private putTable({ rows, lane, step }: TablePlace, how: 'below' | 'replace'): void {
    const options = { select: (made: readonly { readonly id: Id<'card'> }[]) => made.map(({ id }) => id) };
    this.sources.editor.edit(pasteTable, { rows, lane, step, how }, options);
  }
}

/** Where cards go when nothing is selected: where they were taken from, or the first step and a lane for the first. */
function homeOf(records: Records, map: Id<'map'>, { clips }: ClipboardCards): Cell | null {
  const reader = readDocument(records);
  const steps = stepsOfMap(reader, map);
  const lanes = reader.children(map, 'lane');
  const [first] = clips;
  const isHere = clips.every(
    ({ card }) => lanes.some(({ id }) => id === card.lane) && steps.some(({ id }) => id === card.step),
  );
  const lane = isHere
    ? lanes.find(({ id }) => clips.some(({ card }) => card.lane === id))
    : first && laneForKind(reader, map, first.card.kind);
  const step = isHere ? steps.find(({ id }) => clips.some(({ card }) => card.step === id)) : steps[0];
  return lane && step ? { lane: lane.id, step: step.id } : null;
}
