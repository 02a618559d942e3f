import { basename } from 'node:path';
import { writeDocument } from '../../electron/storage/writeDocument.ts';
import { compileSample, identityOf, listSampleFiles } from './sampleFiles.ts';

/* Makes every sample and template of its source: `node build/samples/makeSamples.ts`. */
for (const sample of listSampleFiles()) {
  const compiled = compileSample(sample);
  if (!compiled.ok) {
    console.error(compiled.reason);
    process.exitCode = 1;
    continue;
  }
  const { records, pictures } = compiled.value;
  await writeDocument(sample.projectPath, records, pictures, identityOf(sample, compiled.value));
  console.log(`${basename(sample.projectPath)}: ${records.length} records, ${pictures.length} pictures`);
}
