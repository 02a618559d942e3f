import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCard, setCardText } from '../../../shared/edits/cards.ts';
import { defineEdit } from '../../../shared/edits/defineEdit.ts';
import { renameMap } from '../../../shared/edits/maps.ts';
import { changePersona } from '../../../shared/edits/personas.ts';
import { removeRecords } from '../../../shared/edits/removeRecords.ts';
import { restoreVersion } from '../../../shared/edits/restoreVersion.ts';
import { addStage } from '../../../shared/edits/stages.ts';
import { listDifferences } from '../../../shared/merge/listDifferences.ts';
import { createAtlas } from '../../../shared/merge/whereabouts.ts';
import type { Id } from '../../../shared/records/ids.ts';
import { getRecord, type Records, recordsOfType } from '../../../shared/records/records.ts';
import { smallProject, testEnvironment } from '../../fixtures/projects.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { doEdit } from '../support/doing.ts';
import { doRandomEdits, randomEdits } from '../support/randomEdits.ts';
import { need } from '../support/reading.ts';

const version = smallProject();
const remove = defineEdit('edit.removeItems', (tx, ids: readonly Id[]) => removeRecords(tx, ids));

/** What a person did since: words, names, and a new stage. */
function editedSince(): Records {
  let now = doEdit(version, setCardText, { card: 'card:slow', text: 'Much faster' }).records;
  now = doEdit(now, renameMap, { map: 'map:later', title: 'Some day' }).records;
  now = doEdit(now, addStage, { map: 'map:today', at: 'last', name: 'New', stepName: 'Step' }).records;
  return doEdit(now, changePersona, { persona: 'persona:sarah', fields: { job: 'Pilot' } }).records;
}

describe('going back to a version', () => {
  test('makes the document say what it said, whatever was done since', () => {
    fc.assert(
      fc.property(randomEdits, (numbers) => {
        const edits = doRandomEdits(version, testEnvironment(), numbers);
        const now = edits.at(-1)?.records ?? version;
        const { records } = doEdit(now, restoreVersion, { version, scope: { kind: 'all' } });
        expect(listDifferences(version, records)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('changes nothing when nothing was done since', () => {
    expect(doEdit(version, restoreVersion, { version, scope: { kind: 'all' } }).records).toBe(version);
  });
});

describe('bringing back one map', () => {
  const scope = { kind: 'map', map: 'map:today' } as const;

  test('leaves the other maps and the people as they are now', () => {
    const { records } = doEdit(editedSince(), restoreVersion, { version, scope });
    expect(need(records, 'card:slow')).toEqual(need(version, 'card:slow'));
    expect(recordsOfType(records, 'stage').map(({ name }) => name)).not.toContain('New');
    expect(need(records, 'map:later').title).toBe('Some day');
    expect(need(records, 'persona:sarah').job).toBe('Pilot');
  });

  test('brings what it names along where that is gone', () => {
    const sample = sampleRecords('sarah.en');
    const map = recordsOfType(sample, 'map')[0]?.id ?? 'map:none';
    const shared = (records: Records) =>
      [...records.values()].filter(({ type }) => ['persona', 'channel', 'source', 'tag'].includes(type));
    const ids = [map, ...shared(sample).map(({ id }) => id)];
    const now = doEdit(sample, remove, ids).records;
    const { records } = doEdit(now, restoreVersion, { version: sample, scope: { kind: 'map', map } });
    expect(recordsOfType(records, 'card')).toHaveLength(recordsOfType(sample, 'card').length);
    expect(getRecord(records, map)?.personas).toEqual(getRecord(sample, map)?.personas);
  });

  test('of the sample, whatever was done on any map, restores all that lies on it', () => {
    fc.assert(
      fc.property(randomEdits, (numbers) => {
        const now = doRandomEdits(version, testEnvironment(), numbers).at(-1)?.records ?? version;
        const { records } = doEdit(now, restoreVersion, { version, scope });
        const cards = (document: Records) =>
          recordsOfType(document, 'card')
            .filter((card) => createAtlas(document).find(card).map?.id === 'map:today')
            .map(({ id, text, kind }) => ({ id, text, kind }))
            .sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(cards(records)).toEqual(cards(version));
      }),
      { numRuns: 60 },
    );
  });
});

describe('bringing back one lane', () => {
  const { lane } = need(version, 'card:slow');
  const scope = { kind: 'lane', lane } as const;
  const onLane = (document: Records) =>
    recordsOfType(document, 'card')
      .filter((card) => card.lane === lane)
      .map(({ id, text, step }) => ({ id, text, step }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));

  test('makes the lane and all on it what they were, and leaves the rest', () => {
    const { step } = need(version, 'card:slow');
    let now = doEdit(editedSince(), addCard, { lane, step, at: 'last', fields: { text: 'Came later' } }).records;
    now = doEdit(now, setCardText, { card: 'card:pays', text: 'Pays later' }).records;
    const { records } = doEdit(now, restoreVersion, { version, scope });
    expect(onLane(records)).toEqual(onLane(version));
    expect(need(records, 'card:pays').text).toBe('Pays later');
    expect(need(records, 'map:later').title).toBe('Some day');
  });

  test('that is gone brings it back with all that stood on it', () => {
    const now = doEdit(version, remove, [lane]).records;
    const { records } = doEdit(now, restoreVersion, { version, scope });
    expect(need(records, lane)).toEqual(need(version, lane));
    expect(onLane(records)).toEqual(onLane(version));
  });
});

describe('bringing back one thing', () => {
  test('that was changed gives its words back and leaves the rest', () => {
    const scope = { kind: 'record', id: 'card:slow' } as const;
    const { records } = doEdit(editedSince(), restoreVersion, { version, scope });
    expect(need(records, 'card:slow')).toEqual(need(version, 'card:slow'));
    expect(need(records, 'map:later').title).toBe('Some day');
    expect(recordsOfType(records, 'stage').map(({ name }) => name)).toContain('New');
  });

  test('that is gone gives it back with what it stood in and what stood on it', () => {
    const card = need(version, 'card:slow');
    const step = need(version, card.step);
    const now = doEdit(version, remove, [step.stage]).records;
    const { records } = doEdit(now, restoreVersion, { version, scope: { kind: 'record', id: card.id } });
    expect(need(records, card.id).text).toBe(card.text);
    expect(need(records, step.id)).toEqual(step);
    const comments = (document: Records) => recordsOfType(document, 'comment').filter(({ about }) => about === card.id);
    expect(comments(records)).toEqual(comments(version));
  });

  test('that was not there yet takes it away with what stands on it', () => {
    const now = editedSince();
    const stage = recordsOfType(now, 'stage').find(({ name }) => name === 'New');
    const id = stage?.id ?? 'stage:none';
    const { records } = doEdit(now, restoreVersion, { version, scope: { kind: 'record', id } });
    expect(getRecord(records, id)).toBeUndefined();
    expect(recordsOfType(records, 'step').filter((step) => step.stage === id)).toEqual([]);
    expect(need(records, 'card:slow').text).toBe('Much faster');
  });
});
