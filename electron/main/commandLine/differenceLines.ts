import { type DifferenceWords, differenceWords } from '../../../shared/i18n/differenceWords.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Language } from '../../../shared/ipc/bridge.ts';
import type { Difference } from '../../../shared/merge/listDifferences.ts';
import type { Conflict, Merge, Taken } from '../../../shared/merge/merge.ts';
import { createAtlas } from '../../../shared/merge/whereabouts.ts';
import type { MapRecord } from '../../../shared/records/map.ts';
import type { MeanderRecord, Records } from '../../../shared/records/records.ts';
import { oneLine } from './terminal.ts';

/** Longer texts are cut, in characters: a terminal is for an overview. */
const LONGEST = 200;

const INDENT = '    ';
const SIGNS = { added: '+', removed: '-', changed: '~', kept: '!', settled: '~' } as const;

/** What differs, a line for each thing and one for each field of it, under the title of its map. */
export function differenceLines(
  differences: readonly Difference[],
  [from, to]: readonly [Records, Records],
  translate: Translate,
  language: Language,
): readonly string[] {
  const [later, earlier] = [createAtlas(to), createAtlas(from)];
  const words = differenceWords({ translate, language, atlases: [later, earlier], longest: LONGEST });
  const lines: string[] = [];
  let shown: MapRecord['id'] | null = null;
  for (const { kind, record, before, fields } of differences) {
    const map = (kind === 'removed' ? earlier : later).find(record).map;
    if (map !== null && map.id !== shown) {
      shown = map.id;
      lines.push(...(lines.length > 0 ? [''] : []), oneLine(words.title(map)));
    }
    lines.push(headLine(SIGNS[kind], words, record, fields));
    if (kind === 'changed' && before !== null) lines.push(...inset(words.changes(before, record, fields)));
  }
  return lines;
}

/** The words for what a merge says of a document. */
export function mergeWords(mine: Records, merged: Records, translate: Translate, language: Language): DifferenceWords {
  const atlases = [createAtlas(mine), createAtlas(merged)];
  return differenceWords({ translate, language, atlases, longest: LONGEST });
}

/** What the other copy brought, and what was kept although one side removed it. */
export function takenLines({ taken }: Merge, words: DifferenceWords, translate: Translate): readonly string[] {
  return taken
    .filter(({ side, kind }) => side === 'theirs' || kind === 'kept')
    .flatMap((one) => [
      headLine(SIGNS[one.kind], words, one.record, one.fields),
      ...inset(notesOf(one, words, translate)),
    ]);
}

function notesOf({ kind, side, record, other, fields }: Taken, words: DifferenceWords, translate: Translate) {
  if (kind === 'kept') return [translate(side === 'mine' ? 'merge.kind.kept' : 'merge.kind.keptTheirs')];
  return other === null ? [] : words.changes(other, record, fields);
}

/** One conflict: what it is about and what each copy says. */
export function conflictLines(
  { mine, theirs, before, fields }: Conflict,
  words: DifferenceWords,
  translate: Translate,
): readonly string[] {
  const say = (record: MeanderRecord): string => words.values(record, fields).join(', ');
  return [
    headLine('!', words, mine, fields),
    ...inset([
      translate('cli.merge.mine', { text: say(mine) }),
      translate('cli.merge.theirs', { text: say(theirs) }),
      ...(before === null ? [] : [translate('merge.before', { text: say(before) })]),
    ]),
  ];
}

/** What it is and where, and its own words unless they stand among the changes. */
function headLine(sign: string, words: DifferenceWords, record: MeanderRecord, changed: readonly string[]): string {
  const excerpt = changed.includes('text') || changed.includes('label') ? '' : words.excerpt(record);
  return oneLine(`${sign} ${words.title(record)}${excerpt === '' ? '' : `: ${excerpt}`}`);
}

function inset(lines: readonly string[]): readonly string[] {
  return lines.map((line) => INDENT + oneLine(line));
}
