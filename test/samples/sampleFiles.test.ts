import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CompiledSource } from '../../build/samples/compileSource.ts';
import { compileSample, identityOf, listSampleFiles, type SampleFile } from '../../build/samples/sampleFiles.ts';
import { inspectDocument } from '../../electron/storage/inspectDocument.ts';
import { writeDocument } from '../../electron/storage/writeDocument.ts';

const samples = listSampleFiles();

function compile(sample: SampleFile): CompiledSource {
  const compiled = compileSample(sample);
  if (!compiled.ok) throw new Error(compiled.reason);
  return compiled.value;
}

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meander-samples-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('there are two samples, five stage models, five journey types and a blank map, each in English and in Dutch', () => {
  const names = [
    'blank',
    'checkout',
    'convenience',
    'five-stage-shop',
    'olivier',
    'problem-solving',
    'reputation',
    'research',
    'returning-customer',
    'sarah',
    'see-think-do-care',
    'service',
    'social',
  ];
  expect(samples.map(({ name }) => name).sort()).toEqual(names.flatMap((name) => [`${name}.en`, `${name}.nl`]));
});

describe.each(samples)('$name', (sample) => {
  test('the committed file holds the records, pictures and identity that its source gives', () => {
    const compiled = compile(sample);
    const inspected = inspectDocument(sample.projectPath);
    if (!inspected.ok) throw new Error(JSON.stringify(inspected.reason));
    const { document, seal } = inspected.value;
    const identity = identityOf(sample, compiled);

    expect(new Map(document.records.map(({ record }) => [record.id, record]))).toEqual(
      new Map(compiled.records.map((record) => [record.id, record])),
    );
    // The inspection has compared every picture's bytes with its hash.
    expect(document.assets.map(({ hash, mime }) => ({ hash, mime })).sort(byHash)).toEqual(
      compiled.pictures.map(({ hash, mime }) => ({ hash, mime })).sort(byHash),
    );
    expect(document.revisions).toEqual([identity.revision]);
    expect(seal.uuid).toBe(identity.uuid);
  });

  test('the same source gives the same bytes', async () => {
    const [one, other] = [join(folder, 'one'), join(folder, 'other')];
    for (const path of [one, other]) {
      const compiled = compile(sample);
      await writeDocument(path, compiled.records, compiled.pictures, identityOf(sample, compiled));
    }
    expect(readFileSync(one).equals(readFileSync(other)), basename(sample.projectPath)).toBe(true);
  });
});

function byHash(a: { readonly hash: string }, b: { readonly hash: string }): number {
  return a.hash < b.hash ? -1 : 1;
}
