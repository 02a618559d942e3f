import { describe, expect, test } from 'vitest';
import { mergeCopies } from '../../../shared/merge/mergeCopies.ts';
import { settleMerge } from '../../../shared/merge/settleMerge.ts';
import type { CardRecord } from '../../../shared/records/card.ts';
import type { PersonaLine } from '../../../shared/records/persona.ts';
import type { Records } from '../../../shared/records/records.ts';
import { diffRecords } from '../../../shared/store/recordsDiff.ts';
import { smallProject, withoutRecords, withRecords } from '../../fixtures/projects.ts';
import { TestCopy } from '../support/copies.ts';

const project = smallProject();

function card(name: string, fields: Partial<CardRecord>): CardRecord {
  const found = project.get(`card:${name}`);
  if (found?.type !== 'card') throw new Error(`There is no card ${name}`);
  return { ...found, ...fields };
}

/** Two saved copies of the project, the second one saved later. */
function part(mine: Records, theirs: Records) {
  let time = 0;
  const base = TestCopy.begin(project, () => ++time);
  const here = base.copy('a').edit(diffRecords(project, mine)).save();
  const there = base.copy('b').edit(diffRecords(project, theirs)).save();
  return { here, there };
}

function merge(mine: Records, theirs: Records, before: Records | null = null) {
  const { here, there } = part(mine, theirs);
  return mergeCopies(here.now, there.now, before);
}

test('a card that each moved elsewhere is one conflict, whatever fields the places differ in', () => {
  const mine = withRecords(project, card('fits', { step: 'step:ad', text: 'Mine' }));
  const theirs = withRecords(project, card('fits', { step: 'step:pay', order: 'a5' }));
  const found = merge(mine, theirs);
  expect(found.conflicts.map(({ fields, both }) => [[...fields].sort(), both])).toEqual([[['order', 'step'], null]]);
  const [key = ''] = found.conflicts.map((conflict) => conflict.key);
  const { records } = settleMerge(mine, found, new Map([[key, 'theirs']]));
  expect(records.get('card:fits')).toMatchObject({ step: 'step:pay', order: 'a5', text: 'Mine' });
});

test('sets are joined element by element, exactly where what was before is known', () => {
  const mine = withRecords(project, card('slow', { sources: ['source:funnel'] }));
  const theirs = withRecords(
    project,
    card('slow', { sources: ['source:interviews'], tags: ['tag:mobile', 'tag:price'] }),
  );
  const sources = (before: Records | null): unknown =>
    settleMerge(mine, merge(mine, theirs, before), new Map()).records.get('card:slow');
  expect(sources(project)).toMatchObject({ sources: [], tags: ['tag:mobile', 'tag:price'] });
  expect(sources(null)).toMatchObject({ sources: ['source:interviews', 'source:funnel'] });
});

describe('lines about a persona that both changed', () => {
  const line = (text: string, evidence: PersonaLine['evidence'] = 'assumption'): PersonaLine => ({ text, evidence });
  const sarah = (...goals: readonly PersonaLine[]) => {
    const found = project.get('persona:sarah');
    if (found?.type !== 'persona') throw new Error('There is no Sarah');
    return withRecords(project, { ...found, goals });
  };
  const before = sarah(line('Stand out'), line('Fit'), line('Spend little'));
  const mine = sarah(line('Stand out', 'researched'), line('Fit well'), line('Spend little'));
  const theirs = sarah(line('Fit'), line('Stand out'), line('Feel new', 'researched'));
  const parted = () => {
    let time = 0;
    const base = TestCopy.begin(before, () => ++time);
    const here = base.copy('a').edit(diffRecords(before, mine)).save();
    return { here, there: base.copy('b').edit(diffRecords(before, theirs)).save() };
  };

  test('are joined line by line where it is known what was before', () => {
    const { here, there } = parted();
    const found = mergeCopies(here.now, there.now, before);
    expect(found.conflicts).toEqual([]);
    expect(settleMerge(mine, found, new Map()).records.get('persona:sarah')).toMatchObject({
      goals: [line('Stand out', 'researched'), line('Feel new', 'researched'), line('Fit well')],
    });
  });

  test('are asked about where it is not; both are the lines of both, each once', () => {
    const { here, there } = parted();
    const [conflict] = mergeCopies(here.now, there.now, null).conflicts;
    expect(conflict?.fields).toEqual(['goals']);
    expect(conflict?.both).toEqual({
      goals: [
        line('Stand out', 'researched'),
        line('Fit well'),
        line('Spend little'),
        line('Fit'),
        line('Feel new', 'researched'),
      ],
    });
  });
});

