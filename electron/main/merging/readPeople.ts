import { basename } from 'node:path';
import { type People, peopleOf } from '../../../shared/exchange/people.ts';
import type { PeopleOutcome } from '../../../shared/ipc/bridge.ts';
import type { ProjectStore } from '../../../shared/ipc/projectStore.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { Log } from '../log.ts';
import { recordsById } from '../opening/recordsById.ts';

/** Bytes of portraits a window gets; who comes after has none. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What reading people needs. */
export interface PeopleReaderParts {
  readonly store: Pick<ProjectStore, 'read' | 'readAsset'>;
  readonly log: Pick<Log, 'info'>;
}

/** Reads who is in a project; null when none was chosen. The file is judged as any that is opened, and left as it is. */
export async function readPeople(parts: PeopleReaderParts, path: string | null): Promise<PeopleOutcome> {
  if (path === null) return failure({ code: 'cancelled' });
  const fileName = basename(path);
  const read = await parts.store.read(path);
  if (!read.ok) {
    parts.log.info(`No people read: ${read.reason.code}`);
    return failure({ fault: read.reason, fileName });
  }
  const people = peopleOf(recordsById(read.value.records));
  return success({ fileName, people, portraits: await readPortraits(parts, path, people) });
}

async function readPortraits(
  { store }: PeopleReaderParts,
  path: string,
  { assets }: People,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const portraits = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const { hash } of assets) {
    const picture = await store.readAsset({ path }, hash);
    bytes += picture?.bytes.byteLength ?? 0;
    if (picture !== null && bytes <= MOST_BYTES) portraits.set(hash, picture.bytes);
  }
  return portraits;
}
