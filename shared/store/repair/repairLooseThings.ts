import type { ArrowRecord } from '../../records/arrow.ts';
import type { CommentRecord } from '../../records/comment.ts';
import type { Id } from '../../records/ids.ts';
import { recordsOfType } from '../../records/records.ts';
import type { Transaction } from '../transact.ts';
import { damaged, type Mender, restoreMap } from './mender.ts';

/** An arrow is on the map of the cards it joins. One that points at what is gone stays only for its words. */
export function repairArrows(mender: Mender): void {
  const { tx } = mender;
  for (const arrow of damaged(mender, 'arrow', (each) => !isWhole(tx, each))) {
    const map = mapOfArrow(tx, arrow);
    const kept: ArrowRecord = {
      ...arrow,
      map: map ?? arrow.map,
      from: endOnMap(tx, arrow.from, map),
      to: endOnMap(tx, arrow.to, map),
    };
    const loosened = kept.from !== arrow.from || kept.to !== arrow.to;
    if (arrow.label === '' && (map === undefined || loosened)) {
      tx.remove(arrow.id);
      mender.note('arrowRemoved', arrow.id);
      continue;
    }
    if (map === undefined) restoreMap(mender, arrow.map);
    tx.put(kept);
    mender.note(loosened ? 'arrowLoosened' : 'arrowMoved', arrow.id);
  }
}

/** A comment on something that is gone, or on itself by way of others, is one on the project; its words stay. */
export function repairComments(mender: Mender): void {
  const { tx } = mender;
  for (const { id } of damaged(mender, 'comment', (each) => !isAnchored(tx, each))) {
    const comment = tx.need(id);
    const project = recordsOfType(tx.records, 'project')[0];
    // A ring of comments is open again once one of them is moved.
    if (project === undefined || isAnchored(tx, comment)) continue;
    if (comment.text === '' && tx.get(comment.about) === undefined) {
      tx.remove(id);
      mender.note('commentRemoved', id);
    } else {
      tx.put({ ...comment, about: project.id });
      mender.note('commentMoved', id);
    }
  }
}

function isWhole(tx: Transaction, { map, from, to }: ArrowRecord): boolean {
  return tx.get(map) !== undefined && endOnMap(tx, from, map) === from && endOnMap(tx, to, map) === to;
}

function mapOfArrow(tx: Transaction, arrow: ArrowRecord): Id<'map'> | undefined {
  if (tx.get(arrow.map) !== undefined) return arrow.map;
  return mapOfCard(tx, arrow.from) ?? mapOfCard(tx, arrow.to);
}

function endOnMap(tx: Transaction, end: Id<'card'> | null, map: Id<'map'> | undefined): Id<'card'> | null {
  return map !== undefined && mapOfCard(tx, end) === map ? end : null;
}

function mapOfCard(tx: Transaction, id: Id<'card'> | null): Id<'map'> | undefined {
  const lane = id === null ? undefined : tx.get(id)?.lane;
  return lane && tx.get(lane)?.map;
}

function isAnchored(tx: Transaction, comment: CommentRecord): boolean {
  const met = new Set<Id>([comment.id]);
  for (let about = tx.get(comment.about); about !== undefined; about = tx.get(about.about)) {
    if (about.type !== 'comment') return true;
    if (met.has(about.id)) return false;
    met.add(about.id);
  }
  return false;
}
