import { parseRecord } from '../../shared/records/parseRecord.ts';
import { type MeanderRecord, RECORD_DEFINITIONS } from '../../shared/records/records.ts';
import { isIconName } from '../../shared/scene/icons.ts';
import type { Json } from '../../shared/util/canonicalJson.ts';
import { orderKeys } from '../../shared/util/orderKey.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { type Draft, namesOf, referTo } from './drafts.ts';
import { mapDrafts } from './mapDrafts.ts';
import { projectDrafts, type ReadFile } from './projectDrafts.ts';
import type { Picture } from './readPicture.ts';
import { readSource } from './readSource.ts';
import { SourceMistake } from './sourceMistake.ts';
import type { ProjectSource } from './sourceSchema.ts';

/** A sample or template ready to be written. */
export interface CompiledSource {
  readonly records: readonly MeanderRecord[];
  readonly pictures: readonly Picture[];
}

/**
 * Makes a project's records of a source: `fileName` such as `sarah.en.yaml`, whose first part begins every id.
 * The same source gives the same records. The reason of a failure is a sentence that names file and place.
 */
export function compileSource(fileName: string, yamlText: string, readFile: ReadFile): Result<CompiledSource, string> {
  const read = readSource(fileName, yamlText);
  if (!read.ok) return read;
  const pictures: Picture[] = [];
  try {
    const drafts = draftsOf(read.value.source, fileName, readFile, (picture) => pictures.push(picture));
    return success({ records: drafts.map(recordOf), pictures });
  } catch (error) {
    if (error instanceof SourceMistake) return failure(read.value.tell(error.path, error.message));
    throw error;
  }
}

function draftsOf(
  source: ProjectSource,
  fileName: string,
  readFile: ReadFile,
  takePicture: (picture: Picture) => void,
): readonly Draft[] {
  const name = namesOf(fileName.replace(/\.yaml$/, '').replaceAll('.', '-'));
  const keysOf = (part: object | undefined) => ({ keys: Object.keys(part ?? {}) });
  const refer = referTo(
    {
      channel: keysOf(source.channels),
      source: keysOf(source.research),
      tag: keysOf(source.tags),
      asset: keysOf(source.pictures),
      persona: keysOf(source.personas),
    },
    name,
  );
  const orders = orderKeys(Object.keys(source.maps).length);
  return [
    ...projectDrafts(source, name, refer, readFile, takePicture),
    ...Object.entries(source.maps).flatMap(([key, map], at) => mapDrafts(map, key, orders[at] ?? '', name, refer)),
  ];
}

function recordOf(draft: Draft): MeanderRecord {
  const { icon } = draft.fields;
  if (typeof icon === 'string' && !isIconName(icon)) {
    throw new SourceMistake([...draft.path, 'icon'], `there is no icon "${icon}"`);
  }
  const given = Object.entries(draft.fields).filter(([, value]) => value !== undefined);
  const value = { ...RECORD_DEFINITIONS[draft.type].defaults, ...Object.fromEntries(given) };
  const parsed = parseRecord(withNoBreakSpaces({ ...value, type: draft.type, id: draft.id }));
  if (parsed.ok) return parsed.value;
  throw new SourceMistake([...draft.path, parsed.reason.field], parsed.reason.message);
}

/** Keeps a figure and its sign on one line ("10 %", "€ 59"), so that sources need no invisible characters. */
function withNoBreakSpaces(value: unknown): Json {
  const json = JSON.stringify(value)
    .replace(/(\d) %/g, '$1\u00a0%')
    .replace(/€ (\d)/g, '€\u00a0$1');
  return JSON.parse(json);
}
