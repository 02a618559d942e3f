import fc from 'fast-check';
import { ID_LENGTH, type Id, makeId, type RecordType, typeOfId } from '../../../shared/records/ids.ts';
import { LANE_KINDS } from '../../../shared/records/lane.ts';
import { type MeanderRecord, RECORD_DEFINITIONS, type Records } from '../../../shared/records/records.ts';

/** One thing that goes wrong with a document, as a file, a merge or a hand may do it; records stay valid one by one. */
export type Damage = (records: Map<Id, MeanderRecord>) => void;

const number = fc.nat({ max: 10_000 });
const BAD_KEYS = ['a0', 'a1', 'A0', 'zz', 'a', 'a00', `a0${'V'.repeat(80)}`];

function pick<Item>(items: readonly Item[], at: number): Item | undefined {
  return items[at % Math.max(items.length, 1)];
}

function put(records: Map<Id, MeanderRecord>, record: MeanderRecord, fields: Readonly<Record<string, unknown>>): void {
  const changed = RECORD_DEFINITIONS[record.type].schema.safeParse({ ...record, ...fields });
  if (changed.success) records.set(record.id, changed.data);
}

/** An id of the same type as a field holds: of another record, or of none. */
function otherId(records: Records, type: RecordType, at: number): Id {
  const known = [...records.keys()].filter((id) => typeOfId(id) === type);
  const lost = makeId(type, () => `lost${at % 3}`.padEnd(ID_LENGTH, '_'));
  return pick([...known, lost], at) ?? lost;
}

const removal = number.map(
  (at): Damage =>
    (records) => {
      const id = pick([...records.keys()], at);
      if (id !== undefined) records.delete(id);
    },
);

const removalOfType = fc.constantFrom<RecordType>('map', 'stage', 'step', 'lane', 'persona', 'project').map(
  (type): Damage =>
    (records) => {
      for (const record of [...records.values()]) if (record.type === type) records.delete(record.id);
    },
);

const redirection = fc.tuple(number, number, number).map(
  ([which, field, target]): Damage =>
    (records) => {
      const record = pick([...records.values()], which);
      if (record === undefined) return;
      const { parent, needs = [], references, liked = [] } = RECORD_DEFINITIONS[record.type];
      const name = pick([...(parent ? [parent] : []), ...needs, ...references], field);
      if (name === undefined) return;
      const value: unknown = Reflect.get(record, name);
      const type = name === 'about' ? pick<RecordType>(['card', 'comment', 'map'], field) : typeNamedBy(name);
      const id = otherId(records, type ?? 'card', target);
      const element = liked.includes(name) ? { channel: id, liking: 2 } : id;
      put(records, record, { [name]: Array.isArray(value) ? [...value, element] : id });
    },
);

function typeNamedBy(field: string): RecordType {
  if (field === 'from' || field === 'to' || field === 'links') return 'card';
  if (field === 'portrait') return 'asset';
  if (field === 'hiddenPersonas') return 'persona';
  return field.replace(/s$/, '') as RecordType;
}

const orderDamage = fc.tuple(number, number).map(
  ([which, key]): Damage =>
    (records) => {
      const record = pick(
        [...records.values()].filter((each) => 'order' in each),
        which,
      );
      if (record !== undefined) put(records, record, { order: pick(BAD_KEYS, key) });
    },
);

const laneKind = fc.tuple(number, number).map(
  ([which, kind]): Damage =>
    (records) => {
      const lane = pick(
        [...records.values()].filter(({ type }) => type === 'lane'),
        which,
      );
      if (lane !== undefined) put(records, lane, { kind: pick(LANE_KINDS, kind) });
    },
);

const secondProject = number.map(
  (at): Damage =>
    (records) => {
      const id = makeId('project', () => `second${at % 2}`);
      const { schema, defaults } = RECORD_DEFINITIONS.project;
      records.set(id, schema.parse({ ...defaults, type: 'project', id, title: `Other ${at}`, promise: 'On time' }));
    },
);

/** Any number of damages of all kinds. */
export const damages = fc.array(
  fc.oneof(removal, removalOfType, redirection, redirection, orderDamage, laneKind, secondProject),
  { minLength: 1, maxLength: 25 },
);

/** The document after all of it. */
export function damage(records: Records, done: readonly Damage[]): Records {
  const damaged = new Map(records);
  for (const each of done) each(damaged);
  return damaged;
}
