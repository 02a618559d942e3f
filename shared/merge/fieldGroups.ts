import type { RecordType } from '../records/ids.ts';

/**
 * Fields that say one thing together: half of one copy's place and half of the other's would be a place that nobody
 * chose. A card's kind follows its lane.
 */
const FIELD_GROUPS: Partial<Readonly<Record<RecordType, readonly (readonly string[])[]>>> = {
  step: [['stage', 'order']],
  card: [['lane', 'step', 'order', 'kind']],
  emotion: [['lane', 'step', 'offset']],
  note: [['map', 'x', 'y', 'order']],
  arrow: [
    ['from', 'fromX', 'fromY'],
    ['to', 'toX', 'toY'],
  ],
  asset: [['hash', 'mime', 'width', 'height']],
};

/** The fields that are decided together with a field, itself included. */
export function groupOfField(type: RecordType, field: string): readonly string[] {
  return FIELD_GROUPS[type]?.find((group) => group.includes(field)) ?? [field];
}
