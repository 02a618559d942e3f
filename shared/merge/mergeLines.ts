import type { PersonaLine } from '../records/persona.ts';
import type { Json } from '../util/canonicalJson.ts';
import { mergeSet } from './mergeSet.ts';

/**
 * Two states of a list of lines as one: the lines either added, without those either removed since `before`; a line is
 * known by its words. Whoever said anew how a line is known counts; a line both added is researched if one says so.
 */
export function mergeLines(
  first: readonly PersonaLine[],
  second: readonly PersonaLine[],
  before: readonly PersonaLine[],
): readonly Json[] {
  const [one, other, old] = [first, second, before].map(evidenceByText);
  const texts = mergeSet(first.map(textOf), second.map(textOf), before.map(textOf));
  return texts.map((text) => {
    const [a, b] = [one?.get(text), other?.get(text)];
    const was = old?.get(text) ?? 'assumption';
    const evidence = a === undefined || a === was ? (b ?? a ?? was) : a;
    return { text, evidence };
  });
}

function textOf({ text }: PersonaLine): string {
  return text;
}

function evidenceByText(lines: readonly PersonaLine[]): ReadonlyMap<string, PersonaLine['evidence']> {
  return new Map(lines.map(({ text, evidence }) => [text, evidence]));
}
