import { recordsOfType } from '../../shared/records/records.ts';
import { showControls } from '../../shared/util/showControls.ts';
import type { OpenDocument } from './documentStore.ts';

const ENDING = /\.meander$/i;

/** A file's name as people say it: without its ending, and nothing in it that turns what follows. */
export function withoutEnding(fileName: string): string {
  return showControls(fileName.replace(ENDING, ''));
}

/** Characters of a name beside other things in one line; the rest is cut off. */
const SHORT = 32;

/** A file's name where there is little room for it. */
export function shortName(fileName: string): string {
  const characters = [...withoutEnding(fileName)];
  return characters.length > SHORT ? `${characters.slice(0, SHORT - 1).join('')}…` : characters.join('');
}

/** What a document is called: its file, else its project's title, else its first map's; null when none has a name. */
export function documentName(document: OpenDocument): string | null {
  if (document.save.fileName !== null) return withoutEnding(document.save.fileName);
  const titled = [...recordsOfType(document.records, 'project'), ...recordsOfType(document.records, 'map')];
  return titled.find(({ title }) => title !== '')?.title ?? null;
}
