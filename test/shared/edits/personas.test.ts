import { describe, expect, test } from 'vitest';
import {
  addPersonaToMap,
  focusPersona,
  hidePersona,
  movePersonaOnMap,
  takePersonaOffMap,
} from '../../../shared/edits/mapPersonas.ts';
import { addSection, changeSection, moveSection, removeSection } from '../../../shared/edits/personaSections.ts';
import {
  addPersona,
  changePersona,
  duplicatePersona,
  movePersona,
  removePersona,
} from '../../../shared/edits/personas.ts';
import { MOST_SECTIONS } from '../../../shared/records/persona.ts';
import { type Records, recordsOfType } from '../../../shared/records/records.ts';
import { smallProject, withRecords } from '../../fixtures/projects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';
import { need, rootIds } from '../support/reading.ts';

const project = smallProject();
const lockedCurves = withRecords(project, { ...need(project, 'lane:emotions'), locked: true });

describe('a new persona', () => {
  test('takes the next colour and walks on the map at once', () => {
    const { records, value } = doEdit(project, addPersona, { fields: { name: 'Olivier' }, map: 'map:later' });
    expect(need(records, value.id)).toMatchObject({ name: 'Olivier', colour: 'p3' });
    expect(need(records, 'map:later').personas).toEqual(['persona:sarah', value.id]);
    expect(rootIds(records, 'persona').at(-1)).toBe(value.id);
  });

  test('takes a colour chosen, and need not walk anywhere', () => {
    const { value } = doEdit(project, addPersona, { fields: { colour: 'p1' }, map: null });
    expect(value.colour).toBe('p1');
  });
});

test('what is said of a persona is clean, down to her lists', () => {
  const fields = {
    name: 'Sarah\nB.',
    goals: [{ text: 'A dress\nthat fits', evidence: 'researched' as const }],
    traits: [{ low: 'Care\u0007ful', high: 'Daring', value: 60 }],
  };
  const { records } = doEdit(project, changePersona, { persona: 'persona:sarah', fields });
  expect(need(records, 'persona:sarah')).toMatchObject({
    name: 'Sarah B.',
    goals: [{ text: 'A dress that fits', evidence: 'researched' }],
    traits: [{ low: 'Careful', high: 'Daring', value: 60 }],
  });
});

test('a list that grows too long is refused', () => {
  const goals = Array.from({ length: 201 }, (_, at) => ({ text: `Goal ${at}`, evidence: 'assumption' as const }));
  const fields = { goals };
  expect(refusalOf(project, changePersona, { persona: 'persona:sarah', fields }).code).toBe('listFull');
});

test('a persona is copied with all that is said of her, and walks nowhere yet', () => {
  const channels = [{ channel: 'channel:shop', liking: 3 }] as const;
  const said = { goals: [{ text: 'A dress', evidence: 'researched' as const }], channels };
  const told = doEdit(project, changePersona, { persona: 'persona:sarah', fields: said }).records;
  const { records, value } = doEdit(told, duplicatePersona, { persona: 'persona:sarah', name: 'Sarah (copy)' });
  expect(need(records, value)).toMatchObject({ ...said, name: 'Sarah (copy)', colour: 'p3' });
  expect(rootIds(records, 'persona')).toEqual(['persona:sarah', value, 'persona:marieke']);
  expect(recordsOfType(records, 'map').some(({ personas }) => personas.includes(value))).toBe(false);
});

describe('a section of a persona', () => {
  const persona = 'persona:sarah';
  const line = { text: 'An old phone', evidence: 'researched' } as const;
  const withSections = (() => {
    const one = doEdit(project, addSection, { persona, kind: 'devices' }).records;
    const two = doEdit(one, addSection, { persona, kind: 'own' }).records;
    return doEdit(two, changeSection, { persona, at: 0, fields: { lines: [line] } }).records;
  })();
  const sections = (records: Records) => need(records, persona).sections;

  test('is added behind the others, without lines', () => {
    expect(sections(withSections)).toEqual([
      { kind: 'devices', title: '', lines: [line] },
      { kind: 'own', title: '', lines: [] },
    ]);
  });

  test('is renamed in one line and keeps what it says', () => {
    const { records } = doEdit(withSections, changeSection, { persona, at: 0, fields: { title: 'What\nshe holds' } });
    expect(sections(records)[0]).toEqual({ kind: 'devices', title: 'What she holds', lines: [line] });
  });

  test('changes places with its neighbour, and stays at the ends', () => {
    const moved = doEdit(withSections, moveSection, { persona, at: 0, by: 1 }).records;
    expect(sections(moved).map(({ kind }) => kind)).toEqual(['own', 'devices']);
    expect(doEdit(moved, moveSection, { persona, at: 1, by: 1 }).records).toBe(moved);
    expect(doEdit(moved, moveSection, { persona, at: 0, by: -1 }).records).toBe(moved);
  });

  test('goes with its lines', () => {
    const { records } = doEdit(withSections, removeSection, { persona, at: 0 });
    expect(sections(records).map(({ kind }) => kind)).toEqual(['own']);
    expect(refusalOf(records, removeSection, { persona, at: 1 })).toEqual({ code: 'gone', ids: [persona] });
  });

  test('is refused as the twenty-first', () => {
    const full = Array.from({ length: MOST_SECTIONS }, () => ({ kind: 'own', title: '', lines: [] }) as const);
    const records = withRecords(project, { ...need(project, persona), sections: full });
    expect(refusalOf(records, addSection, { persona, kind: 'own' }).code).toBe('listFull');
  });
});

