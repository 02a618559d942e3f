// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { createEditingStore, type EditingStore } from '../../../renderer/editing/editingState.ts';
import { Editor } from '../../../renderer/editing/editor.ts';
import { createOutbox, type Outbox } from '../../../renderer/editing/outbox.ts';
import { createDocumentStore, type DocumentStore } from '../../../renderer/state/documentStore.ts';
import { defineEdit } from '../../../shared/edits/defineEdit.ts';
import { refuse } from '../../../shared/edits/refusal.ts';
import type { CommitFault, EditMessage, SaveState } from '../../../shared/ipc/projectStore.ts';
import type { Id } from '../../../shared/records/ids.ts';
import { getRecord, recordsOfType } from '../../../shared/records/records.ts';
import type { Result } from '../../../shared/util/result.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';

const SAVE: SaveState = { fileName: 'a.meander', unsavedEdits: 0, savedAt: null, readOnly: false };

interface Rig {
  readonly documents: DocumentStore;
  readonly editing: EditingStore;
  readonly editor: Editor;
  readonly outbox: Outbox;
  readonly sent: EditMessage[];
  readonly faults: CommitFault[];
  /** What the store says to an edit; a test may change it. */
  answer: (edit: EditMessage) => Promise<Result<SaveState, CommitFault>>;
}

function openRig(): Rig {
  const records = sampleRecords('sarah.en');
  const documents = createDocumentStore();
  documents.open(openedProject(records, { save: SAVE, lastEdit: 7 }));
  const editing = createEditingStore();
  const sent: EditMessage[] = [];
  const faults: CommitFault[] = [];
  const store: Pick<Rig, 'answer'> = { answer: async () => ({ ok: true, value: SAVE }) };
  const outbox = createOutbox('document:1', 7, {
    commit: (_, edit) => {
      sent.push(edit);
      return store.answer(edit);
    },
    kept: (handle, save) => documents.setSave(handle, save),
    failed: (_, fault) => {
      faults.push(fault);
      editing.setState({ frozen: fault });
    },
    late: (_, late) => editing.setState({ late }),
  });
  let at = 0;
  const editor = new Editor({
    documents,
    editing,
    environment: { randomText: (length) => String(at++).padStart(length, 'x'), now: () => at },
    outbox: () => outbox,
  });
  return Object.assign(store, { documents, editing, editor, outbox, sent, faults });
}

