import type { Box } from '../../shared/layout/box.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Difference } from '../../shared/merge/listDifferences.ts';
import { boxOfSelected, type Selectable } from '../editing/place.ts';

/** What became of a thing since a version. `moved`: it says the same in another place. */
export type Became = Difference['kind'] | 'moved';

/** Fields that only say where a thing stands. */
const PLACING: readonly string[] = ['order', 'stage', 'step', 'lane', 'map', 'x', 'y', 'offset'];

/** What became of a thing that differs. */
export function becameOf({ kind, fields }: Difference): Became {
  return kind === 'changed' && fields.every((field) => PLACING.includes(field)) ? 'moved' : kind;
}

/** A ring round a thing of an older version that is not so any more. */
export interface VersionMark {
  readonly id: Selectable;
  readonly became: Became;
  /** Sheet px. */
  readonly box: Box;
}

/** The rings of a map as it was; what came since is not on it. */
export function marksOf(layout: MapLayout, differences: readonly Difference[]): readonly VersionMark[] {
  return differences.flatMap((difference) => {
    const { id } = difference.record;
    const box = difference.kind === 'added' || !isOnSheet(id) ? undefined : boxOfSelected(layout, id);
    return box === undefined || !isOnSheet(id) ? [] : [{ id, became: becameOf(difference), box }];
  });
}

function isOnSheet(id: string): id is Selectable {
  return /^(card|emotion|stage|step|lane):/.test(id);
}
