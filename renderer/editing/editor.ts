import { type EditVerb, edit } from '../../shared/edits/defineEdit.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { Records } from '../../shared/records/records.ts';
import {
  endMerging,
  type HistoryStep,
  joinsNewest,
  type Merging,
  recordEdit,
  redo,
  undo,
} from '../../shared/store/history.ts';
import type { EditStep } from '../../shared/store/historyLog.ts';
import { applyDiff, diffOfIds, isEmptyDiff, type RecordsDiff } from '../../shared/store/recordsDiff.ts';
import type { Edit, EditEnvironment } from '../../shared/store/transact.ts';
import type { DocumentStore } from '../state/documentStore.ts';
import type { EditingStore } from './editingState.ts';
import type { Outbox } from './outbox.ts';
import { type Place, placeOfId, type Selectable, selectionOf } from './place.ts';

/** How an edit is recorded and what is selected after it. */
export interface EditOptions<Value> {
  readonly merging?: Merging;
  /** What is selected afterwards; what was selected stays when absent. */
  readonly select?: (value: Value) => readonly Selectable[];
}

/** A change, and the document with it. */
type Change = Pick<Edit, 'diff' | 'records'>;

/** What an editor works on. */
export interface EditorSources {
  readonly documents: DocumentStore;
  readonly editing: EditingStore;
  readonly environment: EditEnvironment;
  /** The outbox of the document that is open. */
  readonly outbox: () => Outbox | null;
}

/**
 * The one door for changes in a window: a verb runs in a transaction, and its diff goes into the records, the history
 * and the outbox. Undo, redo and everything that comes from elsewhere (paste, merge, restore) use the same door.
 */
export class Editor {
  private readonly sources: EditorSources;

  constructor(sources: EditorSources) {
    this.sources = sources;
  }

  /** The document as it stands; undefined while none is open. */
  get records(): Records | undefined {
    return this.sources.documents.getState().document?.records;
  }

  /** Does a verb. Undefined when it was refused (the reason is in the state), or nothing may be changed. */
  edit<Input, Value>(verb: EditVerb<Input, Value>, input: Input, options: EditOptions<Value> = {}): Value | undefined {
    const { records } = this;
    const { editing, environment } = this.sources;
    const { frozen, selection } = editing.getState();
    if (records === undefined || frozen !== null) return undefined;
    const done = edit(records, environment, verb, input);
    if (!done.ok) {
      editing.setState({ refusal: done.reason, preview: null });
      return undefined;
    }
    const { value } = done.value;
    const after = options.select?.(value) ?? selection;
    this.keep(verb.label, done.value, selection, after, options.merging ?? null);
    return value;
  }

  /** Shows what a verb would do without doing it; a refusal shows the document and the reason. */
  preview<Input, Value>(verb: EditVerb<Input, Value>, input: Input): void {
    const { records } = this;
    const { editing, environment } = this.sources;
    if (records === undefined) return;
    const done = edit(records, environment, verb, input);
    editing.setState(
      done.ok ? { preview: done.value.records, refusal: null } : { preview: null, refusal: done.reason },
    );
  }

  /** Shows the document again. */
  forgetPreview(): void {
    const { editing } = this.sources;
    if (editing.getState().preview !== null) editing.setState({ preview: null });
  }

  /** Takes a finished change over: from a merge, a restored version, another window. */
  accept(label: string, diff: RecordsDiff): void {
    const { selection } = this.sources.editing.getState();
    this.keep(label, this.changed(diff), selection, selection, null);
  }

  /**
   * Shows a change that `take` brings about in the working copy in its own way, after all edits before it and before all
   * after it; it can be taken back like any other. Where that fails it is sent like an edit. Whether `take` did it.
   */
  async adopt(label: string, diff: RecordsDiff, take: () => Promise<boolean>): Promise<boolean> {
    const { outbox } = this.sources;
    const { records: before } = this;
    const box = outbox();
    if (before === undefined || box === null) return false;
    const { selection } = this.sources.editing.getState();
    const step = this.note(label, diff, selection, selection, null);
    this.show(this.changed(diff), selection, []);
    if (await box.run(take)) return true;
    // Edits since then stand on it, so it is sent as they have left it.
    const ids = [...diff.added.keys(), ...diff.updated.keys(), ...diff.removed.keys()];
    const left = diffOfIds(before, this.records ?? before, ids);
    if (!isEmptyDiff(left)) box.send(label, left, step);
    return false;
  }

