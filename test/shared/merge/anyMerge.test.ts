import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { type Choice, type Choices, type Conflict, keyOfTaken, type Merge } from '../../../shared/merge/merge.ts';
import { mergeCopies } from '../../../shared/merge/mergeCopies.ts';
import type { MergeCopy } from '../../../shared/merge/mergeCopy.ts';
import { type SettledMerge, settleMerge } from '../../../shared/merge/settleMerge.ts';
import type { Id } from '../../../shared/records/ids.ts';
import type { PersonaChannel } from '../../../shared/records/persona.ts';
import {
  type MeanderRecord,
  RECORD_DEFINITIONS,
  type Records,
  recordsOfType,
} from '../../../shared/records/records.ts';
import { isEmptyDiff } from '../../../shared/store/recordsDiff.ts';
import { changedFields, fieldsOf } from '../../../shared/store/stamps.ts';
import { countFigures, patienceOf, roundsOf } from '../../fixtures/endurance.ts';
import { NOW, smallProject } from '../../fixtures/projects.ts';
import { TestCopy } from '../support/copies.ts';
import { documentFaults } from '../support/documentFaults.ts';
import { doRandomEdits, randomEdits } from '../support/randomEdits.ts';

const project = smallProject();
const RUNS = { numRuns: roundsOf(200, 5_000) };
vi.setConfig({ testTimeout: patienceOf(20_000) });

let merges = 0;
afterAll(() => countFigures({ 'merges tried': merges }));

/** Two copies that began as one; edits of each in two versions. */
interface Parted {
  readonly base: TestCopy;
  readonly mine: TestCopy;
  readonly theirs: TestCopy;
}

/** Makes them anew whenever it is called: tests go on editing them. */
const parted = fc
  .tuple(randomEdits, randomEdits, randomEdits, randomEdits)
  .map(([first, second, third, fourth]) => (): Parted => {
    let time = NOW;
    const clock = () => {
      time += 60_000;
      return time;
    };
    const base = TestCopy.begin(project, clock);
    const [mine, theirs] = [base.copy('a'), base.copy('b')];
    editAtRandom(mine, first).save();
    editAtRandom(theirs, second).save();
    editAtRandom(theirs, third).save();
    editAtRandom(mine, fourth).save();
    return { base, mine, theirs };
  });

let made = 0;

function editAtRandom(copy: TestCopy, numbers: readonly (readonly number[])[]): TestCopy {
  const randomText = () => `${copy.name}${String(++made).padStart(15, '0')}`;
  for (const { diff } of doRandomEdits(copy.records, { randomText, now: () => NOW }, numbers)) copy.edit(diff);
  return copy;
}

function decideAll({ conflicts }: Merge, choice: Choice): Choices {
  return new Map(conflicts.map(({ key }) => [key, choice]));
}

function settled(mine: MergeCopy, theirs: MergeCopy, before: Records | null, choice: Choice): SettledMerge {
  const merge = mergeCopies(mine, theirs, before);
  merges += 1;
  return settleMerge(mine.records, merge, decideAll(merge, choice));
}

function mirrored({ key, fields, mine, theirs, before }: Conflict): unknown {
  return { key, fields: [...fields].sort(), mine: theirs, theirs: mine, before };
}

test('nothing is lost that was not removed on one side and untouched on the other', () => {
  fc.assert(
    fc.property(parted, fc.boolean(), (part, isBaseKnown) => {
      const { base, mine, theirs } = part();
      const { records, mendings } = settled(mine.now, theirs.now, isBaseKnown ? base.records : null, 'mine');
      const mended = new Set<Id>(mendings.map(({ id }) => id));
      for (const [copy, other] of [[mine, theirs] as const, [theirs, mine] as const]) {
        for (const [id, record] of copy.records) {
          if (records.has(id) || mended.has(id)) continue;
          expect(other.records.has(id), `${id} was there on both sides`).toBe(false);
          expect(record, `${id} was removed and untouched`).toEqual(base.records.get(id));
        }
      }
    }),
    RUNS,
  );
});

