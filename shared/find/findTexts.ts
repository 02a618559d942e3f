import type { Id } from '../records/ids.ts';
import { LINE_FIELDS } from '../records/persona.ts';
import type { MeanderRecord, Records } from '../records/records.ts';
import { type DocumentReader, readDocument, stepsOfMap } from '../store/mapParts.ts';
import { findInText, type TextRange } from './foldText.ts';

/** A field of a record that says the words sought. */
export interface TextHit {
  readonly id: Id;
  /** The map it stands on; null for personas, sources and notes of the inbox. */
  readonly map: Id<'map'> | null;
  readonly field: string;
  /** Where in the field it stands: none for a text, places in lists and names of fields for one inside them. */
  readonly path: readonly (number | string)[];
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/** The texts of each kind of record that a search looks through, the one it is known by first. */
const FIELDS = {
  map: ['title', 'scenario'],
  stage: ['name', 'goal'],
  step: ['name'],
  lane: ['name', 'hint'],
  card: ['text', 'figure', 'evidenceNote', 'owner', 'note'],
  emotion: ['label', 'cause'],
  persona: ['name', 'summary', 'job', 'place', 'quote', ...LINE_FIELDS, 'sections', 'note'],
  source: ['name', 'period', 'note'],
  note: ['text'],
} as const satisfies Partial<Record<MeanderRecord['type'], readonly string[]>>;

/** What a search looks through. */
export type FoundType = keyof typeof FIELDS;

/** Finds words in every text of a project, whatever their case and accents, map by map in reading order. */
export function findTexts(records: Records, sought: string): readonly TextHit[] {
  if (sought.trim() === '') return [];
  const reader = readDocument(records);
  const hits: TextHit[] = [];
  const look = (record: MeanderRecord, map: Id<'map'> | null): void => {
    for (const { field, path, text } of textsOf(record)) {
      const ranges = findInText(text, sought);
      if (ranges.length > 0) hits.push({ id: record.id, map, field, path, text, ranges });
    }
  };
  for (const map of reader.roots('map')) {
    for (const record of recordsOfMap(reader, map.id)) look(record, map.id);
  }
  for (const persona of reader.roots('persona')) look(persona, null);
  for (const source of reader.roots('source')) look(source, null);
  for (const note of reader.roots('note')) look(note, note.map);
  return hits;
}

/** A map and all that stands on it, from its title down to its last lane, each lane from the left. */
function recordsOfMap(reader: DocumentReader, id: Id<'map'>): readonly MeanderRecord[] {
  const map = reader.get(id);
  const columns = new Map(stepsOfMap(reader, id).map((step, at) => [step.id, at]));
  const column = ({ step }: { readonly step: Id<'step'> }): number => columns.get(step) ?? 0;
  return [
    ...(map === undefined ? [] : [map]),
    ...reader.children(id, 'stage').flatMap((stage) => [stage, ...reader.children(stage.id, 'step')]),
    ...reader
      .children(id, 'lane')
      .flatMap((lane) => [
        lane,
        ...[...reader.children(lane.id, 'card')].sort((a, b) => column(a) - column(b)),
        ...[...reader.children(lane.id, 'emotion')].sort((a, b) => column(a) - column(b) || a.offset - b.offset),
      ]),
  ];
}

type FoundText = Pick<TextHit, 'field' | 'path' | 'text'>;

function textsOf(record: MeanderRecord): readonly FoundText[] {
  return fieldsOf(record.type).flatMap((field) => textsIn(Reflect.get(record, field), field, []));
}

/** Of lines and sections, which are lists of objects, only what a person wrote. */
const WRITTEN: readonly string[] = ['title', 'text', 'lines'];

function textsIn(value: unknown, field: string, path: TextHit['path']): readonly FoundText[] {
  if (typeof value === 'string') return [{ field, path, text: value }];
  if (Array.isArray(value)) return value.flatMap((inner: unknown, at) => textsIn(inner, field, [...path, at]));
  if (value === null || typeof value !== 'object') return [];
  return WRITTEN.flatMap((name) => textsIn(Reflect.get(value, name), field, [...path, name]));
}

function fieldsOf(type: MeanderRecord['type']): readonly string[] {
  return isFoundType(type) ? FIELDS[type] : [];
}

/** Whether a search looks through records of this type. */
export function isFoundType(type: MeanderRecord['type']): type is FoundType {
  return type in FIELDS;
}
