import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DocumentIdentity } from '../../electron/storage/writeDocument.ts';
import { canonicalJson } from '../../shared/util/canonicalJson.ts';
import type { Result } from '../../shared/util/result.ts';
import { projectRoot } from '../runtime/projectPaths.ts';
import { type CompiledSource, compileSource } from './compileSource.ts';

const samplesFolder = join(projectRoot, 'assets/samples');
const templatesFolder = join(projectRoot, 'assets/templates');

/** A source and the project file made of it. */
export interface SampleFile {
  /** "sarah.en" */
  readonly name: string;
  readonly sourcePath: string;
  readonly projectPath: string;
}

/** Every sample and template, in the order of their names. */
export function listSampleFiles(): readonly SampleFile[] {
  return [samplesFolder, templatesFolder].flatMap((folder) =>
    readdirSync(join(folder, 'sources'))
      .filter((file) => file.endsWith('.yaml'))
      .sort()
      .map((file) => {
        const name = basename(file, '.yaml');
        return { name, sourcePath: join(folder, 'sources', file), projectPath: join(folder, `${name}.meander`) };
      }),
  );
}

/** Makes a sample's records; the reason of a failure is a sentence for the person who wrote the source. */
export function compileSample(sample: SampleFile): Result<CompiledSource, string> {
  return compileSource(basename(sample.sourcePath), readFileSync(sample.sourcePath, 'utf8'), (file) => {
    const path = join(samplesFolder, file);
    return existsSync(path) ? readFileSync(path) : undefined;
  });
}

/** The day all samples are said to be made: a clock would give other bytes each time. */
const MADE_AT = Date.UTC(2025, 5, 12);

/** Who a sample is. Its document keeps its id for ever; its revision changes with what it says. */
export function identityOf(sample: SampleFile, { records }: CompiledSource): DocumentIdentity {
  const revision = createHash('sha256');
  for (const record of records) revision.update(canonicalJson(JSON.parse(JSON.stringify(record))));
  return {
    uuid: uuidOf(`meander sample ${sample.name}`),
    revision: { id: revision.digest('hex').slice(0, 32), parents: [], at: MADE_AT, author: 'Meander', label: '' },
  };
}

/** A UUID of a name: version 8, which leaves the other bits to their maker (RFC 9562, 5.8). */
function uuidOf(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