describe('the editor', () => {
  let rig: Rig;
  let card: Id<'card'>;
  const textOf = (): string | undefined => getRecord(rig.editor.records ?? new Map(), card)?.text;
  const rename = defineEdit('edit.setCardText', (tx, text: string) =>
    tx.change(card, (draft) => {
      draft.text = text;
    }),
  );
  const refused = defineEdit('edit.setCardText', (tx, text: string) => {
    rename.run(tx, text);
    refuse('cardLocked', card);
  });
  const remove = defineEdit('edit.removeCards', (tx, id: Id<'card'>) => tx.remove(id));

  beforeEach(() => {
    rig = openRig();
    const found = recordsOfType(sampleRecords('sarah.en'), 'card')[0];
    if (found === undefined) throw new Error('no card');
    card = found.id;
    rig.editor.select([card]);
  });

  test('an edit changes the records, can be taken back and done again, and each of these is sent', async () => {
    const before = textOf();
    rig.editor.edit(rename, 'New words');
    expect(textOf()).toBe('New words');
    expect(rig.editor.undo()).toBe(true);
    expect(textOf()).toBe(before);
    expect(rig.editor.redo()).toBe(true);
    expect(textOf()).toBe('New words');
    await rig.outbox.settled();
    expect(rig.sent.map((edit) => edit.number)).toEqual([8, 9, 10]);
  });

  test('undo brings back what was selected, and says so by a flash', () => {
    rig.editor.edit(rename, 'New words');
    rig.editor.select([]);
    rig.editor.undo();
    expect(rig.editing.getState()).toMatchObject({ selection: [card], flash: [card] });
  });

  test('an edit that changes nothing is neither recorded nor sent', () => {
    rig.editor.edit(rename, textOf() ?? '');
    expect(rig.editor.undo()).toBe(false);
    expect(rig.sent).toEqual([]);
  });

  test('a session of typing is one entry', () => {
    const before = textOf();
    for (const text of ['N', 'Ne', 'New']) rig.editor.edit(rename, text, { merging: { key: 'text', within: null } });
    rig.editor.endRun();
    rig.editor.edit(rename, 'Newer', { merging: { key: 'text', within: null } });
    rig.editor.undo();
    expect(textOf()).toBe('New');
    rig.editor.undo();
    expect(textOf()).toBe(before);
  });

  test('a preview changes neither the records nor the history, and is forgotten', () => {
    const before = rig.editor.records;
    rig.editor.preview(rename, 'Only looks');
    expect(getRecord(rig.editing.getState().preview ?? new Map(), card)?.text).toBe('Only looks');
    expect(rig.editor.records).toBe(before);
    rig.editor.forgetPreview();
    expect(rig.editing.getState().preview).toBeNull();
    expect(rig.editor.undo()).toBe(false);
  });

  test('a refused verb changes nothing and leaves its reason', () => {
    const before = rig.editor.records;
    expect(rig.editor.edit(refused, 'half done')).toBeUndefined();
    expect(rig.editor.records).toBe(before);
    expect(rig.editing.getState().refusal).toEqual({ code: 'cardLocked', ids: [card] });
    const broken = defineEdit('edit.setCardText', () => {
      throw new Error('a fault of ours');
    });
    expect(() => rig.editor.edit(broken, undefined)).toThrow('a fault of ours');
  });

  test('what was removed is no longer selected', () => {
    rig.editor.edit(remove, card);
    expect(rig.editing.getState()).toMatchObject({ selection: [], place: null });
    rig.editor.undo();
    expect(rig.editing.getState().selection).toEqual([card]);
  });

  test('edits are sent one after the other in their order', async () => {
    const open: ((value: Result<SaveState, CommitFault>) => void)[] = [];
    rig.answer = () => new Promise((resolve) => open.push(resolve));
    rig.editor.edit(rename, 'one');
    rig.editor.edit(rename, 'two');
    await Promise.resolve();
    expect(rig.sent.map((edit) => edit.number)).toEqual([8]);
    expect(rig.outbox.waiting()).toBe(2);
    open[0]?.({ ok: true, value: { ...SAVE, unsavedEdits: 1 } });
    await new Promise((resolve) => setTimeout(resolve));
    expect(rig.sent.map((edit) => edit.number)).toEqual([8, 9]);
    expect(rig.documents.getState().document?.save.unsavedEdits).toBe(1);
  });

  test('when an edit cannot be kept, editing freezes and nothing further is sent', async () => {
    rig.answer = async () => ({ ok: false, reason: { code: 'diskFull' } });
    rig.editor.edit(rename, 'one');
    await rig.outbox.settled();
    expect(rig.faults).toEqual([{ code: 'diskFull' }]);
    expect(rig.editor.edit(rename, 'two')).toBeUndefined();
    expect(rig.editor.undo()).toBe(false);
    expect(rig.sent.length).toBe(1);
    expect(textOf()).toBe('one');
  });

  test('what could not be kept is sent again in its order, and counts as kept only when all of it is', async () => {
    rig.answer = async () => ({ ok: false, reason: { code: 'diskFull' } });
    rig.editor.edit(rename, 'one');
    rig.editor.edit(rename, 'two');
    await rig.outbox.settled();
    expect(await rig.outbox.retry()).toBe(false);
    expect(rig.sent.map(({ number }) => number)).toEqual([8, 8]);
    rig.answer = async () => ({ ok: true, value: { ...SAVE, unsavedEdits: 2 } });
    expect(await rig.outbox.retry()).toBe(true);
    expect(rig.sent.map(({ number }) => number)).toEqual([8, 8, 8, 9]);
    expect([rig.outbox.waiting(), rig.documents.getState().document?.save.unsavedEdits]).toEqual([0, 2]);
  });
});
