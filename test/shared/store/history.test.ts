import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setCardText } from '../../../shared/edits/cards.ts';
import { edit } from '../../../shared/edits/defineEdit.ts';
import { nudgeFeelings } from '../../../shared/edits/emotions.ts';
import type { Id } from '../../../shared/records/ids.ts';
import type { Records } from '../../../shared/records/records.ts';
import {
  type EditHistory,
  EMPTY_HISTORY,
  endMerging,
  joinsNewest,
  type Merging,
  recordEdit,
  redo,
  undo,
} from '../../../shared/store/history.ts';
import { type EditStep, readHistory, writeLogLine } from '../../../shared/store/historyLog.ts';
import { applyDiff, EMPTY_DIFF, isEmptyDiff } from '../../../shared/store/recordsDiff.ts';
import { smallProject, testEnvironment, withRecords } from '../../fixtures/projects.ts';
import { doRandomEdits, randomEdits } from '../support/randomEdits.ts';
import { need } from '../support/reading.ts';

const project = smallProject();
const typing: Merging = { key: 'text card:slow', within: null };
const nudging: Merging = { key: 'nudge emotion:calm', within: 1000 };

/** A document being edited with its history, as a window holds them. */
class Desk {
  records: Records = project;
  history: EditHistory = EMPTY_HISTORY;
  now = 0;
  /** What a store would have noted of every edit. */
  log: string[] = [];

  type(text: string, merging: Merging | null = typing, card: Id<'card'> = 'card:slow'): void {
    this.take(edit(this.records, testEnvironment(), setCardText, { card, text }), merging);
  }

  nudge(merging: Merging | null = nudging): void {
    this.take(edit(this.records, testEnvironment(), nudgeFeelings, { emotions: ['emotion:calm'], by: 0.25 }), merging);
  }

  take(done: ReturnType<typeof edit>, merging: Merging | null): void {
    if (!done.ok) throw new Error(done.reason.code);
    const { records, diff, label } = done.value;
    this.records = records;
    const at = this.now;
    const selection = { selectionBefore: ['card:slow'], selectionAfter: ['card:fee'] } as const;
    const recorded = { label, diff, ...selection, at, merging };
    const joins = joinsNewest(this.history, recorded);
    this.history = recordEdit(this.history, recorded);
    if (isEmptyDiff(diff)) return;
    this.log.push(writeLogLine({ label, diff, step: { kind: 'edit', joins, ...selection, at } }));
  }

  step(way: typeof undo): string | null {
    const step = way(this.history);
    if (step === null) return null;
    this.history = step.history;
    this.records = applyDiff(this.records, step.diff);
    const kind: EditStep = { kind: way === undo ? 'undo' : 'redo' };
    if (!isEmptyDiff(step.diff)) this.log.push(writeLogLine({ label: step.label, diff: step.diff, step: kind }));
    return step.label;
  }

  get text(): string {
    return need(this.records, 'card:slow').text;
  }

  get feeling(): number {
    return need(this.records, 'emotion:calm').value;
  }
}

describe('undo and redo', () => {
  test('go back and forth through every edit, without a limit', () => {
    const desk = new Desk();
    for (let count = 1; count <= 500; count += 1) desk.type(`Text ${count}`, null);
    for (let count = 499; count >= 1; count -= 1) {
      expect(desk.step(undo)).toBe('edit.setCardText');
      expect(desk.text).toBe(`Text ${count}`);
    }
    desk.step(undo);
    expect(desk.records).toEqual(project);
    expect(desk.step(undo)).toBeNull();
    for (let count = 1; count <= 500; count += 1) desk.step(redo);
    expect(desk.text).toBe('Text 500');
    expect(desk.step(redo)).toBeNull();
  });

  test('bring back what was selected', () => {
    const desk = new Desk();
    desk.type('Other');
    const back = undo(desk.history);
    expect(back?.selection).toEqual(['card:slow']);
    expect(back && redo(back.history)?.selection).toEqual(['card:fee']);
  });

  test('cannot do again what was undone before a new edit', () => {
    const desk = new Desk();
    desk.type('One', null);
    desk.step(undo);
    desk.type('Two', null);
    expect(desk.step(redo)).toBeNull();
    expect(desk.history.done).toHaveLength(1);
  });

  test('leave values of the history as they were', () => {
    const desk = new Desk();
    desk.type('One', null);
    const before = desk.history;
    undo(before);
    recordEdit(before, { label: 'x', diff: EMPTY_DIFF, selectionBefore: [], selectionAfter: [], at: 0, merging: null });
    expect(before).toBe(desk.history);
    expect(before.done).toHaveLength(1);
  });
});

describe('an edit that changes nothing', () => {
  test('is not recorded and keeps what can be done again', () => {
    const desk = new Desk();
    desk.type('One', null);
    desk.step(undo);
    const before = desk.history;
    desk.type('The list loads slowly', null);
    expect(desk.history).toBe(before);
    expect(desk.step(redo)).toBe('edit.setCardText');
  });
});

