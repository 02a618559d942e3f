import { type Id, typeOfId } from '../records/ids.ts';
import { parseRecord } from '../records/parseRecord.ts';
import type { PersonaChannel, PersonaLine } from '../records/persona.ts';
import { type MeanderRecord, RECORD_DEFINITIONS } from '../records/records.ts';
import { changedFields, fieldsOf, type RecordFields, sameField } from '../store/stamps.ts';
import { canonicalJson, type Json } from '../util/canonicalJson.ts';
import { groupOfField } from './fieldGroups.ts';
import { keepBoth } from './keepBoth.ts';
import type { Conflict, Taken } from './merge.ts';
import { type MergeCopy, type Side, stampIn } from './mergeCopy.ts';
import { mergeLiked } from './mergeLiked.ts';
import { mergeLines } from './mergeLines.ts';
import { mergeSet } from './mergeSet.ts';
import { readFields } from './readFields.ts';

/** Two states of one record as one. */
export interface RecordMerge {
  /** With my values where there is a conflict; the same object as mine when nothing of it changes. */
  readonly record: MeanderRecord;
  readonly conflicts: readonly Conflict[];
  readonly taken: readonly Taken[];
}

/** What becomes of a field in which the copies differ. */
type Verdict =
  | { readonly kind: 'one'; readonly side: Side }
  | { readonly kind: 'joined'; readonly value: Json }
  | { readonly kind: 'settled'; readonly side: Side }
  | { readonly kind: 'clash' };

/** Records as they were before two copies parted. */
export interface EarlierRecords {
  get(id: Id): MeanderRecord | undefined;
}

/** Both copies, and what is known of the time before they parted. */
export interface Copies {
  readonly mine: MergeCopy;
  readonly theirs: MergeCopy;
  readonly before: EarlierRecords | null;
}

/** Merges a record that both copies have, field by field (docs/file-format.md, "Merging"). */
export function mergeRecord(copies: Copies, mine: MeanderRecord, theirs: MeanderRecord): RecordMerge {
  const { id, type } = mine;
  const [a, b] = [fieldsOf(mine), fieldsOf(theirs)];
  const differing = changedFields(a, b);
  if (differing.length === 0) return { record: mine, conflicts: [], taken: [] };
  const verdicts = new Map(differing.map((field) => [field, judgeField(copies, id, field, a, b)] as const));
  for (const field of differing.filter((each) => verdicts.get(each)?.kind === 'clash')) {
    for (const other of groupOfField(type, field)) if (verdicts.has(other)) verdicts.set(other, { kind: 'clash' });
  }
  const values = [...verdicts].flatMap(([field, verdict]) => {
    const value = valueBy(verdict, field, a, b);
    return value === undefined || sameField(a, { [field]: value }, field) ? [] : [[field, value] as const];
  });
  return {
    record: values.length === 0 ? mine : readFields({ ...a, ...Object.fromEntries(values) }),
    conflicts: findConflicts(copies, mine, theirs, verdicts),
    taken: [...listTaken('mine', mine, theirs, verdicts), ...listTaken('theirs', theirs, mine, verdicts)],
  };
}

/** The value that replaces mine. */
function valueBy(verdict: Verdict, field: string, mine: RecordFields, theirs: RecordFields): Json | undefined {
  if (verdict.kind === 'clash') return undefined;
  if (verdict.kind === 'joined') return verdict.value;
  return verdict.side === 'mine' ? mine[field] : theirs[field];
}

