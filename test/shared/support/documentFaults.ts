import type { Id } from '../../../shared/records/ids.ts';
import { KINDS_OF_LANE } from '../../../shared/records/lane.ts';
import {
  getRecord,
  isOfType,
  type MeanderRecord,
  RECORD_DEFINITIONS,
  type Records,
} from '../../../shared/records/records.ts';
import { isUsableOrderKey, LONGEST_ORDER_KEY } from '../../../shared/util/orderKey.ts';

/** Everything about a document that is not as it must be, told without the code that mends it. */
export function documentFaults(records: Records): readonly string[] {
  const all = [...records.values()];
  const projects = all.filter(({ type }) => type === 'project').length;
  return [
    ...(projects === 1 ? [] : [`${projects} projects`]),
    ...all.flatMap((record) => recordFaults(record, records)),
    ...orderFaults(all),
  ];
}

function recordFaults(record: MeanderRecord, records: Records): readonly string[] {
  const faults: string[] = [];
  const check = (sound: boolean, fault: string): void => {
    if (!sound) faults.push(`${record.id}: ${fault}`);
  };
  check(records.get(record.id) === record, 'stands under another id');
  const { schema, parent, needs = [], references } = RECORD_DEFINITIONS[record.type];
  check(schema.safeParse(record).success, 'is not valid');
  for (const field of [...(parent ? [parent] : []), ...needs, ...references]) {
    const value: unknown = Reflect.get(record, field);
    for (const element of Array.isArray(value) ? value : [value]) {
      const id = element !== null && typeof element === 'object' ? element.channel : element;
      check(id === null || records.has(id), `${field} names ${id}, which is not there`);
    }
  }
  const mapOfLane = (id: Id<'lane'>) => getRecord(records, id)?.map;
  const mapOfStep = (id: Id<'step'>) => {
    const stage = getRecord(records, id)?.stage;
    return stage && getRecord(records, stage)?.map;
  };
  const walksOn = (persona: Id<'persona'>, map: Id<'map'> | undefined) =>
    map !== undefined && getRecord(records, map)?.personas.includes(persona) === true;
  if (isOfType(record, 'card')) {
    const lane = getRecord(records, record.lane);
    check(lane !== undefined && KINDS_OF_LANE[lane.kind].includes(record.kind), `is no ${lane?.kind} card`);
    check(mapOfLane(record.lane) === mapOfStep(record.step), 'lane and step are of different maps');
    check(record.persona === null || walksOn(record.persona, lane?.map), 'belongs to nobody of its map');
    check(!record.links.includes(record.id), 'links to itself');
  }
  if (isOfType(record, 'emotion')) {
    check(getRecord(records, record.lane)?.kind === 'emotions', 'is in no emotion lane');
    check(mapOfLane(record.lane) === mapOfStep(record.step), 'lane and step are of different maps');
    check(walksOn(record.persona, mapOfLane(record.lane)), 'belongs to nobody of its map');
  }
  if (isOfType(record, 'map')) {
    check(
      record.hiddenPersonas.every((id) => record.personas.includes(id)),
      'hides who does not walk',
    );
  }
  if (isOfType(record, 'arrow')) {
    for (const end of [record.from, record.to]) {
      const lane = end === null ? undefined : getRecord(records, end)?.lane;
      check(end === null || (lane !== undefined && mapOfLane(lane) === record.map), `${end} is on another map`);
    }
  }
  return faults;
}

function orderFaults(all: readonly MeanderRecord[]): readonly string[] {
  const seen = new Set<string>();
  return all.flatMap((record) => {
    if (!('order' in record)) return [];
    const place = [
      record.type,
      record.type === 'stage' || record.type === 'lane' || record.type === 'note' ? record.map : '',
      record.type === 'step' ? record.stage : '',
      record.type === 'card' ? `${record.lane} ${record.step}` : '',
      record.order,
    ].join(' ');
    const faults = seen.has(place) ? [`${record.id}: has its place twice`] : [];
    seen.add(place);
    const sound = isUsableOrderKey(record.order) && record.order.length <= LONGEST_ORDER_KEY;
    return sound ? faults : [...faults, `${record.id}: key ${record.order}`];
  });
}
