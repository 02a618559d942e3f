import type { MeanderRecord } from '../../records/records.ts';
import { compareOrdered, healOrder } from '../../util/orderKey.ts';
import type { OrderedRecord } from '../placing.ts';
import type { Mender } from './mender.ts';

/** In every list each member has a sound key of its own; the order people see stays. */
export function repairOrders({ tx, note }: Mender): void {
  for (const list of orderedLists(tx.records.values())) {
    const healed = healOrder(list.sort(compareOrdered));
    if (healed.size === 0) continue;
    for (const record of list) {
      const order = healed.get(record.id);
      if (order === undefined) continue;
      tx.put({ ...record, order });
      note('orderMended', record.id);
    }
  }
}

/** Each list with its members, found by two names: making one of both would cost more than all the rest. */
function orderedLists(records: Iterable<MeanderRecord>): readonly OrderedRecord[][] {
  const lists: OrderedRecord[][] = [];
  const byNames = new Map<string, Map<string, OrderedRecord[]>>();
  for (const record of records) {
    if (!isOrdered(record)) continue;
    const [outer, inner] = [outerName(record), record.type === 'card' ? record.step : record.type];
    const named = byNames.get(outer) ?? new Map<string, OrderedRecord[]>();
    const list = named.get(inner) ?? [];
    if (named.size === 0) byNames.set(outer, named);
    if (list.length === 0) {
      named.set(inner, list);
      lists.push(list);
    }
    list.push(record);
  }
  return lists;
}

function isOrdered(record: MeanderRecord): record is OrderedRecord {
  return 'order' in record;
}

/** The record within which an ordered one has its place; empty when it is the project. */
function outerName(record: OrderedRecord): string {
  switch (record.type) {
    case 'stage':
    case 'lane':
    case 'note':
      return record.map ?? '';
    case 'step':
      return record.stage;
    case 'card':
      return record.lane;
    default:
      return '';
  }
}