describe('channels of a persona that both changed', () => {
  const sarah = (...liked: readonly (readonly [string, number])[]) => {
    const found = project.get('persona:sarah');
    if (found?.type !== 'persona') throw new Error('There is no Sarah');
    const channels = liked.map(([name, liking]) => ({ channel: `channel:${name}` as const, liking }));
    return withRecords(project, { ...found, channels });
  };
  const mergeFrom = (before: Records, mine: Records, theirs: Records) => {
    let time = 0;
    const base = TestCopy.begin(before, () => ++time);
    const here = base.copy('a').edit(diffRecords(before, mine)).save();
    const there = base.copy('b').edit(diffRecords(before, theirs)).save();
    return mergeCopies(here.now, there.now, before);
  };

  test('are joined one by one; whoever said anew how much one is liked counts', () => {
    const before = sarah(['social', 0]);
    const [mine, theirs] = [sarah(['social', 4]), sarah(['shop', 2], ['social', 0])];
    const found = mergeFrom(before, mine, theirs);
    expect(found.conflicts).toEqual([]);
    const merged = settleMerge(mine, found, new Map()).records.get('persona:sarah');
    if (merged?.type !== 'persona') throw new Error('Sarah is gone');
    expect(Object.fromEntries(merged.channels.map(({ channel, liking }) => [channel, liking]))).toEqual({
      'channel:social': 4,
      'channel:shop': 2,
    });
  });

  test('are asked about where both said of one how much it is liked, and not the same', () => {
    const found = mergeFrom(sarah(['social', 1]), sarah(['social', 4]), sarah(['social', 2]));
    expect(found.conflicts.map(({ fields }) => fields)).toEqual([['channels']]);
    const agreed = mergeFrom(sarah(['social', 1]), sarah(['social', 4]), sarah(['social', 4], ['shop', 0]));
    expect(agreed.conflicts).toEqual([]);
  });

  test('are asked about where one said how much one is liked that the other removed', () => {
    const found = mergeFrom(sarah(['social', 1], ['shop', 2]), sarah(['social', 4], ['shop', 2]), sarah(['shop', 2]));
    expect(found.conflicts.map(({ fields }) => fields)).toEqual([['channels']]);
    const untouched = mergeFrom(sarah(['social', 1]), sarah(['social', 1], ['shop', 2]), sarah());
    expect(untouched.conflicts).toEqual([]);
    expect(untouched.taken.map(({ side, kind }) => [side, kind])).toContainEqual(['theirs', 'changed']);
  });
});

test('how something looks is settled by the later save and only reported', () => {
  const step = project.get('step:ad');
  if (step?.type !== 'step') throw new Error('There is no step');
  const found = merge(withRecords(project, { ...step, width: 200 }), withRecords(project, { ...step, width: 300 }));
  expect(found.conflicts).toEqual([]);
  expect(found.taken.map(({ side, kind, fields }) => [side, kind, fields])).toEqual([['theirs', 'settled', ['width']]]);
  expect(settleMerge(project, found, new Map()).records.get('step:ad')).toMatchObject({ width: 300 });
});

test('a lane that went comes back with the card that was changed in it, and with no other', () => {
  const lost = [
    'lane:pains',
    'card:slow',
    'card:lost',
    'card:fee',
    'comment:remark',
    'comment:reply',
    'arrow:named',
  ] as const;
  const mine = withRecords(project, card('fee', { text: 'A fee' }));
  const found = merge(mine, withoutRecords(project, ...lost));
  const { records, restored } = settleMerge(mine, found, new Map());
  expect(restored).toEqual(['lane:pains']);
  expect(records.get('lane:pains')).toEqual(project.get('lane:pains'));
  expect(records.get('card:fee')).toMatchObject({ text: 'A fee', lane: 'lane:pains' });
  expect([records.has('card:slow'), records.has('card:lost')]).toEqual([false, false]);
});

test('copies with no revision in common lose nothing, and all that differs is asked', () => {
  const [here, there] = [TestCopy.begin(project, () => 1), TestCopy.begin(project, () => 2)];
  const theirs = withoutRecords(withRecords(project, card('pays', { text: 'Pays by card' })), 'card:lost');
  const stranger = { ...there.edit(diffRecords(project, theirs)).save().now };
  const renamed = {
    ...stranger,
    revisions: new Map([['x1', 2]]),
    stamps: new Map([...stranger.stamps].map(([id]) => [id, { '*': 'x1' }])),
  };
  const found = mergeCopies(here.now, { ...renamed, tombstones: new Map([['card:lost', 'x1']]) }, null);
  expect(found.conflicts.map(({ id, fields }) => [id, fields])).toEqual([['card:pays', ['text']]]);
  expect(settleMerge(project, found, new Map()).records.has('card:lost')).toBe(true);
});

test('both texts stand one under the other, and after a stroke where a field has one line', () => {
  const found = merge(
    withRecords(project, card('fits', { text: 'Mine', owner: 'Noor' })),
    withRecords(project, card('fits', { text: 'Theirs', owner: 'Tim' })),
  );
  expect(found.conflicts.map(({ both }) => both)).toEqual([{ text: 'Mine\nTheirs' }, { owner: 'Noor / Tim' }]);
});
