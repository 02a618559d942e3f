import type { z } from 'zod';
import { type ArrowRecord, arrowDefinition } from './arrow.ts';
import { type AssetRecord, assetDefinition } from './asset.ts';
import { type CardRecord, cardDefinition } from './card.ts';
import { type ChannelRecord, channelDefinition } from './channel.ts';
import { type CommentRecord, commentDefinition } from './comment.ts';
import { type EmotionRecord, emotionDefinition } from './emotion.ts';
import type { Id, RecordType } from './ids.ts';
import { type LaneRecord, laneDefinition } from './lane.ts';
import { type MapRecord, mapDefinition } from './map.ts';
import { type NoteRecord, noteDefinition } from './note.ts';
import { type PersonaRecord, personaDefinition } from './persona.ts';
import { type ProjectRecord, projectDefinition } from './project.ts';
import type { BaseRecord } from './recordDefinition.ts';
import { type SourceRecord, sourceDefinition } from './source.ts';
import { type StageRecord, stageDefinition } from './stage.ts';
import { type StepRecord, stepDefinition } from './step.ts';
import { type TagRecord, tagDefinition } from './tag.ts';

/** Each record type's shape by its name. */
export interface RecordShapes {
  readonly project: ProjectRecord;
  readonly map: MapRecord;
  readonly stage: StageRecord;
  readonly step: StepRecord;
  readonly lane: LaneRecord;
  readonly card: CardRecord;
  readonly emotion: EmotionRecord;
  readonly persona: PersonaRecord;
  readonly channel: ChannelRecord;
  readonly tag: TagRecord;
  readonly source: SourceRecord;
  readonly note: NoteRecord;
  readonly arrow: ArrowRecord;
  readonly comment: CommentRecord;
  readonly asset: AssetRecord;
}

/** Any record of a project. */
export type MeanderRecord = RecordShapes[RecordType];

/** A whole document: every record by its id. Never changed in place; see store/transact.ts. */
export type Records = ReadonlyMap<Id, MeanderRecord>;

/** A record definition seen without its particular shape, for code that treats all types alike. */
export interface AnyRecordDefinition {
  readonly type: RecordType;
  readonly schema: z.ZodType<MeanderRecord>;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly parent?: string;
  readonly needs?: readonly string[];
  readonly references: readonly string[];
  readonly cosmetic: readonly string[];
  readonly sets: readonly string[];
  readonly lines?: readonly string[];
  readonly liked?: readonly string[];
}

/** The definition of every record type. */
export const RECORD_DEFINITIONS: Readonly<Record<RecordType, AnyRecordDefinition>> = {
  project: projectDefinition,
  map: mapDefinition,
  stage: stageDefinition,
  step: stepDefinition,
  lane: laneDefinition,
  card: cardDefinition,
  emotion: emotionDefinition,
  persona: personaDefinition,
  channel: channelDefinition,
  tag: tagDefinition,
  source: sourceDefinition,
  note: noteDefinition,
  arrow: arrowDefinition,
  comment: commentDefinition,
  asset: assetDefinition,
};

/** The record under an id, typed by the id; undefined when there is none. */
export function getRecord<Type extends RecordType>(records: Records, id: Id<Type>): RecordShapes[Type] | undefined {
  return records.get(id as Id) as RecordShapes[Type] | undefined;
}

/** Every record of one type, in no particular order. */
export function recordsOfType<Type extends RecordType>(records: Records, type: Type): readonly RecordShapes[Type][] {
  const found: RecordShapes[Type][] = [];
  for (const record of records.values()) if (isOfType(record, type)) found.push(record);
  return found;
}

/** Narrows a record to a type. */
export function isOfType<Type extends RecordType>(
  record: BaseRecord<RecordType>,
  type: Type,
): record is RecordShapes[Type] {
  return record.type === type;
}
