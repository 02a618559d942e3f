import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  ExportFault,
  ExportOptions,
  FoundWork,
  MovedFile,
  OpenRefusal,
  OtherPeople,
  RecentProject,
} from '../../shared/ipc/bridge.ts';
import type { CompareFault, JoinFault, OpenFault, PublishFault, SalvageReport } from '../../shared/ipc/projectStore.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { Camera } from '../canvas/camera.ts';
import type { MergeSource, Merging } from '../merge/merging.ts';

/** Something the person must know, said in a dialog of its own. */
export type Notice =
  | ({ readonly kind: 'open' } & OpenRefusal)
  | { readonly kind: 'salvaged'; readonly report: SalvageReport }
  | { readonly kind: 'publish'; readonly fault: PublishFault; readonly fileName: string }
  /** The file to be saved was moved, and found. */
  | { readonly kind: 'moved'; readonly fileName: string; readonly to: MovedFile }
  | {
      readonly kind: 'merge';
      readonly source: MergeSource;
      readonly fault: CompareFault | JoinFault;
      readonly fileName: string;
    }
  /** Another project of which nobody can be brought. */
  | { readonly kind: 'people'; readonly fault: OpenFault | { readonly code: 'nobody' }; readonly fileName: string };

/** Something that happened beside the work and asks for no answer. */
export type News =
  | { readonly kind: 'recovered'; readonly edits: number }
  | { readonly kind: 'alsoOpen'; readonly name: string }
  | { readonly kind: 'fileMoved'; readonly to: MovedFile }
  /** Who saved the version that was taken in, and how many things it brought. */
  | { readonly kind: 'merged'; readonly name: string; readonly count: number }
  | { readonly kind: 'reloaded' | 'mergedNothing'; readonly name: string }
  | {
      readonly kind:
        | 'fileChanged'
        | 'fileReplaced'
        | 'fileBlocked'
        | 'fileUnreadable'
        | 'fileGone'
        | 'fileAway'
        | 'notAutosaved'
        | 'sidecarRecovered'
        | 'sidecarIgnored'
        | 'restarted'
        | 'lost';
    };

/** Where an export stands. */
export type ExportStep =
  | { readonly step: 'choose' }
  | { readonly step: 'work'; readonly done: number }
  | { readonly step: 'done'; readonly fileName: string }
  | { readonly step: 'failed'; readonly fault: ExportFault };

/** What this window shows and is busy with; none of it is part of the document. */
export interface SessionState {
  readonly map: Id<'map'> | null;
  /** Whose page is open over the map. */
  readonly persona: Id<'persona'> | null;
  readonly leftPanel: boolean;
  readonly rightPanel: boolean;
  /** What lies over the window until it is put away: the palette, the list of all keys, the history. */
  readonly overlay: 'palette' | 'keys' | 'history' | 'nameVersion' | 'settings' | null;
  readonly notice: Notice | null;
  /** A file is being opened. */
  readonly opening: boolean;
  /** Its name, as main tells it; null while nothing is being opened. */
  readonly openingName: string | null;
  readonly saving: boolean;
  /** The export dialog, when it is open, and the kind of file it was opened for. */
  readonly exporting: { readonly format: ExportOptions['format']; readonly at: ExportStep } | null;
  /** Another version is being looked at. */
  readonly comparing: boolean;
  /** Who is in another project, while some of them are chosen. */
  readonly people: OtherPeople | null;
  /** A merge in which something is left to the person. */
  readonly merging: Merging | null;
  /** What shall close while the file lacks something: the person is asked. */
  readonly closing: 'window' | 'project' | null;
  /** Set while the author's name is asked; called with it, or with null when the person changed their mind. */
  readonly answerAuthor: ((name: string | null) => void) | null;
  /** Lines at the top of the map that say what happened beside the work, until each is put away. */
  readonly news: readonly News[];
  readonly maximized: boolean;
  readonly recent: readonly RecentProject[];
  /** Work that no file has; empty until main has asked the storage process. */
  readonly unsaved: readonly FoundWork[];
}

/** The session, and where each map was left (not state: nothing is drawn from it). */
export interface SessionStore extends StoreApi<SessionState> {
  readonly leftAt: Map<Id<'map'>, Camera>;
}

/** Tells something that happened beside the work, in the place of older news of its kind. */
export function tellNews(session: SessionStore, news: News): void {
  session.setState((state) => ({ news: [...state.news.filter(({ kind }) => kind !== news.kind), news] }));
}

/** What is told of a file that is not at its place. */
export const LOST_NEWS: readonly News['kind'][] = ['fileGone', 'fileAway', 'fileMoved'];

/** What is told of a file that holds something else than it did. */
export const CHANGED_NEWS: readonly News['kind'][] = ['fileChanged', 'fileReplaced', 'fileBlocked', 'fileUnreadable'];

/** All that is told of what became of the document's file. */
export const FILE_NEWS: readonly News['kind'][] = [...LOST_NEWS, ...CHANGED_NEWS];

/** Takes news of some kinds away: they are true no longer. */
export function forgetNews(session: SessionStore, kinds: readonly News['kind'][]): void {
  const { news } = session.getState();
  if (news.some(({ kind }) => kinds.includes(kind))) {
    session.setState({ news: news.filter(({ kind }) => !kinds.includes(kind)) });
  }
}

/** Makes the session of a window. */
export function createSessionStore(recent: readonly RecentProject[], maximized: boolean): SessionStore {
  const store = createStore<SessionState>(() => ({
    map: null,
    persona: null,
    leftPanel: true,
    rightPanel: true,
    overlay: null,
    notice: null,
    opening: false,
    openingName: null,
    saving: false,
    exporting: null,
    comparing: false,
    people: null,
    merging: null,
    closing: null,
    answerAuthor: null,
    news: [],
    maximized,
    recent,
    unsaved: [],
  }));
  return { ...store, leftAt: new Map() };
}