test('what one copy alone changed is taken, and what both changed is asked, joined or reported', () => {
  fc.assert(
    fc.property(parted, fc.boolean(), (part, isBaseKnown) => {
      const { base, mine, theirs } = part();
      const merge = mergeCopies(mine.now, theirs.now, isBaseKnown ? base.records : null);
      const { records, mendings, restored } = settleMerge(mine.records, merge, new Map());
      const unclear = new Set<Id>([...mendings.map(({ id }) => id), ...restored]);
      for (const [id, old] of base.records) {
        const [a, b, result] = [mine.records.get(id), theirs.records.get(id), records.get(id)];
        if (a === undefined || b === undefined || result === undefined || unclear.has(id)) continue;
        const { sets, liked = [], cosmetic } = RECORD_DEFINITIONS[old.type];
        const mineChanged = changedFields(fieldsOf(old), fieldsOf(a));
        const theirsChanged = changedFields(fieldsOf(old), fieldsOf(b));
        const asked = merge.conflicts.filter((conflict) => conflict.id === id).flatMap(({ fields }) => fields);
        for (const field of changedFields(fieldsOf(a), fieldsOf(b))) {
          if (asked.includes(field)) {
            expect(fieldsOf(result)[field]).toEqual(fieldsOf(a)[field]);
          } else if (liked.includes(field)) {
            const likings = (record: MeanderRecord) => likingsIn(record, field);
            expectLikingsOfBoth({ old: likings(old), mine: likings(a), theirs: likings(b), result: likings(result) });
          } else if (!sets.includes(field) && !cosmetic.includes(field)) {
            const both = mineChanged.includes(field) && theirsChanged.includes(field);
            expect(both, `${id} ${field} was changed by both and not asked`).toBe(false);
            const from = mineChanged.includes(field) ? a : b;
            expect(fieldsOf(result)[field], `${id} ${field}`).toEqual(fieldsOf(from)[field]);
          }
        }
      }
    }),
    RUNS,
  );
});

/** How much each channel of a list is liked. */
function likingsIn(record: MeanderRecord, field: string): ReadonlyMap<string, number> {
  const channels = fieldsOf(record)[field] as unknown as readonly PersonaChannel[];
  return new Map(channels.map(({ channel, liking }) => [channel, liking]));
}

const NOT_LISTED = -1;

function expectLikingsOfBoth(states: Record<'old' | 'mine' | 'theirs' | 'result', ReadonlyMap<string, number>>): void {
  for (const channel of new Set(Object.values(states).flatMap((likings) => [...likings.keys()]))) {
    const likingIn = (state: keyof typeof states): number => states[state].get(channel) ?? NOT_LISTED;
    const old = likingIn('old');
    const changed = new Set([likingIn('mine'), likingIn('theirs')].filter((liking) => liking !== old));
    // Who adds a channel without a word on how much it is liked does not contradict who says it.
    if (old === NOT_LISTED && changed.size > 1) changed.delete(0);
    expect(changed.size, `${channel} was changed by both and not asked`).toBeLessThan(2);
    expect(likingIn('result'), channel).toBe([...changed][0] ?? old);
  }
}

test('both orders come to the same document, with the conflicts mirrored', () => {
  fc.assert(
    fc.property(parted, fc.boolean(), (part, isBaseKnown) => {
      const { base, mine, theirs } = part();
      const before = isBaseKnown ? base.records : null;
      const [here, there] = [mergeCopies(mine.now, theirs.now, before), mergeCopies(theirs.now, mine.now, before)];
      const byKey = (a: Conflict, b: Conflict): number => (a.key < b.key ? -1 : 1);
      expect([...here.conflicts].sort(byKey).map(mirrored)).toEqual(
        [...there.conflicts].sort(byKey).map(({ key, fields, mine, theirs, before }) => ({
          key,
          fields: [...fields].sort(),
          mine,
          theirs,
          before,
        })),
      );
      const a = settleMerge(mine.records, here, decideAll(here, 'mine'));
      const b = settleMerge(theirs.records, there, decideAll(there, 'theirs'));
      expect(new Map([...a.records].sort())).toEqual(new Map([...b.records].sort()));
    }),
    RUNS,
  );
});

