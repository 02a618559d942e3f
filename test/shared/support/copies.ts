import { stampEdit } from '../../../electron/storage/editStamps.ts';
import { adoptStamps } from '../../../shared/merge/adoptStamps.ts';
import type { MergeCopy } from '../../../shared/merge/mergeCopy.ts';
import type { Id } from '../../../shared/records/ids.ts';
import type { Records } from '../../../shared/records/records.ts';
import { applyDiff, type RecordsDiff, sameRecord } from '../../../shared/store/recordsDiff.ts';
import { ALL_FIELDS, fieldsOf, type StampedFields, type Stamps, stampOf } from '../../../shared/store/stamps.ts';

/** A copy of a document as the storage process keeps it, without a disk: edits, saves and merges leave their marks. */
export class TestCopy {
  readonly name: string;
  /** What has been saved; the working copy is never far ahead of it. */
  saved: MergeCopy;
  private work: MergeCopy;
  private versions: number;
  private readonly clock: () => number;

  private constructor(name: string, saved: MergeCopy, clock: () => number) {
    this.name = name;
    this.saved = saved;
    this.work = saved;
    this.versions = 0;
    this.clock = clock;
  }

  /** A document that was just saved for the first time, as revision "r0". */
  static begin(records: Records, clock: () => number): TestCopy {
    const stamps = new Map([...records.keys()].map((id): [Id, Stamps] => [id, { [ALL_FIELDS]: 'r0' }]));
    return new TestCopy('r', { records, stamps, tombstones: new Map(), revisions: new Map([['r0', clock()]]) }, clock);
  }

  /** A copy of the saved file in other hands. */
  copy(name: string): TestCopy {
    return new TestCopy(name, this.saved, this.clock);
  }

  get records(): Records {
    return this.work.records;
  }

  /** As it stands, edits that were not saved included. */
  get now(): MergeCopy {
    return this.work;
  }

  edit(diff: RecordsDiff): this {
    const [stamps, tombstones] = [new Map(this.work.stamps), new Map(this.work.tombstones)];
    const records = applyDiff(this.work.records, diff);
    const changed = [...diff.added.keys(), ...diff.updated.keys()];
    for (const id of changed) {
      const [now, saved, next] = [stateIn(this.work, id), stateIn(this.saved, id), records.get(id)];
      const before = this.work.records.get(id);
      if (next === undefined || (before !== undefined && sameRecord(before, next))) continue;
      stamps.set(id, stampEdit(fieldsOf(next), { now, saved }, this.open));
    }
    for (const id of diff.removed.keys()) {
      const all = stampOf(stamps.get(id) ?? {}, ALL_FIELDS);
      if (all !== this.open || tombstones.has(id)) tombstones.set(id, this.open);
      stamps.delete(id);
    }
    this.work = { ...this.work, records, stamps, tombstones };
    return this;
  }

  save(): this {
    const { records, stamps, tombstones, revisions } = this.work;
    this.work = {
      records,
      stamps,
      tombstones: new Map([...tombstones].filter(([id]) => !records.has(id))),
      revisions: new Map([...revisions, [this.open, this.clock()]]),
    };
    this.versions += 1;
    this.saved = this.work;
    return this;
  }

  /** Takes over what another version lists, after its merge was edited in. */
  join(other: MergeCopy): this {
    const stamps = new Map(this.work.stamps);
    const tombstones = new Map(this.work.tombstones);
    const isKnown = (revision: string): boolean => other.revisions.has(revision);
    for (const id of other.records.keys()) {
      const [here, there] = [stateIn(this.work, id), stateIn(other, id)];
      if (here !== null && there !== null) stamps.set(id, adoptStamps(here, there, this.open, isKnown));
    }
    for (const [id, revision] of other.tombstones) if (!this.work.records.has(id)) tombstones.set(id, revision);
    for (const id of other.records.keys()) {
      if (!this.work.records.has(id) && !tombstones.has(id)) tombstones.set(id, this.open);
    }
    const revisions = new Map([...other.revisions, ...this.work.revisions]);
    this.work = { ...this.work, stamps, tombstones, revisions };
    return this;
  }

  private get open(): string {
    return `${this.name}${this.versions + 1}`;
  }
}

function stateIn(copy: MergeCopy, id: Id): StampedFields | null {
  const record = copy.records.get(id);
  return record === undefined ? null : { fields: fieldsOf(record), stamps: copy.stamps.get(id) ?? {} };
}
