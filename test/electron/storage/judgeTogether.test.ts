import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type JudgeElsewhere, judgePart, judgeTogether, judgeVersion } from '../../../electron/storage/judgeVersion.ts';
import { JudgingThread } from '../../../electron/storage/judgingThread.ts';
import { rehearseJudging } from '../../../electron/storage/rehearseJudging.ts';
import { writeDocument } from '../../../electron/storage/writeDocument.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import { need, TestBench } from './support/testStore.ts';

const module = join(import.meta.dirname, '../../../electron/storage/inspectorThread.ts');

let bench: TestBench;
let path: string;
beforeEach(async () => {
  bench = await TestBench.make();
  path = bench.path('journey.meander');
  // Enough to be shared: 400 steps with two cards each.
  await writeDocument(path, sampleRecords(400), [], {
    uuid: '2b1c7f6e-0c1e-4a0f-9a57-5a3a0f3c1d2e',
    revision: { id: 'first', parents: [], at: 1_750_000_000_000, author: 'Nele', label: '' },
  });
});
afterEach(() => bench.remove());

function change(statement: string): void {
  const database = new Database(path);
  database.exec(statement);
  database.close();
}

/** Where the half that another thread gets begins: cards come before steps, and there are more of them. */
const FIRST = "(SELECT min(id) FROM record WHERE type = 'card')";
const LAST = "(SELECT max(id) FROM record WHERE type = 'step')";

describe('two threads find in a file what one finds', () => {
  test.each([
    ['nothing in a whole one', 'PRAGMA user_version'],
    ['a changed word in the first half', `UPDATE record SET json = json || ' ' WHERE id = ${FIRST}`],
    ['a changed word in the second half', `UPDATE record SET json = json || ' ' WHERE id = ${LAST}`],
    ['one in each, of which the first is told', `UPDATE record SET hash = 'x' WHERE id IN (${FIRST}, ${LAST})`],
    ['a row that is missing', `DELETE FROM record WHERE id = ${LAST}`],
    ['a row before all others', "INSERT INTO record SELECT '', type, map_id, json, stamps, hash FROM record LIMIT 1"],
    ['a planted view', 'CREATE VIEW v AS SELECT 1'],
  ])('%s', async (_what, statement) => {
    change(statement);
    const thread = new JudgingThread(module);
    expect(await judgeTogether(path, thread.judge)).toEqual(judgeVersion(path));
  });
});

test('the other thread gets the second half of the records', async () => {
  const seen: string[] = [];
  const elsewhere: JudgeElsewhere = async (part) => {
    seen.push(part.range.after ?? '', String(part.range.upTo));
    return judgePart(part);
  };
  expect(need(await judgeTogether(path, elsewhere))).toEqual(need(judgeVersion(path)));
  expect(seen).toEqual([expect.stringMatching(/^card:/), 'null']);
});

test('a file is judged all the same where no second thread can be had', async () => {
  const thread = new JudgingThread(bench.path('nowhere.ts'));
  expect(await judgeTogether(path, thread.judge)).toEqual(judgeVersion(path));
  expect(await judgeTogether(path, thread.judge)).toEqual(judgeVersion(path));
});

test('what an inspector rehearses with is a document it would let through', () => {
  expect(rehearseJudging).not.toThrow();
});
