import { createStore, type StoreApi } from 'zustand/vanilla';
import { addCard } from '../../shared/edits/cards.ts';
import { addNotes } from '../../shared/edits/notes.ts';
import { findTexts, type TextHit } from '../../shared/find/findTexts.ts';
import { isLockedHit, replaceTexts } from '../../shared/find/replaceTexts.ts';
import { type Id, isId } from '../../shared/records/ids.ts';
import { getRecord, recordsOfType } from '../../shared/records/records.ts';
import { readDocument } from '../../shared/store/mapParts.ts';
import type { CameraStore } from '../canvas/cameraStore.ts';
import { cellOfPlace, firstCellOfMap } from '../editing/cellOfPlace.ts';
import type { EditingStore } from '../editing/editingState.ts';
import type { Editor } from '../editing/editor.ts';
import { boxOfSelected, placeOfId, type Selectable } from '../editing/place.ts';
import type { MapSceneState } from '../state/mapScene.ts';
import type { SessionStore } from '../state/sessionStore.ts';

/** What is sought in a window. */
export interface FindState {
  readonly isOpen: boolean;
  readonly query: string;
  readonly hits: readonly TextHit[];
  /** The hit one stands at; -1 before one has gone to any. */
  readonly at: number;
  readonly isReplacing: boolean;
  readonly replacement: string;
}

const NOTHING_SOUGHT: FindState = { isOpen: false, query: '', hits: [], at: -1, isReplacing: false, replacement: '' };

/** CSS px that the search covers at the right of the map; a hit is brought to the middle of what is left. */
const PANEL = 448;

/** What a finder works on. */
export interface FinderSources {
  readonly editor: Editor;
  readonly editing: EditingStore;
  readonly scene: StoreApi<MapSceneState>;
  readonly camera: CameraStore;
  readonly session: SessionStore;
}

/** Finding and replacing words all over a project. */
export class Finder {
  readonly state: StoreApi<FindState> = createStore<FindState>(() => NOTHING_SOUGHT);
  private readonly sources: FinderSources;

  constructor(sources: FinderSources) {
    this.sources = sources;
  }

  /** Begins to seek, with the words of last time. */
  open(): void {
    this.state.setState({ isOpen: true, at: -1 });
    this.refresh();
  }

  close(): void {
    this.state.setState({ isOpen: false, hits: [], at: -1, isReplacing: false });
    this.sources.editing.setState({ found: [] });
  }

  /** Seeks other words. */
  seek(query: string): void {
    this.state.setState({ query, at: -1 });
    this.refresh();
  }

  /** Seeks the same words anew: the document changed. */
  refresh(): void {
    const { editor, editing } = this.sources;
    const { isOpen, query, at } = this.state.getState();
    if (!isOpen || editor.records === undefined) return;
    const hits = findTexts(editor.records, query);
    this.state.setState({ hits, at: Math.min(at, hits.length - 1) });
    editing.setState({ found: hits.flatMap(({ id }) => (isSelectable(id) ? [id] : [])) });
  }

  /** Goes to the next hit, or back to the one before, round and round. */
  goOn(direction: 1 | -1): void {
    const { hits, at } = this.state.getState();
    if (hits.length === 0) return;
    const from = at < 0 && direction < 0 ? 0 : at;
    this.show((from + direction + hits.length) % hits.length);
  }

  /**
   * Goes to a hit that was chosen: its map, its place, in view. A source is shown at the first card that is known from
   * it, a note in the inbox, a persona on a page that opens over the map.
   */
  goTo(at: number): void {
    const hit = this.state.getState().hits[at];
    if (hit === undefined) return;
    this.show(at);
    if (isId('persona', hit.id)) this.sources.session.setState({ persona: hit.id });
  }

  /** Goes to a hit as far as nothing comes over the map and the search. */
  private show(at: number): void {
    const hit = this.state.getState().hits[at];
    const { editor, editing, session } = this.sources;
    const { records } = editor;
    if (hit === undefined || records === undefined) return;
    this.state.setState({ at });
    const { id } = hit;
    const card = isId('source', id)
      ? recordsOfType(records, 'card').find(({ sources }) => sources.includes(id))
      : undefined;
    const map = card === undefined ? hit.map : getRecord(records, card.lane)?.map;
    if (map && map !== session.getState().map) session.setState({ map });
    if (isId('note', id)) session.setState({ leftPanel: true });
    const shown = card?.id ?? id;
    if (!isSelectable(shown)) {
      // What was selected says other words.
      editor.goTo(null);
      return;
    }
    editor.goTo(placeOfId(shown));
    editing.setState({ flash: [shown] });
    this.bringIntoView(shown);
  }

  /** Opens or closes what replaces. */
  setReplacing(isReplacing: boolean): void {
    this.state.setState({ isReplacing });
  }

  setReplacement(replacement: string): void {
    this.state.setState({ replacement });
  }

  /** Replaces the words in one hit and goes on to the next. */
  replaceOne(): void {
    const { hits, at, query, replacement } = this.state.getState();
    const hit = hits[Math.max(at, 0)];
    if (hit === undefined) return;
    this.replace([hit], query, replacement);
    this.refresh();
    const next = this.state.getState().hits[Math.max(at, 0)];
    const stays = next !== undefined && isSamePlace(next, hit);
    this.show(stays ? Math.max(at, 0) + 1 : Math.max(at, 0));
  }

  /** Replaces the words everywhere but where a lock keeps them: one entry of the history. */
  replaceAll(): void {
    const { query, replacement } = this.state.getState();
    const open = this.openHits();
    if (open.length > 0) this.replace(open, query, replacement);
    this.refresh();
  }

  /** The hits that no lock keeps as they are. */
  openHits(): readonly TextHit[] {
    const { records } = this.sources.editor;
    const { hits } = this.state.getState();
    return records === undefined ? [] : hits.filter((hit) => !isLockedHit(records, hit));
  }

  /** Makes a card of the words sought, where the keyboard stands or at the beginning of the map. */
  makeCard(): void {
    const { editor, editing, session } = this.sources;
    const { records } = editor;
    const { place } = editing.getState();
    const { map: shown } = session.getState();
    const text = this.state.getState().query.trim();
    if (records === undefined || text === '') return;
    const reader = readDocument(records);
    const cell = (place && cellOfPlace(reader, place)) ?? (shown && firstCellOfMap(reader, shown));
    if (cell === null) editor.edit(addNotes, { texts: [text], to: { map: null, at: 'last' } });
    else {
      const card = editor.edit(addCard, { ...cell, at: 'last', fields: { text } }, { select: ({ id }) => [id] });
      if (card !== undefined) this.bringIntoView(card.id);
    }
    this.close();
  }

  private replace(hits: readonly TextHit[], sought: string, by: string): void {
    this.sources.editor.edit(replaceTexts, { hits, sought, by });
  }

  private bringIntoView(id: Selectable): void {
    const { scene, camera } = this.sources;
    const layout = scene.getState().shown?.layout;
    const box = layout && boxOfSelected(layout, id);
    if (box === undefined) return;
    const { view, camera: seen } = camera.getState();
    const aside = view.width > 2 * PANEL ? PANEL / 2 / seen.zoom : 0;
    camera.centreOn({ x: box.x + box.width / 2 + aside, y: box.y + box.height / 2 });
  }
}

function isSelectable(id: Id): id is Selectable {
  return /^(card|emotion|stage|step|lane):/.test(id);
}

function isSamePlace(one: TextHit, other: TextHit): boolean {
  return one.id === other.id && one.field === other.field && one.path.join(' ') === other.path.join(' ');
}
