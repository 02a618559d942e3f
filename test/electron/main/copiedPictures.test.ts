import { describe, expect, test } from 'vitest';
import { CopiedPictures } from '../../../electron/main/copiedPictures.ts';
import type { DocumentHandle, StoredAsset } from '../../../shared/ipc/projectStore.ts';
import { success } from '../../../shared/util/result.ts';

/** A store of two documents, whose pictures are known by names instead of hashes. */
function twoDocuments() {
  const sarah: StoredAsset = { hash: 'sarah', mime: 'image/png', bytes: Uint8Array.of(1) };
  const kept = new Map<DocumentHandle, Map<string, StoredAsset>>([
    ['document:from', new Map([['sarah', sarah]])],
    ['document:to', new Map<string, StoredAsset>()],
  ]);
  const store = {
    readAsset: async (from: DocumentHandle | { readonly path: string }, hash: string) =>
      typeof from === 'string' ? (kept.get(from)?.get(hash) ?? null) : null,
    putAsset: async (handle: DocumentHandle, mime: string, bytes: Uint8Array) => {
      const hash = bytes[0] === 1 ? 'sarah' : 'other';
      kept.get(handle)?.set(hash, { hash, mime, bytes });
      return success(hash);
    },
  };
  return { kept, pictures: new CopiedPictures(store) };
}

describe('pictures of what was copied', () => {
  test('come into another project, also when their own is closed meanwhile', async () => {
    const { kept, pictures } = twoDocuments();
    await pictures.hold('document:from', ['sarah']);
    kept.delete('document:from');
    expect(await pictures.bring('document:to', ['sarah'])).toEqual(['sarah']);
    expect(kept.get('document:to')?.get('sarah')?.bytes).toEqual(Uint8Array.of(1));
  });

  test('are waited for when the paste comes before they are read', async () => {
    const { pictures } = twoDocuments();
    void pictures.hold('document:from', ['sarah']);
    expect(await pictures.bring('document:to', ['sarah'])).toEqual(['sarah']);
  });

  test('stay behind when something else was copied since, or they are not known', async () => {
    const { pictures } = twoDocuments();
    await pictures.hold('document:from', ['sarah', 'nobody']);
    expect(await pictures.bring('document:to', ['nobody'])).toEqual([]);
    await pictures.hold('document:to', []);
    expect(await pictures.bring('document:to', ['sarah'])).toEqual([]);
  });
});
