import type { Revision } from '../../shared/ipc/projectStore.ts';
import { DocumentDamage } from './documentDamage.ts';

/**
 * Revisions in the order they were saved: every one after its parents whatever the clocks said, otherwise by time.
 * Throws DocumentDamage when a parent is not listed or a revision descends from itself.
 */
export function sortRevisions(revisions: readonly Revision[]): readonly Revision[] {
  const left = new Map<string, number>();
  const children = new Map<string, Revision[]>(revisions.map(({ id }) => [id, []]));
  for (const revision of revisions) {
    left.set(revision.id, revision.parents.length);
    for (const parent of revision.parents) {
      const siblings = children.get(parent);
      if (siblings === undefined) {
        throw new DocumentDamage(`Revision ${revision.id} names the unknown parent ${parent}`);
      }
      siblings.push(revision);
    }
  }
  const ready = revisions.filter(({ parents }) => parents.length === 0).sort(laterFirst);
  const sorted: Revision[] = [];
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    sorted.push(next);
    for (const child of children.get(next.id) ?? []) {
      const count = (left.get(child.id) ?? 0) - 1;
      left.set(child.id, count);
      if (count === 0) insertSorted(ready, child);
    }
  }
  if (sorted.length < revisions.length) throw new DocumentDamage('A revision descends from itself');
  return sorted;
}

/** Few revisions are ever ready at once (one for each branch), so walking the list costs nothing. */
function insertSorted(ready: Revision[], revision: Revision): void {
  let at = ready.length;
  while (at > 0 && laterFirst(ready[at - 1] ?? revision, revision) > 0) at -= 1;
  ready.splice(at, 0, revision);
}

function laterFirst(a: Revision, b: Revision): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1);
}
