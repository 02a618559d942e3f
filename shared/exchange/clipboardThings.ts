import { z } from 'zod';
import { parseClips } from '../edits/copyCards.ts';
import { CUTTING_KINDS, type Cutting, cutItems, cutLanes, cutStages, cutSteps } from '../edits/cutting.ts';
import { defineEdit } from '../edits/defineEdit.ts';
import { type CuttingTarget, type PutThing, putCutting } from '../edits/putCutting.ts';
import { arrowDefinition } from '../records/arrow.ts';
import { assetDefinition } from '../records/asset.ts';
import { channelDefinition } from '../records/channel.ts';
import { emotionDefinition } from '../records/emotion.ts';
import { type Id, type RecordType, typeOfId } from '../records/ids.ts';
import { laneDefinition } from '../records/lane.ts';
import { LIMITS } from '../records/limits.ts';
import { personaDefinition } from '../records/persona.ts';
import { redirectIds, referredIds } from '../records/recordIds.ts';
import type { RecordShapes, Records } from '../records/records.ts';
import { sourceDefinition } from '../records/source.ts';
import { stageDefinition } from '../records/stage.ts';
import { stepDefinition } from '../records/step.ts';
import { tagDefinition } from '../records/tag.ts';
import { type DocumentReader, readDocument } from '../store/mapParts.ts';
import { homeFor, isSameHere, NAMED_TYPES, type NamedType } from './strangers.ts';
import { isWithin } from './textDepth.ts';

/** The type under which things of a map lie on the clipboard for Meander itself. */
export const THINGS_TYPE = 'application/x-meander+json';

/** A part of a map on the clipboard, with the records of its project that it names. */
export interface ClipboardThings {
  readonly cutting: Cutting;
  readonly channels: readonly RecordShapes['channel'][];
  readonly sources: readonly RecordShapes['source'][];
  readonly tags: readonly RecordShapes['tag'][];
  /** Pictures of cards and persons; their bytes come another way. */
  readonly assets: readonly RecordShapes['asset'][];
  /** Whose the feelings of a whole lane, stage or step are. */
  readonly personas: readonly RecordShapes['persona'][];
}

/** Depth of nested lists and objects in what is read; the lines of a persona's sections need seven. */
const DEEPEST = 8;

const column = z.number().int().min(0).max(LIMITS.records);
const listOf = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).max(LIMITS.records);
const clipboardSchema = z.strictObject({
  meander: z.literal(1),
  cutting: z.strictObject({
    kind: z.enum(CUTTING_KINDS),
    clips: z.array(z.unknown()),
    feelings: listOf(z.strictObject({ emotion: emotionDefinition.schema, column })),
    arrows: listOf(arrowDefinition.schema),
    lanes: listOf(laneDefinition.schema),
    steps: listOf(stepDefinition.schema),
    stages: listOf(stageDefinition.schema),
  }),
  channels: listOf(channelDefinition.schema),
  sources: listOf(sourceDefinition.schema),
  tags: listOf(tagDefinition.schema),
  assets: listOf(assetDefinition.schema),
  personas: listOf(personaDefinition.schema),
});

/**
 * Takes what is selected of a document as it is, with what it names: whole lanes, stages or steps when one is among
 * them, else cards and feelings. Null when that is nothing.
 */
export function takeThings(records: Records, selection: readonly Id[]): ClipboardThings | null {
  const reader = readDocument(records);
  const cutting = cutSelection(reader, selection);
  if (cutting === null) return null;
  // Feelings alone go to whoever walks there; with a lane or steps their persons come along.
  const persons = new Set<Id>(cutting.kind === 'items' ? [] : cutting.feelings.map(({ emotion }) => emotion.persona));
  const personas = reader.roots('persona').filter(({ id }) => persons.has(id));
  const named = new Set([...cutting.clips.map(({ card }) => card), ...personas].flatMap(referredIds));
  const among = <Shape extends { readonly id: Id }>(shapes: readonly Shape[]) =>
    shapes.filter(({ id }) => named.has(id));
  return {
    cutting,
    channels: among(reader.roots('channel')),
    sources: among(reader.roots('source')),
    tags: among(reader.roots('tag')),
    assets: among(reader.roots('asset')),
    personas,
  };
}

function cutSelection(reader: DocumentReader, selection: readonly Id[]): Cutting | null {
  const chosen = <Type extends RecordType>(type: Type) =>
    selection.filter((id): id is Id<Type> => typeOfId(id) === type && reader.get(id) !== undefined);
  const [lanes, stages, steps] = [chosen('lane'), chosen('stage'), chosen('step')];
  if (lanes.length > 0) return cutLanes(reader, lanes);
  if (stages.length > 0) return cutStages(reader, stages);
  if (steps.length > 0) return cutSteps(reader, steps);
  const [cards, emotions] = [chosen('card'), chosen('emotion')];
  return cards.length + emotions.length === 0 ? null : cutItems(reader, cards, emotions);
}

/** Things as text for the clipboard. */
export function writeThings(things: ClipboardThings): string {
  return JSON.stringify({ meander: 1, ...things });
}

/** Reads what a Meander put on the clipboard; null when it is nothing of the kind. Anybody can write there. */
export function readThings(text: string): ClipboardThings | null {
  if (text.length > LIMITS.pastedCharacters || !isWithin(text, DEEPEST)) return null;
  const parsed = clipboardSchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { meander: _, cutting, ...named } = parsed.data;
  const clips = parseClips(cutting.clips);
  const { feelings, lanes, steps, stages } = cutting;
  if (clips === null || [clips, feelings, lanes, steps, stages].every(({ length }) => length === 0)) return null;
  return { ...named, cutting: { ...cutting, clips } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The pictures that a document does not have. */
export function missingAssets(records: Records, { assets }: ClipboardThings): readonly RecordShapes['asset'][] {
  const known = new Set(
    readDocument(records)
      .roots('asset')
      .map(({ hash }) => hash),
  );
  return assets.filter(({ hash }) => !known.has(hash));
}

/** Things of the clipboard, and where on a map they come. */
export interface TakeInThings extends CuttingTarget {
  readonly things: ClipboardThings;
  /** Whether they were copied in this project: what they name is then what it has become here, whatever its name. */
  readonly areOwn: boolean;
}

/**
 * Puts things of the clipboard on a map. A channel, source, tag, picture or person of another project becomes the one
 * of the same name (a picture: the same bytes) here, and comes along when there is none. So it is with a copy of this
 * project, too: what has another name there by now is another thing.
 */
export const takeInThings = defineEdit(
  'edit.pasteCards',
  (tx, { things, areOwn, ...target }: TakeInThings): readonly PutThing[] => {
    const instead = new Map<Id, Id>();
    for (const type of NAMED_TYPES) {
      const strangers: readonly RecordShapes[NamedType][] = things[`${type}s`];
      for (const stranger of strangers) {
        const isHere = areOwn ? tx.get<NamedType>(stranger.id) !== undefined : isSameHere(tx, stranger);
        if (!isHere) instead.set(stranger.id, homeFor(tx, stranger, instead));
      }
    }
    const { cutting } = things;
    const clips = cutting.clips.map((clip) => ({ ...clip, card: redirectIds(clip.card, instead) }));
    const feelings = cutting.feelings.map((clip) => ({ ...clip, emotion: redirectIds(clip.emotion, instead) }));
    return putCutting.run(tx, { cutting: { ...cutting, clips, feelings }, ...target });
  },
);
