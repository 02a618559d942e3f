import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { DocumentHandle } from '../../shared/ipc/projectStore.ts';
import { EMPTY_HISTORY } from '../../shared/store/history.ts';
import type { DocumentStore } from '../state/documentStore.ts';
import { type EditingStore, NOTHING_EDITED } from './editingState.ts';
import { createOutbox, type Outbox } from './outbox.ts';

/** What editing follows. */
export interface FollowedDocument {
  readonly bridge: Pick<Bridge, 'commit'>;
  readonly documents: DocumentStore;
  readonly editing: EditingStore;
}

/**
 * Begins editing anew with every document that is opened: its own outbox, nothing selected, and only the
 * history that an earlier run left. Gives the
 * outbox of the document that is open. When edits can no longer be kept, editing freezes.
 */
export function followDocument({ bridge, documents, editing }: FollowedDocument): () => Outbox | null {
  let current: { readonly handle: DocumentHandle; readonly outbox: Outbox } | null = null;
  documents.subscribe(({ document }) => {
    if (document?.handle === current?.handle) return;
    editing.setState({ ...NOTHING_EDITED, history: document?.openedHistory ?? EMPTY_HISTORY }, true);
    current = document && {
      handle: document.handle,
      outbox: createOutbox(document.handle, document.lastEdit, {
        commit: (handle, edit) => bridge.commit(handle, edit),
        kept: (handle, save) => documents.setSave(handle, save),
        failed: (handle, fault) => {
          if (documents.getState().document?.handle === handle) editing.setState({ frozen: fault });
        },
        late: (handle, late) => {
          if (documents.getState().document?.handle !== handle || editing.getState().late === late) return;
          editing.setState({ late });
        },
      }),
    };
  });
  return () => current?.outbox ?? null;
}
