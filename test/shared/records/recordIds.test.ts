import { describe, expect, test } from 'vitest';
import { fittingKind } from '../../../shared/records/fittingKind.ts';
import type { Id } from '../../../shared/records/ids.ts';
import { keepReferences, neededIds, redirectIds, referredIds } from '../../../shared/records/recordIds.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { need } from '../support/reading.ts';

const project = smallProject();
const slow = need(project, 'card:slow');

describe('the ids in a record', () => {
  test('are those it cannot be without', () => {
    expect(neededIds(slow)).toEqual(['lane:pains', 'step:search']);
    expect(neededIds(need(project, 'emotion:calm'))).toEqual(['lane:emotions', 'step:cart', 'persona:marieke']);
    expect(neededIds(need(project, 'project:shop'))).toEqual([]);
  });

  test('and those it can', () => {
    expect(referredIds(slow)).toEqual(['source:interviews', 'source:funnel', 'tag:mobile', 'card:faster']);
    expect(referredIds(need(project, 'note:pinned'))).toEqual(['map:today']);
    expect(referredIds(need(project, 'note:loose'))).toEqual([]);
  });

  test('are dropped when they are not to be kept: out of lists, or for none', () => {
    expect(keepReferences(slow, (id) => id !== 'source:interviews')).toEqual({ ...slow, sources: ['source:funnel'] });
    const sarah = need(project, 'persona:sarah');
    expect(keepReferences(sarah, (id) => id !== 'asset:face')).toEqual({ ...sarah, portrait: null });
    expect(keepReferences(slow, () => true)).toBe(slow);
  });

  test('may have something said of them, which goes or stays with them', () => {
    const liked = [
      { channel: 'channel:social', liking: 4 },
      { channel: 'channel:shop', liking: 2 },
    ] as const;
    const sarah = { ...need(project, 'persona:sarah'), channels: liked };
    expect(referredIds(sarah)).toEqual(['channel:social', 'channel:shop', 'asset:face']);
    expect(keepReferences(sarah, (id) => id !== 'channel:social').channels).toEqual([liked[1]]);
    const app = new Map<Id, Id>([['channel:social', 'channel:app']]);
    expect(redirectIds(sarah, app).channels).toEqual([{ channel: 'channel:app', liking: 4 }, liked[1]]);
    const one = new Map<Id, Id>([['channel:shop', 'channel:social']]);
    expect(redirectIds(sarah, one).channels).toEqual([liked[0]]);
  });

  test('are replaced wherever they stand, each once', () => {
    const instead = new Map<Id, Id>([
      ['lane:pains', 'lane:other'],
      ['source:funnel', 'source:interviews'],
      ['card:faster', 'card:else'],
    ]);
    expect(redirectIds(slow, instead)).toEqual({
      ...slow,
      lane: 'lane:other',
      sources: ['source:interviews'],
      links: ['card:else'],
    });
    expect(redirectIds(slow, new Map())).toBe(slow);
  });
});

test.each([
  ['pain', 'Slow', 'pains', 'pain'],
  ['pain', 'Slow', 'text', 'pain'],
  ['pain', 'Slow', 'opportunities', 'opportunity'],
  ['idea', 'Faster', 'opportunities', 'idea'],
  ['pain', 'Why so slow? ', 'thoughts', 'question'],
  ['pain', '“Too slow,” she says', 'thoughts', 'quote'],
  ['pain', 'Too slow', 'thoughts', 'thought'],
  ['pain', 'Slow', 'emotions', undefined],
] as const)('a %s that says %j becomes in a lane of %s: %s', (kind, text, lane, fitting) => {
  expect(fittingKind({ kind, text }, lane)).toBe(fitting);
});
