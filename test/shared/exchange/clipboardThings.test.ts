import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardTable } from '../../../shared/exchange/cardTable.ts';
import {
  type ClipboardThings,
  readThings,
  takeInThings,
  takeThings,
  writeThings,
} from '../../../shared/exchange/clipboardThings.ts';
import { isWithin } from '../../../shared/exchange/textDepth.ts';
import type { Id } from '../../../shared/records/ids.ts';
import { type Records, recordsOfType } from '../../../shared/records/records.ts';
import { orderKeys } from '../../../shared/util/orderKey.ts';
import { makeRecord, smallProject, withoutRecords, withRecords } from '../../fixtures/projects.ts';
import { doEdit } from '../support/doing.ts';
import { need } from '../support/reading.ts';

const project = withTagged(smallProject());
const cards = recordsOfType(project, 'card').map(({ id }) => id);

/** The first card of the pains lane names one of everything. */
function withTagged(records: Records): Records {
  const card = recordsOfType(records, 'card').find(({ id }) => id === 'card:slow');
  if (card === undefined) throw new Error('The card is not there');
  return withRecords(records, {
    ...card,
    channels: ['channel:shop'],
    sources: ['source:funnel'],
    tags: ['tag:mobile'],
  });
}

/** Another project: the same shape, where tag, source and channel have other ids, and one of them is not there. */
function otherProject(): Records {
  const third = orderKeys(3)[2] ?? '';
  const without = withoutRecords(smallProject(), 'tag:mobile', 'source:funnel', 'channel:shop');
  const clean = [...without.values()].map((record) =>
    record.type === 'card' ? { ...record, channels: [], sources: [], tags: [] } : record,
  );
  return withRecords(
    new Map<Id, (typeof clean)[number]>(clean.map((record) => [record.id, record])),
    makeRecord('tag:handheld', 'tag', { order: third, name: 'mobile' }),
    makeRecord('source:statistics', 'source', { order: third, name: 'Funnel' }),
  );
}

function take(records: Records, ids: readonly Id[]): ClipboardThings {
  const taken = takeThings(records, ids);
  if (taken === null) throw new Error('There is nothing to take');
  return taken;
}

const target = { map: 'map:today', stage: null, step: 'step:cart', lane: 'lane:pains' } as const;

describe('cards on the clipboard', () => {
  test('read as they were written, whichever cards they are', () => {
    fc.assert(
      fc.property(fc.subarray(cards, { minLength: 1 }), (some) => {
        const taken = take(project, some);
        expect(readThings(writeThings(taken))).toEqual(taken);
      }),
      { numRuns: 30 },
    );
  });

  test('come with the channels, sources and tags they name and no others', () => {
    const taken = take(project, ['card:slow']);
    expect([taken.channels, taken.sources, taken.tags].map((list) => list.map(({ id }) => id))).toEqual([
      ['channel:shop'],
      ['source:funnel'],
      ['tag:mobile'],
    ]);
  });

  test('are none when anything about them is not as Meander writes it', () => {
    const good = writeThings(take(project, ['card:slow']));
    const bad = [
      '',
      '{',
      '[]',
      'null',
      good.replace('"meander":1', '"meander":2'),
      good.replace('"span":1', '"span":0'),
    ];
    for (const text of [...bad, `${'['.repeat(40)}${']'.repeat(40)}`]) expect(readThings(text), text).toBeNull();
    expect(readThings(good.replace('"text":', '"__proto__":{},"text":'))).toBeNull();
  });

  test('are put into their own project beside themselves', () => {
    const taken = take(project, ['card:slow']);
    const { records, value } = doEdit(project, takeInThings, { things: taken, areOwn: true, ...target });
    const copy = recordsOfType(records, 'card').find(({ id }) => id === value[0]);
    expect(copy).toMatchObject({ step: 'step:cart', tags: ['tag:mobile'], sources: ['source:funnel'] });
    expect(records.size).toBe(project.size + 1);
  });

  test('find what they name in another project by its name, and bring what is not there', () => {
    const other = otherProject();
    const taken = take(project, ['card:slow']);
    const { records, value } = doEdit(other, takeInThings, { things: taken, areOwn: false, ...target });
    const copy = recordsOfType(records, 'card').find(({ id }) => id === value[0]);
    expect(copy).toMatchObject({ tags: ['tag:handheld'], sources: ['source:statistics'] });
    const brought = recordsOfType(records, 'channel').find(({ id }) => id === copy?.channels[0]);
    expect(brought).toMatchObject({ name: 'Shop', online: false });
    expect(records.size).toBe(other.size + 2);
  });

  test('name in a copy of their project what has another name there by now, as something new', () => {
    const renamed = withRecords(project, { ...need(project, 'channel:shop'), name: 'Phone' });
    const things = take(project, ['card:slow']);
    const { records, value } = doEdit(renamed, takeInThings, { things, areOwn: false, ...target });
    const copy = recordsOfType(records, 'card').find(({ id }) => id === value[0]);
    expect(copy).toMatchObject({ tags: ['tag:mobile'], sources: ['source:funnel'] });
    expect(copy?.channels.map((id) => need(records, id).name)).toEqual(['Shop']);
    expect(need(records, 'channel:shop').name).toBe('Phone');
  });

  test('name in their own project what they named, whatever it is called by now', () => {
    const renamed = withRecords(project, { ...need(project, 'channel:shop'), name: 'Phone' });
    const things = take(project, ['card:slow']);
    const { records, value } = doEdit(renamed, takeInThings, { things, areOwn: true, ...target });
    const copy = recordsOfType(records, 'card').find(({ id }) => id === value[0]);
    expect(copy?.channels).toEqual(['channel:shop']);
    expect(records.size).toBe(renamed.size + 1);
  });

  test('of the feelings of a whole lane come to a new person where the one of that id is somebody else', () => {
    const things = take(project, ['lane:emotions']);
    const [person] = things.personas;
    if (person === undefined) throw new Error('Nobody feels anything');
    const other = withRecords(project, { ...person, name: 'Somebody else' });
    const { records, value } = doEdit(other, takeInThings, { things, areOwn: false, ...target });
    const feelings = recordsOfType(records, 'emotion').filter(({ lane }) => value.some((id) => id === lane));
    expect(feelings.map(({ persona }) => need(records, persona).name)).toContain(person.name);
    expect(need(records, person.id).name).toBe('Somebody else');
  });
});

test('a table of cards has a column for each step and the rows its fullest cells need', () => {
  const table = cardTable(project, cards);
  expect(new Set(table.map(({ length }) => length)).size).toBe(1);
  const said = table.flat().filter((text) => text !== '');
  const texts = recordsOfType(project, 'card').map(({ text }) => text);
  expect([...said].sort()).toEqual(texts.filter((text) => text !== '').sort());
  expect(cardTable(project, ['card:slow'])).toEqual([['The list loads slowly']]);
});

test('nesting is counted outside of strings alone', () => {
  expect(isWithin('[[]]', 2)).toBe(true);
  expect(isWithin('[[[]]]', 2)).toBe(false);
  expect(isWithin('["[[[[\\"[["]', 1)).toBe(true);
});
