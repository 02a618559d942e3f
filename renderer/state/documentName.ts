import { recordsOfType } from '../../shared/records/records.ts';
import type { OpenDocument } from './documentStore.ts';

const ENDING = /\.meander$/i;

/** A file's name as people say it: without its ending. */
export function withoutEnding(fileName: string): string {
  return fileName.replace(ENDING, '');
}

/** What a document is called: its file, else its project's title, else its first map's; null when none has a name. */
export function documentName(document: OpenDocument): string | null {
  if (document.save.fileName !== null) return withoutEnding(document.save.fileName);
  const titled = [...recordsOfType(document.records, 'project'), ...recordsOfType(document.records, 'map')];
  return titled.find(({ title }) => title !== '')?.title ?? null;
}
