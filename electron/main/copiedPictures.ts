import type { DocumentHandle, ProjectStore, StoredAsset } from '../../shared/ipc/projectStore.ts';

/** Bytes of pictures held at once; what is beyond stays behind, and the person is told when it is missed. */
const MOST_BYTES = 200 * 1024 * 1024;

/** The pictures of what was copied last, for other projects: their own may be closed when it is pasted. */
export class CopiedPictures {
  private readonly store: Pick<ProjectStore, 'readAsset' | 'putAsset'>;
  private held: Promise<ReadonlyMap<string, StoredAsset>> = Promise.resolve(new Map());

  constructor(store: Pick<ProjectStore, 'readAsset' | 'putAsset'>) {
    this.store = store;
  }

  /** Holds pictures of a document, known by their hashes, in place of those held before. */
  async hold(handle: DocumentHandle, hashes: readonly string[]): Promise<void> {
    this.held = this.read(handle, hashes);
    await this.held;
  }

  /** Puts those that are held into a document; gives the hashes of the ones that are in it now. */
  async bring(handle: DocumentHandle, hashes: readonly string[]): Promise<readonly string[]> {
    const held = await this.held;
    const came: string[] = [];
    for (const hash of hashes) {
      const picture = held.get(hash);
      const kept = picture && (await this.store.putAsset(handle, picture.mime, picture.bytes));
      if (kept?.ok && kept.value === hash) came.push(hash);
    }
    return came;
  }

  private async read(handle: DocumentHandle, hashes: readonly string[]): Promise<ReadonlyMap<string, StoredAsset>> {
    const held = new Map<string, StoredAsset>();
    let bytes = 0;
    for (const hash of hashes) {
      const picture = await this.store.readAsset(handle, hash);
      bytes += picture?.bytes.byteLength ?? 0;
      if (picture === null || bytes > MOST_BYTES) continue;
      held.set(hash, picture);
    }
    return held;
  }
}
