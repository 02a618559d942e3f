import { rm } from 'node:fs/promises';

/** Removes a folder an application lived in: the processes of one that was killed may write there a moment longer. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
}
