import type { CommitFault, DocumentHandle, EditMessage, SaveState } from '../../shared/ipc/projectStore.ts';
import type { EditStep } from '../../shared/store/historyLog.ts';
import type { RecordsDiff } from '../../shared/store/recordsDiff.ts';
import type { Result } from '../../shared/util/result.ts';

/** What the outbox needs of the world. */
export interface OutboxSource {
  commit(handle: DocumentHandle, edit: EditMessage): Promise<Result<SaveState, CommitFault>>;
  /** An edit is in the working copy. */
  kept(handle: DocumentHandle, save: SaveState): void;
  /** Edits can no longer be kept: editing must stop until the person has saved elsewhere. */
  failed(handle: DocumentHandle, fault: CommitFault): void;
  /** An edit takes longer than usual, or no longer does. */
  late(handle: DocumentHandle, isLate: boolean): void;
}

/** After so long an edit that is not kept is spoken of, in milliseconds. */
const LATE_AFTER = 2_000;

/** Edits on their way to the working copy, in their order. */
export interface Outbox {
  /** Sends an edit after all before it; numbers rise by one. */
  send(label: string, diff: RecordsDiff, step: EditStep): void;
  /** Runs something after all edits before it and before all after it. */
  run<Value>(task: () => Promise<Value>): Promise<Value>;
  /** Edits sent and not yet kept. */
  waiting(): number;
  /** Resolves when everything sent so far is kept, or has failed. */
  settled(): Promise<void>;
  /** Sends again what could not be kept, in its order; true when all of it is kept now and editing may go on. */
  retry(): Promise<boolean>;
}

/**
 * Makes the outbox of a document whose working copy holds edits up to `lastEdit`. Edits go one at a time: the store
 * takes them in order, and an edit whose answer is lost is sent again by main with the same number.
 */
export function createOutbox(handle: DocumentHandle, lastEdit: number, source: OutboxSource): Outbox {
  let number = lastEdit;
  let waiting = 0;
  let turn: Promise<void> = Promise.resolve();
  /** The edit that could not be kept and all after it; empty while edits are kept. */
  const unkept: EditMessage[] = [];

  const fail = (edit: EditMessage, fault: CommitFault): void => {
    unkept.unshift(edit);
    source.failed(handle, fault);
  };

  const sendNext = async (edit: EditMessage): Promise<void> => {
    if (unkept.length > 0) {
      unkept.push(edit);
      return;
    }
    const timer = setTimeout(() => source.late(handle, true), LATE_AFTER);
    const kept = await source.commit(handle, edit).finally(() => clearTimeout(timer));
    waiting -= 1;
    if (waiting === 0 || !kept.ok) source.late(handle, false);
    if (kept.ok) source.kept(handle, kept.value);
    else fail(edit, kept.reason);
  };

  const queue = (edit: EditMessage): void => {
    waiting += 1;
    turn = turn
      .then(() => sendNext(edit))
      .catch((error: unknown) => fail(edit, { code: 'storageFailed', detail: String(error) }));
  };

  return {
    send: (label, diff, step) => {
      number += 1;
      queue({ number, label, diff, step });
    },
    run: (task) => {
      const done = turn.then(task);
      turn = done.then(
        () => {},
        () => {},
      );
      return done;
    },
    waiting: () => waiting,
    settled: () => turn,
    retry: async () => {
      await turn;
      const again = unkept.splice(0);
      waiting = 0;
      for (const edit of again) queue(edit);
      await turn;
      return unkept.length === 0;
    },
  };
}
