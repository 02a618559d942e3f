import { addAsset } from '../edits/assets.ts';
import { nextColour } from '../edits/nextColour.ts';
import { addToList } from '../edits/projectLists.ts';
import type { Id, RecordType } from '../records/ids.ts';
import { PERSONA_COLOURS, type PersonaRecord } from '../records/persona.ts';
import { keepReferences, redirectIds } from '../records/recordIds.ts';
import type { RecordShapes } from '../records/records.ts';
import type { Transaction } from '../store/transact.ts';

/** The types of records of another project that a project may take in because something names them. */
export const NAMED_TYPES = ['channel', 'source', 'tag', 'asset', 'persona'] as const;
export type NamedType = (typeof NAMED_TYPES)[number];

/**
 * Whether this project has the very same thing: of the same id, and the same name (a picture: the same bytes). Copies of
 * a project, and projects that began as one sample, have the same ids for things that have become others since.
 */
export function isSameHere(tx: Transaction, stranger: RecordShapes[NamedType]): boolean {
  const known = tx.get<NamedType>(stranger.id);
  if (known === undefined) return false;
  if (known.type === 'asset' || stranger.type === 'asset') {
    return known.type === 'asset' && stranger.type === 'asset' && known.hash === stranger.hash;
  }
  return isSameName(known, stranger);
}

/**
 * The record of this project that stands for one of another: the one of the same name (a picture: the same bytes), else
 * a new one. What it names itself is `instead` by now.
 */
export function homeFor(tx: Transaction, stranger: RecordShapes[NamedType], instead: ReadonlyMap<Id, Id>): Id {
  if (stranger.type === 'asset') return addAsset.run(tx, withoutIdentity(stranger)).id;
  const known = tx.roots(stranger.type).find((one) => isSameName(one, stranger));
  if (known !== undefined) return known.id;
  if (stranger.type !== 'persona') return addToList(tx, stranger.type, withoutIdentity(stranger)).id;
  return addStrangePersona(tx, stranger, instead, (id) => tx.get(id) !== undefined).id;
}

/** Adds somebody of another project, in the next colour, with what is here of all her page names. */
export function addStrangePersona(
  tx: Transaction,
  stranger: PersonaRecord,
  instead: ReadonlyMap<Id, Id>,
  isHere: (id: Id) => boolean,
): PersonaRecord {
  const used = tx.roots('persona').map(({ colour }) => colour);
  const known = redirectIds(
    keepReferences(stranger, (id) => instead.has(id) || isHere(id)),
    instead,
  );
  return addToList(tx, 'persona', { ...withoutIdentity(known), colour: nextColour(PERSONA_COLOURS, used) });
}

function isSameName(one: { readonly name: string }, other: { readonly name: string }): boolean {
  return one.name.toLowerCase() === other.name.toLowerCase();
}

function withoutIdentity<Shape extends { readonly type: RecordType; readonly id: Id }>(
  shape: Shape,
): Omit<Shape, 'type' | 'id'> {
  const { type: _, id: __, ...fields } = shape;
  return fields;
}
