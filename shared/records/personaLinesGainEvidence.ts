import type { Json } from '../util/canonicalJson.ts';
import type { RawRecord } from './rawRecord.ts';

/* The way from schema 1 to 2. Its figures are those of these two schemas and never change. */

const LONGEST_LINE = 300;
/** More line breaks than this make no list: the text is taken as one. With it no text gives more than 200 lines. */
const MOST_BREAKS = 60;

/**
 * What is said of a person becomes lines, each assumed until somebody says that it is researched. Her private life is
 * broken where it had line breaks, and where it is too long for a line; her role becomes a section.
 */
export function personaLinesGainEvidence(record: RawRecord): RawRecord | null {
  if (record.type !== 'persona') return record;
  const { role, ...rest } = record;
  return {
    ...rest,
    goals: linesOf(record.goals),
    motives: linesOf(record.motives),
    expectations: linesOf(record.expectations),
    frustrations: linesOf(record.frustrations),
    privateLife: linesOf(record.privateLife),
    contact: linesOf(record.contact),
    sections: typeof role === 'string' && role !== '' ? [{ kind: 'role', title: '', lines: linesOf(role) }] : [],
    sources: [],
  };
}

/** Of what is neither a text nor a list of texts nothing is made: it is no valid record, before and after. */
function linesOf(value: Json | undefined): Json {
  if (typeof value === 'string') return breakText(value).map(assumed);
  if (!isList(value)) return value ?? null;
  return value.map((text) => (typeof text === 'string' ? assumed(text) : text));
}

function assumed(text: string): Json {
  return { text, evidence: 'assumption' };
}

function breakText(text: string): readonly string[] {
  const parts = text.split('\n').filter((part) => part.trim() !== '');
  return (parts.length > MOST_BREAKS ? [parts.join(' ')] : parts).flatMap(breakLong);
}

function breakLong(part: string): readonly string[] {
  const lines: string[] = [];
  let rest = part.trim();
  while (rest.length > LONGEST_LINE) {
    const space = rest.lastIndexOf(' ', LONGEST_LINE);
    const cut = space > LONGEST_LINE / 2 ? space : wholeCharacters(rest, LONGEST_LINE);
    lines.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' ? lines : [...lines, rest];
}

/** Where to cut so that no pair of surrogates is parted. */
function wholeCharacters(text: string, cut: number): number {
  const code = text.charCodeAt(cut - 1);
  return code >= 0xd800 && code <= 0xdbff ? cut - 1 : cut;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
