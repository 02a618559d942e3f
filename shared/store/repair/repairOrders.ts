import type { MeanderRecord } from '../../records/records.ts';
import { compareOrdered, healOrder } from '../../util/orderKey.ts';
import type { OrderedRecord } from '../placing.ts';
import type { Mender } from './mender.ts';

/** In every list each member has a sound key of its own; the order people see stays. */
export function repairOrders({ tx, note }: Mender): void {
  const lists = new Map<string, OrderedRecord[]>();
  for (const record of tx.records.values()) {
    if (!isOrdered(record)) continue;
    const list = lists.get(listOf(record));
    if (list === undefined) lists.set(listOf(record), [record]);
    else list.push(record);
  }
  for (const list of lists.values()) {
    const healed = healOrder(list.sort(compareOrdered));
    for (const record of list) {
      const order = healed.get(record.id);
      if (order === undefined) continue;
      tx.put({ ...record, order });
      note('orderMended', record.id);
    }
  }
}

function isOrdered(record: MeanderRecord): record is OrderedRecord {
  return 'order' in record;
}

/** Names the list a record has its place in. */
function listOf(record: OrderedRecord): string {
  switch (record.type) {
    case 'stage':
    case 'lane':
    case 'note':
      return `${record.type} ${record.map ?? ''}`;
    case 'step':
      return `step ${record.stage}`;
    case 'card':
      return `card ${record.lane} ${record.step}`;
    default:
      return record.type;
  }
}
