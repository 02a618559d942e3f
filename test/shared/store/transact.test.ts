import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Id, RecordType } from '../../../shared/records/ids.ts';
import { indexRecords } from '../../../shared/store/recordIndex.ts';
import { isEmptyDiff } from '../../../shared/store/recordsDiff.ts';
import { MissingRecord, type Transaction, transact } from '../../../shared/store/transact.ts';
import { makeRecord, NOW, smallProject, testEnvironment } from '../../fixtures/projects.ts';
import { doRandomEdits, randomEdits } from '../support/randomEdits.ts';
import { need } from '../support/reading.ts';

const project = smallProject();

function change<Value>(verb: (tx: Transaction) => Value) {
  return transact(project, testEnvironment(), 'edit.changeMap', verb);
}

describe('a transaction', () => {
  test('shows what it has written so far, and the document outside stays as it is', () => {
    const before = new Map(project);
    const { records, value } = change((tx) => {
      const tag = tx.add('tag', { order: 'a5', name: 'New' });
      tx.change('card:slow', (card) => {
        card.tags.push(tag.id);
      });
      tx.remove('card:fee');
      expect(tx.need('card:slow').tags).toEqual(['tag:mobile', tag.id]);
      expect(tx.get('card:fee')).toBeUndefined();
      expect(tx.records.get(tag.id)).toBe(tag);
      return tag.id;
    });
    expect(project).toEqual(before);
    expect(need(records, value)).toMatchObject({ name: 'New', colour: 'stone' });
  });

  test('gives what was added, updated and removed', () => {
    const { diff } = change((tx) => {
      tx.put({ ...tx.need('tag:mobile'), name: 'On the phone' });
      tx.put(makeRecord('tag:new', 'tag', { order: 'a5' }));
      tx.remove('card:fee');
    });
    expect([...diff.added.keys()]).toEqual(['tag:new']);
    expect([...diff.updated.values()].map(([from, to]) => [from, to])).toEqual([
      [need(project, 'tag:mobile'), { ...need(project, 'tag:mobile'), name: 'On the phone' }],
    ]);
    expect([...diff.removed.values()]).toEqual([need(project, 'card:fee')]);
  });

  test('that ends where it began gives the very same document', () => {
    const { records, diff } = change((tx) => {
      tx.change('card:slow', (card) => {
        card.text = 'Other';
      });
      tx.remove('card:fee');
      tx.put({ ...need(project, 'card:slow') });
      tx.put({ ...need(project, 'card:fee') });
      const tag = tx.add('tag', { order: 'a5' });
      tx.remove(tag.id);
    });
    expect(records).toBe(project);
    expect(isEmptyDiff(diff)).toBe(true);
  });

  test('takes no record that is not valid', () => {
    const add = () => change((tx) => tx.add('card', { lane: 'lane:pains', step: 'step:ad', order: 'a0' }));
    expect(add).toThrow();
    expect(() => change((tx) => tx.put({ ...need(project, 'card:slow'), span: 0 }))).toThrow();
    const shout = () =>
      change((tx) =>
        tx.change('card:slow', (card) => {
          card.text = 'bell\u0007';
        }),
      );
    expect(shout).toThrow();
  });

  test('names the record that a verb needs and does not find', () => {
    expect(() => change((tx) => tx.need('card:gone'))).toThrow(new MissingRecord('card:gone'));
    expect(() => change((tx) => tx.change('card:gone', () => undefined))).toThrow(MissingRecord);
  });

  test('knows the time, and makes ids of the type asked for', () => {
    const { value } = change((tx) => [tx.now, tx.newId('card'), tx.newId('card')]);
    expect(value).toEqual([NOW, 'card:n000000000000001', 'card:n000000000000002']);
  });

  test('knows the children of a record and the lists of the project, in order, at every moment', () => {
    change((tx) => {
      const lane: Id = 'lane:pains';
      const cards = () => tx.children(lane, 'card').map(({ id }) => id);
      expect(cards()).toEqual(['card:slow', 'card:lost', 'card:fee']);
      tx.put({ ...tx.need('card:fee'), order: 'Zz' });
      expect(cards()).toEqual(['card:fee', 'card:slow', 'card:lost']);
      tx.put({ ...tx.need('card:slow'), lane: 'lane:free' });
      expect(cards()).toEqual(['card:fee', 'card:lost']);
      tx.remove('card:fee');
      tx.put({ ...tx.need('card:slow'), lane: 'lane:pains' });
      expect(cards()).toEqual(['card:slow', 'card:lost']);
      tx.remove('tag:mobile');
      expect(tx.roots('tag').map(({ id }) => id)).toEqual(['tag:price']);
    });
  });

  test('knows of lists nobody asked for before what left them again', () => {
    change((tx) => {
      tx.put({ ...tx.need('card:slow'), lane: 'lane:free' });
      tx.put({ ...tx.need('card:slow'), lane: 'lane:pains' });
      tx.remove(tx.add('card', { lane: 'lane:free', step: 'step:ad', order: 'a0', kind: 'idea' }).id);
      tx.put({ ...tx.need('card:fee'), lane: 'lane:free', kind: 'pain' });
      expect(tx.children('lane:free', 'card').map(({ id }) => id)).toEqual(['card:fee']);
      expect(tx.children('lane:pains', 'card').map(({ id }) => id)).toEqual(['card:slow', 'card:lost']);
    });
  });

  test('hands out lists that later writes do not change', () => {
    change((tx) => {
      tx.remove('card:fee');
      const list = tx.children('lane:pains', 'card');
      tx.remove('card:lost');
      expect(list.map(({ id }) => id)).toEqual(['card:slow', 'card:lost']);
    });
  });

  test('knows after any writes the same lists as a fresh index', () => {
    const parents = (records: ReadonlyMap<Id, { readonly type: RecordType }>) => [...records.keys()];
    fc.assert(
      fc.property(randomEdits, (numbers) => {
        const end = doRandomEdits(project, testEnvironment(), numbers).at(-1)?.records ?? project;
        change((tx) => {
          for (const id of project.keys()) tx.children(id, 'card');
          for (const id of project.keys()) if (!end.has(id)) tx.remove(id);
          for (const record of end.values()) tx.put(record);
          const fresh = indexRecords(new Map(end));
          for (const id of parents(end)) {
            for (const type of ['stage', 'step', 'lane', 'card', 'emotion', 'comment'] as const) {
              expect(tx.children(id, type)).toEqual(fresh.children(id, type));
            }
          }
          for (const type of ['map', 'persona', 'note', 'source'] as const) {
            expect(tx.roots(type)).toEqual(fresh.roots(type));
          }
        });
      }),
      { numRuns: 40 },
    );
  });
});
