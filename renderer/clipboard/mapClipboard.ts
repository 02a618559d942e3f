import { createStore, type StoreApi } from 'zustand/vanilla';
import { setCardText } from '../../shared/edits/cards.ts';
import type { Cutting } from '../../shared/edits/cutting.ts';
import { addNotes } from '../../shared/edits/notes.ts';
import { pasteRows } from '../../shared/edits/pasteRows.ts';
import type { CuttingTarget } from '../../shared/edits/putCutting.ts';
import { cardTable } from '../../shared/exchange/cardTable.ts';
import {
  type ClipboardThings,
  missingAssets,
  readThings,
  type TakeInThings,
  takeInThings,
  takeThings,
  writeThings,
} from '../../shared/exchange/clipboardThings.ts';
import { type PastedWords, readPastedText } from '../../shared/exchange/pastedText.ts';
import { cardsUnderTable, pasteTable, type TablePlace } from '../../shared/exchange/pasteTable.ts';
import { writeTableHtml, writeTableText } from '../../shared/exchange/tableText.ts';
import type { DocumentHandle } from '../../shared/ipc/projectStore.ts';
import type { Id } from '../../shared/records/ids.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { type DocumentReader, laneForKind, readDocument, stepsOfMap } from '../../shared/store/mapParts.ts';
import { type Cell, cellOfPlace } from '../editing/cellOfPlace.ts';
import type { EditingStore, WindowRefusal } from '../editing/editingState.ts';
import type { Editor } from '../editing/editor.ts';
import { type Place, placeOfId } from '../editing/place.ts';
import { removeSelected } from '../inspector/removals.ts';

/** What is put on the clipboard: for Meander, for spreadsheets and texts, and for rich text. */
export interface ClipboardOffer {
  readonly things: string;
  readonly text: string;
  readonly html: string;
  /** SHA-256 of the pictures that go along. */
  readonly pictures: readonly string[];
}

/** A table that would go where cards stand, until the person has said what shall become of these. */
export interface WaitingTable extends TablePlace {
  readonly cardsThere: number;
}

type Pasted = Pick<TakeInThings, 'things' | 'areOwn'>;