test('personas change places in the list of all', () => {
  const { records } = doEdit(project, movePersona, { persona: 'persona:marieke', at: 'first' });
  expect(rootIds(records, 'persona')).toEqual(['persona:marieke', 'persona:sarah']);
});

describe('a persona who is removed', () => {
  test('takes her curve with her and leaves her cards to everybody', () => {
    const { records } = doEdit(project, removePersona, { persona: 'persona:sarah' });
    expect(records.has('emotion:hesitant')).toBe(false);
    expect(need(records, 'card:dear').persona).toBeNull();
    expect(need(records, 'map:today').personas).toEqual(['persona:marieke']);
  });

  test('stays while a curve of hers is locked', () => {
    expect(refusalOf(lockedCurves, removePersona, { persona: 'persona:marieke' })).toEqual({
      code: 'laneLocked',
      ids: ['lane:emotions'],
    });
  });
});

describe('on a map', () => {
  test('a persona is put before another and moved after her', () => {
    const put = doEdit(project, addPersonaToMap, {
      map: 'map:later',
      persona: 'persona:marieke',
      before: 'persona:sarah',
    });
    expect(need(put.records, 'map:later').personas).toEqual(['persona:marieke', 'persona:sarah']);
    const moved = doEdit(put.records, movePersonaOnMap, { map: 'map:later', persona: 'persona:marieke', before: null });
    expect(need(moved.records, 'map:later').personas).toEqual(['persona:sarah', 'persona:marieke']);
  });

  test('a persona put where she is stays there', () => {
    const input = { map: 'map:today', persona: 'persona:sarah', before: 'persona:marieke' } as const;
    expect(doEdit(project, addPersonaToMap, input).records).toBe(project);
    expect(doEdit(project, movePersonaOnMap, { ...input, before: 'persona:sarah' }).records).toBe(project);
  });

  test('a persona taken off loses her curve there, and there only her cards become everybody’s', () => {
    const { records } = doEdit(project, takePersonaOffMap, { map: 'map:today', persona: 'persona:sarah' });
    expect(need(records, 'map:today').personas).toEqual(['persona:marieke']);
    expect(records.has('emotion:curious')).toBe(false);
    expect(need(records, 'card:dear').persona).toBeNull();
    expect(need(records, 'map:later').personas).toEqual(['persona:sarah']);
    expect(records.has('persona:sarah')).toBe(true);
  });

  test('a persona whose curve is locked is not taken off', () => {
    const input = { map: 'map:today', persona: 'persona:sarah' } as const;
    expect(refusalOf(lockedCurves, takePersonaOffMap, input).code).toBe('laneLocked');
  });

  test('a persona is shown and hidden', () => {
    const { records } = doEdit(project, hidePersona, { map: 'map:today', persona: 'persona:marieke', hidden: false });
    expect(need(records, 'map:today').hiddenPersonas).toEqual([]);
    const hidden = doEdit(records, hidePersona, { map: 'map:today', persona: 'persona:sarah', hidden: true });
    expect(need(hidden.records, 'map:today').hiddenPersonas).toEqual(['persona:sarah']);
  });

  test('one persona is shown alone, and then all again', () => {
    const alone = doEdit(project, focusPersona, { map: 'map:today', persona: 'persona:marieke' }).records;
    expect(need(alone, 'map:today').hiddenPersonas).toEqual(['persona:sarah']);
    const all = doEdit(alone, focusPersona, { map: 'map:today', persona: null }).records;
    expect(need(all, 'map:today').hiddenPersonas).toEqual([]);
  });

  test('nothing is done with a persona who does not walk there', () => {
    const input = { map: 'map:later', persona: 'persona:marieke' } as const;
    expect(refusalOf(project, hidePersona, { ...input, hidden: true }).code).toBe('personaNotOnMap');
    expect(refusalOf(project, focusPersona, input).code).toBe('personaNotOnMap');
    expect(refusalOf(project, takePersonaOffMap, input).code).toBe('personaNotOnMap');
    expect(refusalOf(project, movePersonaOnMap, { ...input, before: null }).code).toBe('personaNotOnMap');
  });
});