  /** Ends a run of typing or nudging: the next edit is an entry of its own. */
  endRun(): void {
    const { editing } = this.sources;
    editing.setState(({ history }) => ({ history: endMerging(history) }));
  }

  undo(): boolean {
    return this.follow(undo(this.sources.editing.getState().history), 'undo');
  }

  redo(): boolean {
    return this.follow(redo(this.sources.editing.getState().history), 'redo');
  }

  /** Goes to a place and selects what is there. */
  goTo(place: Place | null): void {
    this.endRun();
    this.sources.editing.setState({ place, selection: selectionOf(place), refusal: null, flash: [] });
  }

  /** Selects these; the last one leads, and the keyboard stands there. */
  select(selection: readonly Selectable[]): void {
    this.endRun();
    const last = selection.at(-1);
    const { place } = this.sources.editing.getState();
    this.sources.editing.setState({
      selection,
      place: last === undefined ? place : placeOfId(last),
      refusal: null,
      flash: [],
    });
  }

  /** Adds to the selection, or takes out what was in it. */
  toggle(id: Selectable): void {
    const { selection } = this.sources.editing.getState();
    this.select(selection.includes(id) ? selection.filter((each) => each !== id) : [...selection, id]);
  }

  /** What the document is with a change that was not worked out from it. */
  private changed(diff: RecordsDiff): Change {
    return { diff, records: applyDiff(this.records ?? new Map(), diff) };
  }

  private keep(
    label: string,
    change: Change,
    selectionBefore: readonly Selectable[],
    selectionAfter: readonly Selectable[],
    merging: Merging | null,
  ): void {
    const step = this.note(label, change.diff, selectionBefore, selectionAfter, merging);
    this.write(label, change, step, selectionAfter, []);
  }

  /** Puts an edit into the history; gives what the working copy notes of it. */
  private note(
    label: string,
    diff: RecordsDiff,
    selectionBefore: readonly Selectable[],
    selectionAfter: readonly Selectable[],
    merging: Merging | null,
  ): EditStep {
    const { editing, environment } = this.sources;
    const { history } = editing.getState();
    const edit = { label, diff, selectionBefore, selectionAfter, at: environment.now(), merging };
    editing.setState({ history: recordEdit(history, edit) });
    return { kind: 'edit', joins: joinsNewest(history, edit), selectionBefore, selectionAfter, at: edit.at };
  }

  private follow(step: HistoryStep | null, kind: 'undo' | 'redo'): boolean {
    if (step === null || this.sources.editing.getState().frozen !== null) return false;
    this.sources.editing.setState({ history: step.history });
    const selection = step.selection.filter(isSelectable);
    this.write(`edit.${kind}`, this.changed(step.diff), { kind }, selection, selection);
    return true;
  }

  /** Puts a change into the records and on its way to the file. */
  private write(
    label: string,
    change: Change,
    step: EditStep,
    selection: readonly Selectable[],
    flash: readonly Selectable[],
  ): void {
    this.show(change, selection, flash);
    if (!isEmptyDiff(change.diff)) this.sources.outbox()?.send(label, change.diff, step);
  }

  /** Puts a change into the records; the selection keeps only what is still there. */
  private show({ diff, records: next }: Change, selection: readonly Selectable[], flash: readonly Selectable[]): void {
    const { documents, editing } = this.sources;
    if (this.records === undefined) return;
    const there = (id: Id): boolean => next.has(id);
    const kept = selection.filter(there);
    const last = kept.at(-1);
    const { place } = editing.getState();
    editing.setState({
      selection: kept,
      place: last === undefined ? standingPlace(place, next) : placeOfId(last),
      preview: null,
      refusal: null,
      flash: flash.filter(there),
    });
    if (!isEmptyDiff(diff)) documents.setRecords(next);
  }
}

/** A place that still exists, or null. */
function standingPlace(place: Place | null, records: Records): Place | null {
  if (place === null) return null;
  if (place.kind === 'cell') return records.has(place.lane) && records.has(place.step) ? place : null;
  return records.has(place.id) ? place : null;
}

function isSelectable(id: Id): id is Selectable {
  return /^(card|emotion|stage|step|lane):/.test(id);
}
