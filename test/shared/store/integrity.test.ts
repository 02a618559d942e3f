import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listSampleFiles } from '../../../build/samples/sampleFiles.ts';
import type { Id } from '../../../shared/records/ids.ts';
import { getRecord, type Records, recordsOfType } from '../../../shared/records/records.ts';
import { repairRecords } from '../../../shared/store/integrity.ts';
import { applyDiff, isEmptyDiff, reverseDiff } from '../../../shared/store/recordsDiff.ts';
import type { MendingCode } from '../../../shared/store/repair/mender.ts';
import {
  cardTexts,
  documentOf,
  makeRecord,
  smallProject,
  withoutRecords,
  withRecords,
} from '../../fixtures/projects.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { damage, damages } from '../support/damage.ts';
import { documentFaults } from '../support/documentFaults.ts';

const project = smallProject();

function mendingsOf(records: Records): readonly (readonly [MendingCode, Id])[] {
  return repairRecords(records).mendings.map(({ code, id }) => [code, id] as const);
}

test('a sound document is left as it is, the same object', () => {
  expect(documentFaults(project)).toEqual([]);
  const repair = repairRecords(project);
  expect(repair.records).toBe(project);
  expect(isEmptyDiff(repair.diff)).toBe(true);
  expect(repair.mendings).toEqual([]);
});

test.each(listSampleFiles().map(({ name }) => name))('there is nothing to mend in the sample %s', (name) => {
  expect(mendingsOf(sampleRecords(name))).toEqual([]);
});

