import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OpenedProject } from '../../shared/ipc/bridge.ts';
import type { DocumentHandle, SaveState } from '../../shared/ipc/projectStore.ts';
import type { Records } from '../../shared/records/records.ts';
import type { EditHistory } from '../../shared/store/history.ts';

/** The project this window has open. */
export interface OpenDocument {
  readonly handle: DocumentHandle;
  /** Never changed in place: an edit makes another map (shared/store/transact.ts). */
  readonly records: Records;
  readonly save: SaveState;
  /** The number of the last edit the working copy held when the document was opened. */
  readonly lastEdit: number;
  /** What could be taken back and done again when it was opened. */
  readonly openedHistory: EditHistory;
}

export interface DocumentState {
  /** Null while the start screen is shown. */
  readonly document: OpenDocument | null;
}

/** The document and what may change it. */
export interface DocumentStore {
  readonly getState: StoreApi<DocumentState>['getState'];
  readonly subscribe: StoreApi<DocumentState>['subscribe'];
  readonly getInitialState: StoreApi<DocumentState>['getInitialState'];
  open(opened: OpenedProject): void;
  /** Takes over what an edit made of the records; only the editor calls this. */
  setRecords(records: Records): void;
  /** Takes over how the document stands to its file; ignored when it is another document's. */
  setSave(handle: DocumentHandle, save: SaveState): void;
  close(): void;
}

/** Makes a store without a document. */
export function createDocumentStore(): DocumentStore {
  const store = createStore<DocumentState>(() => ({ document: null }));
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    getInitialState: store.getInitialState,
    open: ({ handle, records, save, lastEdit, history }) => {
      // The view marks when everything is painted; the time between is a budget (docs/performance.md).
      performance.mark('meander:opened');
      store.setState({ document: { handle, records, save, lastEdit, openedHistory: history } });
    },
    setRecords: (records) => {
      const { document } = store.getState();
      if (document !== null) store.setState({ document: { ...document, records } });
    },
    setSave: (handle, save) => {
      const { document } = store.getState();
      if (document?.handle === handle) store.setState({ document: { ...document, save } });
    },
    close: () => store.setState({ document: null }),
  };
}
