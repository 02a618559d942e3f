import { describe, expect, test } from 'vitest';
import type { PersonaRecord } from '../../../shared/records/persona.ts';
import { getRecord, type Records, recordsOfType } from '../../../shared/records/records.ts';
import { sceneToSvg } from '../../../shared/scene/sceneToSvg.ts';
import { THEMES } from '../../../shared/scene/theme.ts';
import { withRecords } from '../../fixtures/projects.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { personaCardOf } from '../../fixtures/sheets.ts';

function svgOf(records: Records, { id }: PersonaRecord): string {
  return sceneToSvg(personaCardOf(records, id).scene, { theme: 'light', imageUrl: (hash) => `picture-${hash}` });
}

/** What an SVG says, without tags; lines are broken anywhere. */
function saidIn(svg: string): string {
  return squeeze(svg.replaceAll(/<[^>]*>/g, ' ').replaceAll('&amp;', '&'));
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

function first(name: string): { readonly records: Records; readonly persona: PersonaRecord } {
  const records = sampleRecords(name);
  const [persona] = recordsOfType(records, 'persona');
  if (persona === undefined) throw new Error('Nobody is there');
  return { records, persona };
}

describe('the card of a persona', () => {
  test.each(['sarah.en', 'sarah.nl', 'olivier.en', 'olivier.nl'])('%s says all that is said of her', (name) => {
    const { records } = first(name);
    for (const persona of recordsOfType(records, 'persona')) {
      const said = saidIn(svgOf(records, persona));
      const lines = [persona.goals, persona.motives, persona.expectations, persona.frustrations, persona.privateLife]
        .concat(persona.contact, ...persona.sections.map((section) => section.lines))
        .flat();
      const traits = persona.traits.flatMap(({ low, high }) => [low, high]);
      const channels = persona.channels.map(({ channel }) => channel);
      const named = [...channels, ...persona.sources].map((id) => getRecord(records, id)?.name ?? 'missing');
      const { age, job, place, summary, quote, note } = persona;
      for (const text of [
        ...lines.map((line) => line.text),
        ...traits,
        ...named,
        age,
        job,
        place,
        summary,
        quote,
        note,
      ]) {
        expect(said).toContain(squeeze(text));
      }
    }
  });

  test('is an A4, longer only where more is said than fits at a size that can be read', () => {
    const { records, persona } = first('sarah.en');
    expect(personaCardOf(records, persona.id)).toMatchObject({ pageWidth: 210, pageHeight: 297 });
    const goals = Array.from({ length: 120 }, (_, at) => ({
      text: `Zomerfeestjurkmaattabelwijzigingsverzoek ${at}`,
      evidence: 'assumption' as const,
    }));
    const more = withRecords(records, { ...persona, goals });
    const long = personaCardOf(more, persona.id);
    expect(long.pageHeight).toBeGreaterThan(297);
    expect(saidIn(svgOf(more, { ...persona, goals }))).toContain('wijzigingsverzoek119');
  });

  test('leaves out what nothing is said of', () => {
    const { records, persona } = first('sarah.en');
    const empty = { text: ' ', evidence: 'researched' } as const;
    const changed = { ...persona, goals: [empty], sections: [{ kind: 'money', title: '', lines: [empty] } as const] };
    const said = saidIn(svgOf(withRecords(records, changed), changed));
    expect(said).not.toContain('Goals');
    expect(said).not.toContain('Money');
    expect(said).toContain('Motives');
    expect(said).toContain('5of9researched');
  });

  test('is there for somebody of whom nothing is known', () => {
    const { records, persona } = first('sarah.en');
    const nobody: PersonaRecord = {
      ...persona,
      ...{ name: '', summary: '', age: '', job: '', place: '', quote: '', note: '', portrait: null },
      ...{ goals: [], motives: [], expectations: [], frustrations: [], privateLife: [], contact: [], sections: [] },
      ...{ traits: [], channels: [], sources: [] },
    };
    expect(saidIn(svgOf(withRecords(records, nobody), nobody))).toBe('Nonameyet');
  });

  test('has five dots for each channel of which it is said how much it is liked, and none for the others', () => {
    const { records, persona } = first('sarah.en');
    const dots = (liking: number): number => {
      const channels = persona.channels.slice(0, 2).map((each, at) => ({ ...each, liking: at === 0 ? liking : 0 }));
      const sarah = { ...persona, channels };
      return svgOf(withRecords(records, sarah), sarah).match(/<circle/g)?.length ?? 0;
    };
    const none = dots(0);
    expect([1, 3, 5].map((liking) => dots(liking) - none)).toEqual([5, 5, 5]);
  });

  test('bears no colour of the tool', () => {
    const { records, persona } = first('olivier.nl');
    const svg = svgOf(records, persona).toLowerCase();
    for (const [name, colour] of Object.entries(THEMES.light)) {
      if (name.startsWith('tool') && colour !== THEMES.light['on-solid'])
        expect(svg).not.toContain(colour.toLowerCase());
    }
  });
});