test('a copy merged with itself or with an ancestor stays as it is, and an ancestor becomes the copy', () => {
  fc.assert(
    fc.property(parted, (part) => {
      const { base, mine } = part();
      for (const other of [mine.now, base.now]) {
        const merge = mergeCopies(mine.now, other, null);
        expect(merge.conflicts).toEqual([]);
        expect(isEmptyDiff(settleMerge(mine.records, merge, new Map()).diff)).toBe(true);
      }
      expect(mergeCopies(mine.now, mine.now, null).taken).toEqual([]);
      const forward = mergeCopies(base.now, mine.now, null);
      expect(forward.conflicts).toEqual([]);
      expect(settleMerge(base.records, forward, new Map()).records).toEqual(mine.records);
    }),
    RUNS,
  );
});

test('once merged and saved, a second merge finds nothing in either direction', () => {
  fc.assert(
    fc.property(parted, fc.constantFrom('mine', 'theirs', 'both'), (part, choice) => {
      const { mine, theirs } = part();
      const first = settled(mine.now, theirs.now, null, choice);
      mine.edit(first.diff).join(theirs.now).save();
      expect(mine.records).toEqual(first.records);
      const again = mergeCopies(mine.now, theirs.now, null);
      expect(again.conflicts).toEqual([]);
      expect(isEmptyDiff(settleMerge(mine.records, again, new Map()).diff)).toBe(true);
      const back = mergeCopies(theirs.now, mine.now, null);
      expect(back.conflicts).toEqual([]);
      expect(settleMerge(theirs.records, back, new Map()).records).toEqual(mine.records);
    }),
    RUNS,
  );
});

test('what a person does not want stays as it is here, and is not brought again', () => {
  fc.assert(
    fc.property(parted, fc.infiniteStream(fc.boolean()), (part, coins) => {
      const { mine, theirs } = part();
      const own = mine.records;
      const merge = mergeCopies(mine.now, theirs.now, null);
      const unwanted = merge.taken.filter(({ side }) => side === 'theirs' && coins.next().value);
      const refused = new Set(unwanted.map(keyOfTaken));
      const { records, diff, mendings, restored } = settleMerge(own, merge, new Map(), refused);
      expect(documentFaults(records)).toEqual([]);
      const unclear = new Set<Id>([...mendings.map(({ id }) => id), ...restored]);
      // Whose feelings are on a map is put on its list.
      if (mendings.some(({ code }) => code === 'personaPutOnMap')) {
        for (const { id } of recordsOfType(records, 'map')) unclear.add(id);
      }
      for (const { record, fields } of unwanted.filter((each) => !unclear.has(each.record.id))) {
        const [before, after] = [own.get(record.id), records.get(record.id)];
        expect(after === undefined, record.id).toBe(before === undefined);
        if (before === undefined || after === undefined) continue;
        for (const field of fields) expect(fieldsOf(after)[field], field).toEqual(fieldsOf(before)[field]);
      }
      mine.edit(diff).join(theirs.now).save();
      const again = mergeCopies(mine.now, theirs.now, null);
      expect(again.conflicts).toEqual([]);
      expect(isEmptyDiff(settleMerge(mine.records, again, new Map()).diff)).toBe(true);
      const back = mergeCopies(theirs.now, mine.now, null);
      expect(back.conflicts).toEqual([]);
      expect(settleMerge(theirs.records, back, new Map()).records).toEqual(mine.records);
    }),
    RUNS,
  );
});

test('whatever is merged, decided, edited on and merged again is sound', () => {
  fc.assert(
    fc.property(
      parted,
      randomEdits,
      randomEdits,
      fc.constantFrom('mine', 'theirs', 'both'),
      (part, more, andMore, choice) => {
        const { mine, theirs } = part();
        const first = settled(mine.now, theirs.now, null, choice);
        expect(documentFaults(first.records)).toEqual([]);
        editAtRandom(mine.edit(first.diff).join(theirs.now).save(), more).save();
        editAtRandom(theirs, andMore).save();
        const second = settled(theirs.now, mine.now, null, choice);
        expect(documentFaults(second.records)).toEqual([]);
        theirs.edit(second.diff).join(mine.now).save();
        const back = mergeCopies(mine.now, theirs.now, null);
        expect(settleMerge(mine.records, back, new Map()).records).toEqual(theirs.records);
      },
    ),
    RUNS,
  );
});
