import { type Id, makeId, type RecordType } from '../../../../shared/records/ids.ts';
import { type MeanderRecord, RECORD_DEFINITIONS } from '../../../../shared/records/records.ts';
import { orderKeys } from '../../../../shared/util/orderKey.ts';

/** Random text that counts: the same ids in every run, and none twice. */
function countingText(start = 0): (length: number) => string {
  let next = start;
  return (length) => String(next++).padStart(length, '0');
}

/** A record with defaults for what is not given. Throws when that makes no valid record. */
export function makeRecord(type: RecordType, fields: Readonly<Record<string, unknown>>): MeanderRecord {
  return RECORD_DEFINITIONS[type].schema.parse({ ...RECORD_DEFINITIONS[type].defaults, ...fields, type });
}

/** A small project: one map of one stage, two lanes, `steps` steps and a card in each cell. */
export function sampleRecords(steps = 3, randomText = countingText()): readonly MeanderRecord[] {
  const id = <Type extends RecordType>(type: Type): Id<Type> => makeId(type, randomText);
  const [map, stage, persona] = [id('map'), id('stage'), id('persona')];
  const lanes = [id('lane'), id('lane')];
  const keys = orderKeys(Math.max(steps, 2));
  const columns = keys
    .slice(0, steps)
    .map((order) => makeRecord('step', { id: id('step'), stage, order, name: `Step ${order}` }));
  const cards = columns.flatMap((step) =>
    lanes.map((lane) =>
      makeRecord('card', {
        id: id('card'),
        lane,
        step: step.id,
        order: 'a0',
        kind: 'action',
        text: `In ${step.id}\nof ${lane} é😀`,
      }),
    ),
  );
  return [
    makeRecord('project', { id: id('project'), title: 'Parcel to the door', company: 'Meander' }),
    makeRecord('persona', { id: persona, order: 'a0', name: 'Nele' }),
    makeRecord('map', { id: map, order: 'a0', title: 'Today', personas: [persona] }),
    makeRecord('stage', { id: stage, map, order: 'a0', name: 'Order' }),
    ...lanes.map((lane, at) =>
      makeRecord('lane', { id: lane, map, order: keys[at], kind: 'actions', name: `Lane ${at}` }),
    ),
    ...columns,
    ...cards,
  ];
}