describe('typing', () => {
  test('is one entry however long it takes, until it is ended', () => {
    const desk = new Desk();
    for (const [at, text] of ['S', 'Sl', 'Slow'].entries()) {
      desk.now = at * 60_000;
      desk.type(text);
    }
    desk.history = endMerging(desk.history);
    desk.type('Slower');
    expect(desk.history.done).toHaveLength(2);
    desk.step(undo);
    expect(desk.text).toBe('Slow');
    desk.step(undo);
    expect(desk.text).toBe('The list loads slowly');
  });

  test('in another card is another entry', () => {
    const desk = new Desk();
    desk.type('One');
    desk.type('Two', { key: 'text card:fee', within: null }, 'card:fee');
    desk.type('Three');
    expect(desk.history.done).toHaveLength(3);
  });

  test('that ends with what was there before is no entry', () => {
    const desk = new Desk();
    desk.type('One');
    desk.type('The list loads slowly');
    expect(desk.history.done).toEqual([]);
    expect(desk.step(undo)).toBeNull();
  });

  test('goes on in an entry of its own after an undo', () => {
    const desk = new Desk();
    desk.type('One', null);
    desk.type('Two');
    desk.type('Three', null);
    desk.step(undo);
    desk.type('Four');
    desk.step(undo);
    expect(desk.text).toBe('Two');
  });
});

describe('nudges', () => {
  test('soon after each other are one entry, which keeps what was selected at first and at last', () => {
    const desk = new Desk();
    for (const at of [0, 900, 1800]) {
      desk.now = at;
      desk.nudge();
    }
    expect(desk.history.done).toHaveLength(1);
    expect(desk.history.done[0]).toMatchObject({
      selectionBefore: ['card:slow'],
      selectionAfter: ['card:fee'],
      at: 1800,
    });
    desk.step(undo);
    expect(desk.feeling).toBe(0.5);
  });

  test('after a pause are another entry', () => {
    const desk = new Desk();
    desk.nudge();
    desk.now = 1001;
    desk.nudge();
    expect(desk.history.done).toHaveLength(2);
  });

  test('with another edit in between are two entries', () => {
    const desk = new Desk();
    desk.nudge();
    desk.type('Other', null);
    desk.nudge();
    expect(desk.history.done).toHaveLength(3);
  });
});

describe('a history made again from the edits that were noted', () => {
  const desk = () => {
    const made = new Desk();
    made.type('One', null);
    made.nudge();
    made.type('Two', null);
    made.step(undo);
    return made;
  };
  /** Which runs entries belong to is of no use to another run. */
  const lasting = ({ done, undone }: EditHistory) => {
    const bare = (entries: EditHistory['done']) => entries.map((entry) => ({ ...entry, mergeKey: null }));
    return { done: bare(done), undone: bare(undone), open: false };
  };

  test('leads the same ways, wherever it stands between undo and redo', () => {
    fc.assert(
      fc.property(randomEdits, fc.array(fc.boolean(), { maxLength: 12 }), (numbers, ways) => {
        const made = new Desk();
        for (const done of doRandomEdits(project, testEnvironment(), numbers))
          made.take({ ok: true, value: done }, null);
        for (const isUndo of ways) made.step(isUndo ? undo : redo);
        expect(readHistory(made.log, made.records)).toEqual(lasting(made.history));
      }),
      { numRuns: 50 },
    );
  });

  test('has one entry for a run of typing and none for a run that came to nothing', () => {
    const made = desk();
    for (const text of ['W', 'Wo', 'Wor', 'Word']) made.type(text);
    made.history = endMerging(made.history);
    const before = need(made.records, 'card:fee').text;
    for (const text of ['Gone', before]) made.type(text, { key: 'text card:fee', within: null }, 'card:fee');
    expect(readHistory(made.log, made.records)).toEqual(lasting(made.history));
    expect(made.history.done).toHaveLength(3);
  });

  test('joins no edit of the run before', () => {
    const made = desk();
    made.step(redo);
    made.nudge();
    made.history = readHistory(made.log, made.records);
    made.nudge();
    expect(made.history.done).toHaveLength(5);
  });

  test('keeps of its entries those that still fit the document', () => {
    const made = desk();
    const other = withRecords(made.records, { ...need(made.records, 'card:slow'), text: 'Changed elsewhere' });
    const read = readHistory(made.log, other);
    expect(read.done.map(({ label }) => label)).toEqual(['edit.nudgeFeelings']);
    expect(read.undone).toEqual([]);
  });

  test('does not know whose order of fields a record came in', () => {
    const made = desk();
    const turned = new Map([...made.records].map(([id, record]) => [id, reversed(record)]));
    expect(readHistory(made.log, turned).done).toHaveLength(2);
  });

  test.each(['', 'null', '{"label":"edit.x"}', '{"label":"edit.x","step":{"kind":"undo"}'])(
    'begins after the line %j, which does not read',
    (line) => {
      const made = desk();
      expect(readHistory([...made.log, line], made.records)).toEqual(EMPTY_HISTORY);
      expect(readHistory([line, ...made.log], made.records)).toEqual(lasting(made.history));
    },
  );
});

function reversed<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).reverse()) as Value;
}