function judgeField(copies: Copies, id: Id, field: string, a: RecordFields, b: RecordFields): Verdict {
  const { mine, theirs, before } = copies;
  const [myStamp, theirStamp] = [stampIn(mine, id, field), stampIn(theirs, id, field)];
  const [theyKnowMine, iKnowTheirs] = [theirs.revisions.has(myStamp), mine.revisions.has(theirStamp)];
  // Whoever knows the other's value has changed it later. When both do, two earlier merges decided differently.
  if (theyKnowMine !== iKnowTheirs) return { kind: 'one', side: theyKnowMine ? 'theirs' : 'mine' };
  const { sets, lines = [], liked = [], cosmetic } = RECORD_DEFINITIONS[typeOfId(id)];
  const later = laterSide(copies, { myStamp, theirStamp, mine: a[field], theirs: b[field] });
  const [first, second] = later === 'mine' ? [a, b] : [b, a];
  const old = before?.get(id);
  const was = old && fieldsOf(old)[field];
  if (sets.includes(field)) {
    return joinedIn(a, field, mergeSet(listOf(first[field]), listOf(second[field]), old ? listOf(was) : null));
  }
  if (old !== undefined && lines.includes(field)) {
    return joinedIn(a, field, mergeLines(linesOf(first[field]), linesOf(second[field]), linesOf(was)));
  }
  if (old !== undefined && liked.includes(field)) {
    const joined = mergeLiked(channelsOf(first[field]), channelsOf(second[field]), channelsOf(was));
    return joined === null ? { kind: 'clash' } : joinedIn(a, field, joined);
  }
  return cosmetic.includes(field) ? { kind: 'settled', side: later } : { kind: 'clash' };
}

/** What both say, unless that is more than a record may hold: then a person chooses. */
function joinedIn(record: RecordFields, field: string, value: Json): Verdict {
  return parseRecord({ ...record, [field]: value }).ok ? { kind: 'joined', value } : { kind: 'clash' };
}

interface Rivals {
  readonly myStamp: string;
  readonly theirStamp: string;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

/** Whose change was saved later; the same answer on both computers, whatever their clocks say. */
function laterSide({ mine, theirs }: Copies, rivals: Rivals): Side {
  const { myStamp, theirStamp } = rivals;
  const savedAt = (stamp: string): number =>
    mine.revisions.get(stamp) ?? theirs.revisions.get(stamp) ?? Number.POSITIVE_INFINITY;
  const [myTime, theirTime] = [savedAt(myStamp), savedAt(theirStamp)];
  if (myTime !== theirTime) return myTime > theirTime ? 'mine' : 'theirs';
  if (myStamp !== theirStamp) return myStamp > theirStamp ? 'mine' : 'theirs';
  return canonicalJson(rivals.mine ?? null) > canonicalJson(rivals.theirs ?? null) ? 'mine' : 'theirs';
}

function listOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((element) => typeof element === 'string') : [];
}

function linesOf(value: Json | undefined): readonly PersonaLine[] {
  return Array.isArray(value) ? value.filter(isLine) : [];
}

function isLine(value: Json): value is Json & PersonaLine {
  return value !== null && typeof value === 'object' && 'text' in value && 'evidence' in value;
}

function channelsOf(value: Json | undefined): readonly PersonaChannel[] {
  return Array.isArray(value) ? value.filter(isChannel) : [];
}

function isChannel(value: Json): value is Json & PersonaChannel {
  return value !== null && typeof value === 'object' && 'channel' in value && 'liking' in value;
}

function findConflicts(
  { before }: Copies,
  mine: MeanderRecord,
  theirs: MeanderRecord,
  verdicts: ReadonlyMap<string, Verdict>,
): readonly Conflict[] {
  const clashing = [...verdicts].flatMap(([field, { kind }]) => (kind === 'clash' ? [field] : []));
  const groups = new Map<string, string[]>();
  for (const field of clashing) {
    const name = groupOfField(mine.type, field)[0] ?? field;
    groups.set(name, [...(groups.get(name) ?? []), field]);
  }
  return [...groups].map(([name, fields]) => ({
    key: `${mine.id} ${name}`,
    id: mine.id,
    fields,
    mine,
    theirs,
    before: before?.get(mine.id) ?? null,
    both: keepBoth(mine, theirs, fields),
  }));
}

/** What one side changed of a record that both have. */
function listTaken(
  side: Side,
  record: MeanderRecord,
  other: MeanderRecord,
  verdicts: ReadonlyMap<string, Verdict>,
): readonly Taken[] {
  const changed: string[] = [];
  const settled: string[] = [];
  for (const [field, verdict] of verdicts) {
    if (verdict.kind === 'joined' || (verdict.kind === 'one' && verdict.side === side)) changed.push(field);
    if (verdict.kind === 'settled' && verdict.side === side) settled.push(field);
  }
  return [
    ...(changed.length === 0 ? [] : [{ side, kind: 'changed' as const, record, other, fields: changed }]),
    ...(settled.length === 0 ? [] : [{ side, kind: 'settled' as const, record, other, fields: settled }]),
  ];
}
