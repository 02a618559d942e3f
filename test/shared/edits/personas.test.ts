import { describe, expect, test } from 'vitest';
import {
  addPersonaToMap,
  focusPersona,
  hidePersona,
  movePersonaOnMap,
  takePersonaOffMap,
} from '../../../shared/edits/mapPersonas.ts';
import { addPersona, changePersona, movePersona, removePersona } from '../../../shared/edits/personas.ts';
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
    goals: ['A dress\nthat fits'],
    traits: [{ low: 'Care\u0007ful', high: 'Daring', value: 60 }],
  };
  const { records } = doEdit(project, changePersona, { persona: 'persona:sarah', fields });
  expect(need(records, 'persona:sarah')).toMatchObject({
    name: 'Sarah B.',
    goals: ['A dress that fits'],
    traits: [{ low: 'Careful', high: 'Daring', value: 60 }],
  });
});

test('a list that grows too long is refused', () => {
  const fields = { goals: Array.from({ length: 201 }, (_, at) => `Goal ${at}`) };
  expect(refusalOf(project, changePersona, { persona: 'persona:sarah', fields }).code).toBe('listFull');
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
