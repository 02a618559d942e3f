import { join } from 'node:path';
import { hashBytes } from '../../../../electron/storage/hashing.ts';
import { writeDocument } from '../../../../electron/storage/writeDocument.ts';
import type { StoredAsset } from '../../../../shared/ipc/projectStore.ts';
import { CURRENT_SCHEMA } from '../../../../shared/records/migrations.ts';
import { makeRecord, sampleRecords } from './sampleRecords.ts';

/**
 * Writes the project file that stands for the current schema in test/fixtures. Run once when a schema is new
 * (`node test/electron/storage/support/makeSchemaFixture.ts`); after its release the file is never written again.
 */
const bytes = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);
const picture: StoredAsset = { hash: hashBytes(bytes), mime: 'image/png', bytes };
const persona = makeRecord('persona', {
  id: 'persona:known',
  order: 'a1',
  name: 'Imre',
  goals: [
    { text: 'A parcel before six', evidence: 'researched' },
    { text: 'No card through the door', evidence: 'assumption' },
  ],
  channels: [{ channel: 'channel:door', liking: 4 }],
  sections: [{ kind: 'own', title: 'The stairs', lines: [{ text: 'Third floor', evidence: 'researched' }] }],
});
const channel = makeRecord('channel', { id: 'channel:door', order: 'a0', name: 'At the door', online: false });
const record = makeRecord('asset', { id: 'asset:dot', hash: picture.hash, mime: 'image/png', width: 1, height: 1 });

await writeDocument(
  join(import.meta.dirname, `../../../fixtures/schema-${CURRENT_SCHEMA}.meander`),
  [...sampleRecords(), persona, channel, record],
  [picture],
  {
    uuid: '0d8f3c5e-7a41-4f0b-9f3e-6f1f2f6c8a01',
    revision: { id: 'first', parents: [], at: 1_750_000_000_000, author: 'Meander', label: '' },
  },
);