/** What the clipboard is made with. */
export interface ClipboardSources {
  readonly editor: Editor;
  readonly editing: EditingStore;
  /** The project that is open. */
  readonly project: () => DocumentHandle | null;
  /** The map that is shown. */
  readonly map: () => Id<'map'> | null;
  /** Brings pictures that were copied in another project into the open one; gives the hashes of those that came. */
  readonly bringPictures: (hashes: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** Copy, cut and paste on the map, without a browser: texts come and go as plain values. */
export class MapClipboard {
  /** The table that waits for an answer. */
  readonly waiting: StoreApi<{ readonly table: WaitingTable | null }> = createStore<{
    readonly table: WaitingTable | null;
  }>(() => ({ table: null }));
  private readonly sources: ClipboardSources;
  /** What was copied last, and in which project. */
  private copied: { readonly things: string; readonly project: DocumentHandle | null } | null = null;

  constructor(sources: ClipboardSources) {
    this.sources = sources;
  }

  /** What is selected as it goes on the clipboard; null when nothing is. */
  copy(): ClipboardOffer | null {
    const { editor, editing } = this.sources;
    const { records } = editor;
    const things = records === undefined ? null : takeThings(records, editing.getState().selection);
    if (records === undefined || things === null) return null;
    const { table, text } = wordsOf(records, things);
    const pictures = things.assets.map(({ hash }) => hash);
    this.copied = { things: writeThings(things), project: this.sources.project() };
    return { things: this.copied.things, text, html: writeTableHtml(table), pictures };
  }

  /** Like `copy`, and takes it off the map. What is locked stays, and the person is told why. */
  cut(): ClipboardOffer | null {
    const offer = this.copy();
    const { editor, editing } = this.sources;
    const { selection } = editing.getState();
    const lead = selection.at(-1);
    const isInCell = lead !== undefined && /^(card|emotion):/.test(lead);
    const place = isInCell ? this.cellAt(placeOfId(lead)) : null;
    if (offer === null) return null;
    editor.edit(removeSelected, { ids: selection }, { select: () => [] });
    const { records } = editor;
    const isGone = lead !== undefined && records !== undefined && !records.has(lead);
    if (isGone && place !== null) editing.setState({ place: { kind: 'cell', ...place } });
    return offer;
  }

  /** Puts what was on a clipboard where the keyboard stands. */
  paste(offer: Pick<ClipboardOffer, 'things' | 'text'>): void {
    const taken = offer.things === '' ? null : readThings(offer.things);
    const { copied, sources } = this;
    const areOwn = copied?.things === offer.things && copied.project === sources.project();
    if (taken !== null) this.pasteThings({ things: taken, areOwn });
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

  private cellAt(place: Place): Cell | null {
    const { records } = this.sources.editor;
    return records === undefined ? null : cellOfPlace(readDocument(records), place);
  }

  /** At once, or when the pictures that the open document does not have are brought. */
  private pasteThings({ things, areOwn }: Pasted): void {
    const { editor, bringPictures } = this.sources;
    const missing = editor.records === undefined ? [] : missingAssets(editor.records, things);
    if (missing.length === 0) this.putThings({ things, areOwn }, 0);
    else {
      void bringPictures(missing.map(({ hash }) => hash)).then((came) => {
        const stayed = missing.filter(({ hash }) => !came.has(hash));
        const assets = things.assets.filter((asset) => !stayed.includes(asset));
        this.putThings({ things: { ...things, assets }, areOwn }, stayed.length);
      });
    }
  }

  /** A picture that stayed behind leaves its card without one, and the person is told. */
  private putThings({ things, areOwn }: Pasted, stayed: number): void {
    const { editor, editing, map } = this.sources;
    const { records } = editor;
    const shown = map();
    if (records === undefined || shown === null) return;
    const target = this.targetFor(records, shown, things);
    if (target === null) {
      this.refuse('nowhereToPaste');
      return;
    }
    editor.edit(takeInThings, { things, areOwn, ...target }, { select: (pasted) => pasted });
    if (stayed > 0 && editing.getState().refusal === null) this.refuse('pictureStayed');
  }

  /** Where things come: where the keyboard stands, else where they were taken from or at the end. */
  private targetFor(records: Records, map: Id<'map'>, { cutting }: ClipboardThings): CuttingTarget | null {
    const { place } = this.sources.editing.getState();
    const reader = readDocument(records);
    if (cutting.kind === 'items') {
      const cell = place === null ? homeOf(reader, map, cutting) : cellOfPlace(reader, place);
      return cell && { map, stage: null, ...cell };
    }
    const end = { map, stage: null, step: null, lane: null };
    if (place === null) return end;
    if (place.kind === 'stage') {
      return { ...end, stage: place.id, step: reader.children(place.id, 'step').at(-1)?.id ?? null };
    }
    if (place.kind === 'lane') return { ...end, lane: place.id };
    const cell = place.kind === 'step' ? { step: place.id, lane: null } : cellOfPlace(reader, place);
    return cell && { map, stage: reader.get(cell.step)?.stage ?? null, ...cell };
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

/** Where cards and feelings go when nothing is selected: where they were taken from, or the first step. */
function homeOf(reader: DocumentReader, map: Id<'map'>, { clips, feelings }: Cutting): Cell | null {
  const steps = stepsOfMap(reader, map);
  const lanes = reader.children(map, 'lane');
  const taken = [...clips.map(({ card }) => card), ...feelings.map(({ emotion }) => emotion)];
  const [first] = clips;
  const isHere = taken.every(
    ({ lane, step }) => lanes.some(({ id }) => id === lane) && steps.some(({ id }) => id === step),
  );
  const elsewhere = first === undefined ? lanes.find(({ kind }) => kind === 'emotions') : undefined;
  const lane = isHere
    ? lanes.find(({ id }) => taken.some((each) => each.lane === id))
    : (elsewhere ?? (first && laneForKind(reader, map, first.card.kind)));
  const step = isHere ? steps.find(({ id }) => taken.some((each) => each.step === id)) : steps[0];
  return lane && step ? { lane: lane.id, step: step.id } : null;
}

/** What things say to programs that know no maps: the cards in their cells, the words of feelings, else names. */
function wordsOf(
  records: Records,
  { cutting }: ClipboardThings,
): { readonly table: readonly (readonly string[])[]; readonly text: string } {
  const { clips, feelings, lanes, stages, steps } = cutting;
  const [only, ...others] = clips;
  if (only !== undefined) {
    const table = cardTable(
      records,
      clips.map(({ card }) => card.id),
    );
    return { table, text: others.length === 0 ? only.card.text : writeTableText(table) };
  }
  const names =
    feelings.length > 0
      ? feelings.map(({ emotion }) => emotion.label)
      : [...(stages.length > 0 ? stages : steps.length > 0 ? steps : lanes)].map(({ name }) => name);
  return { table: [names], text: writeTableText([names]) };
}