describe('whatever is damaged', () => {
  test('the repaired document is sound, and repairing it again finds nothing', () => {
    fc.assert(
      fc.property(damages, (done) => {
        const repair = repairRecords(damage(project, done));
        expect(documentFaults(repair.records)).toEqual([]);
        expect(isEmptyDiff(repairRecords(repair.records).diff)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('no card loses a word of its text', () => {
    fc.assert(
      fc.property(damages, (done) => {
        const damaged = damage(project, done);
        expect(cardTexts(repairRecords(damaged).records)).toEqual(cardTexts(damaged));
      }),
      { numRuns: 200 },
    );
  });

  test('the repair is a diff that leads there and back', () => {
    fc.assert(
      fc.property(damages, (done) => {
        const damaged = damage(project, done);
        const repair = repairRecords(damaged);
        expect(applyDiff(damaged, repair.diff)).toEqual(repair.records);
        expect(applyDiff(repair.records, reverseDiff(repair.diff))).toEqual(damaged);
      }),
      { numRuns: 100 },
    );
  });

  test('the order in which records were read makes no difference', () => {
    fc.assert(
      fc.property(damages, (done) => {
        const damaged = damage(project, done);
        const reversed = documentOf([...damaged.values()].reverse());
        expect(repairRecords(reversed).records).toEqual(repairRecords(damaged).records);
      }),
      { numRuns: 100 },
    );
  });

  test('something is said of every repair', () => {
    fc.assert(
      fc.property(damages, (done) => {
        const repair = repairRecords(damage(project, done));
        expect(repair.mendings.length > 0).toBe(!isEmptyDiff(repair.diff));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a card', () => {
  test('whose lane is gone goes to the first lane for its kind', () => {
    const lost = makeRecord('card:stray', 'card', {
      lane: 'lane:gone',
      step: 'step:pay',
      order: 'a0',
      kind: 'pain',
      text: 'Stray',
    });
    const { records, mendings } = repairRecords(withRecords(project, lost));
    expect(getRecord(records, lost.id)).toMatchObject({ lane: 'lane:pains', step: 'step:pay', kind: 'pain' });
    expect(mendings).toEqual([{ code: 'cardMoved', id: lost.id }]);
  });

  test('whose lane is gone without one for its kind brings it back as a free lane', () => {
    const lost = makeRecord('card:stray', 'card', {
      lane: 'lane:gone',
      step: 'step:help',
      order: 'a0',
      kind: 'pain',
      text: 'Stray',
    });
    const { records } = repairRecords(withRecords(project, lost));
    expect(getRecord(records, lost.id)).toBe(lost);
    expect(getRecord(records, 'lane:gone')).toMatchObject({ map: 'map:later', kind: 'text' });
  });

  test('whose step is gone goes to the first step of its map, below what is there', () => {
    const { records } = repairRecords(withoutRecords(project, 'step:pay'));
    expect(getRecord(records, 'card:pays')).toMatchObject({ lane: 'lane:actions', step: 'step:ad' });
    const [above, below] = [getRecord(records, 'card:clicks'), getRecord(records, 'card:pays')];
    expect(above !== undefined && below !== undefined && above.order < below.order).toBe(true);
  });

  test('whose step is of another map goes to the step at the same place of its own', () => {
    const calls = makeRecord('card:calls', 'card', {
      lane: 'lane:laterActions',
      step: 'step:pay',
      order: 'a0',
      kind: 'action',
    });
    expect(getRecord(repairRecords(withRecords(project, calls)).records, calls.id)?.step).toBe('step:help');
  });

  test('in an emotion lane goes where its kind belongs', () => {
    const lost = makeRecord('card:stray', 'card', {
      lane: 'lane:emotions',
      step: 'step:ad',
      order: 'a0',
      kind: 'idea',
      text: 'Stray',
    });
    expect(getRecord(repairRecords(withRecords(project, lost)).records, lost.id)?.lane).toBe('lane:opportunities');
  });

  test('of a kind its lane does not take gets one that fits and keeps its fields', () => {
    const slow = getRecord(project, 'card:slow');
    if (slow === undefined) throw new Error('The project has changed');
    const { records, mendings } = repairRecords(withRecords(project, { ...slow, kind: 'measure' }));
    expect(getRecord(records, slow.id)).toEqual(slow);
    expect(mendings).toEqual([{ code: 'cardKindChanged', id: slow.id }]);
  });

  test('that covers more steps than there are keeps its span', () => {
    const pays = makeRecord('card:pays', 'card', {
      lane: 'lane:actions',
      step: 'step:pay',
      order: 'a9',
      kind: 'action',
      span: 12,
    });
    expect(mendingsOf(withRecords(project, pays))).toEqual([]);
  });

  test('of a project without any map finds one again, with a lane and a step', () => {
    const card = makeRecord('card:last', 'card', {
      lane: 'lane:gone',
      step: 'step:gone',
      order: 'a0',
      kind: 'pain',
      text: 'All that is left',
    });
    const { records } = repairRecords(documentOf([card]));
    expect(documentFaults(records)).toEqual([]);
    expect(cardTexts(records)).toEqual(['All that is left']);
  });
});

describe('what belongs to something that is gone', () => {
  test('brings a map back under its id', () => {
    const { records, mendings } = repairRecords(withoutRecords(project, 'map:today'));
    expect(getRecord(records, 'map:today')).toMatchObject({
      title: '',
      personas: ['persona:marieke', 'persona:sarah'],
    });
    expect(getRecord(records, 'card:slow')).toEqual(getRecord(project, 'card:slow'));
    expect(mendings).toContainEqual({ code: 'mapRestored', id: 'map:today' });
  });

  test('brings a stage back in the map where its cards are', () => {
    const { records } = repairRecords(withoutRecords(project, 'stage:care'));
    expect(getRecord(records, 'stage:care')).toMatchObject({ map: 'map:later', name: '' });
    expect(getRecord(records, 'card:calls')).toEqual(getRecord(project, 'card:calls'));
  });

  test('brings a persona back whose curve is still there', () => {
    const { records } = repairRecords(withoutRecords(project, 'persona:marieke'));
    expect(getRecord(records, 'persona:marieke')).toMatchObject({ name: '' });
    expect(getRecord(records, 'emotion:calm')).toEqual(getRecord(project, 'emotion:calm'));
  });

  test('goes when it is a curve point that says nothing', () => {
    const point = makeRecord('emotion:flat', 'emotion', {
      lane: 'lane:emotions',
      step: 'step:ad',
      persona: 'persona:gone',
    });
    expect(mendingsOf(withRecords(project, point))).toEqual([['feelingRemoved', point.id]]);
  });

  test('becomes a remark on the project when it is a comment', () => {
    const { records } = repairRecords(withoutRecords(project, 'card:slow'));
    expect(getRecord(records, 'comment:remark')).toMatchObject({ about: 'project:shop', text: 'How slow?' });
    expect(getRecord(records, 'comment:reply')).toMatchObject({ about: 'comment:remark' });
  });

  test('lies in the inbox when it is a note', () => {
    const note = makeRecord('note:pinned', 'note', { map: 'map:gone', order: 'a9', text: 'Check this' });
    expect(getRecord(repairRecords(withRecords(project, note)).records, note.id)).toMatchObject({ map: null });
  });

  test('stays for its words alone when it is an arrow', () => {
    const { records } = repairRecords(withoutRecords(project, 'card:slow', 'card:compares'));
    expect(getRecord(records, 'arrow:named')).toMatchObject({ from: null, label: 'see the funnel' });
    expect(getRecord(records, 'arrow:joined')).toBeUndefined();
  });

  test('is dropped from every list and field that named it', () => {
    const gone = ['source:funnel', 'tag:mobile', 'card:faster', 'channel:social', 'asset:face'] as const;
    const { records } = repairRecords(withoutRecords(project, ...gone));
    expect(getRecord(records, 'card:slow')).toMatchObject({ sources: ['source:interviews'], tags: [], links: [] });
    expect(getRecord(records, 'persona:sarah')).toMatchObject({ channels: [], portrait: null });
  });
});

describe('the project itself', () => {
  test('is made when there is none', () => {
    const { records, mendings } = repairRecords(withoutRecords(project, 'project:shop'));
    expect(recordsOfType(records, 'project')).toHaveLength(1);
    expect(mendings.map(({ code }) => code)).toEqual(['projectMade']);
  });

  test('takes in a second one: empty fields are filled, other words go to the inbox', () => {
    const second = makeRecord('project:two', 'project', { title: 'Another name', note: 'Remember', company: 'A shop' });
    const { records } = repairRecords(withRecords(project, second));
    expect(recordsOfType(records, 'project')).toEqual([{ ...getRecord(project, 'project:shop'), note: 'Remember' }]);
    expect(recordsOfType(records, 'note').map(({ text }) => text)).toContain('Another name');
  });
});

test('what repair makes never takes the place of what is there', () => {
  const first = makeRecord('project:first', 'project', { title: 'Another name', promise: 'On time' });
  const note = makeRecord('note:shop', 'note', { order: 'a9', text: 'Call the shop' });
  const { records } = repairRecords(withRecords(project, first, note));
  expect(getRecord(records, first.id)).toMatchObject({ title: 'Another name', promise: 'On time', company: 'A shop' });
  expect(recordsOfType(records, 'note').map(({ text }) => text)).toEqual([
    ...recordsOfType(project, 'note').map(({ text }) => text),
    'Call the shop',
    'Party dress',
    'It fits',
  ]);
});

test('a ring of comments is opened and keeps its words', () => {
  const remark = makeRecord('comment:remark', 'comment', { about: 'comment:reply', text: 'How slow?' });
  const { records } = repairRecords(withRecords(project, remark));
  expect(documentFaults(records)).toEqual([]);
  expect(getRecord(records, 'comment:remark')).toMatchObject({ about: 'project:shop', text: 'How slow?' });
  expect(getRecord(records, 'comment:reply')).toMatchObject({ about: 'comment:remark' });
});

test('who has a curve on a map walks on it', () => {
  const today = getRecord(project, 'map:today');
  if (today === undefined) throw new Error('The project has changed');
  const { records } = repairRecords(
    withRecords(project, { ...today, personas: ['persona:sarah'], hiddenPersonas: [] }),
  );
  expect(getRecord(records, 'map:today')?.personas).toEqual(['persona:sarah', 'persona:marieke']);
});

test('equal order keys are told apart without moving anybody', () => {
  const [ad, search] = [getRecord(project, 'step:ad'), getRecord(project, 'step:search')];
  if (ad === undefined || search === undefined) throw new Error('The project has changed');
  const { records, mendings } = repairRecords(withRecords(project, { ...search, order: ad.order }));
  expect(mendings).toEqual([{ code: 'orderMended', id: 'step:search' }]);
  expect(getRecord(records, 'step:ad')).toBe(ad);
  expect((getRecord(records, 'step:search')?.order ?? '') > ad.order).toBe(true);
});
