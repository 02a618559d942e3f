import { describe, expect, test } from 'vitest';
import { addCard } from '../../../shared/edits/cards.ts';
import { consequencesOf } from '../../../shared/edits/consequences.ts';
import { defineEdit, edit } from '../../../shared/edits/defineEdit.ts';
import { EDIT_LABELS } from '../../../shared/edits/editLabels.ts';
import { removeItems } from '../../../shared/edits/items.ts';
import { removePersona } from '../../../shared/edits/personas.ts';
import { removeStage } from '../../../shared/edits/stages.ts';
import { removeStep } from '../../../shared/edits/steps.ts';
import { removeTag } from '../../../shared/edits/tags.ts';
import type { Id } from '../../../shared/records/ids.ts';
import { LIMITS } from '../../../shared/records/limits.ts';
import type { MeanderRecord } from '../../../shared/records/records.ts';
import { makeRecord, smallProject, testEnvironment } from '../../fixtures/projects.ts';
import { doEdit } from '../support/doing.ts';

const project = smallProject();
const cell = { lane: 'lane:pains', step: 'step:ad', at: 'last' } as const;

describe('an edit', () => {
  test('gives the finished change under the label of its verb', () => {
    const done = edit(project, testEnvironment(), addCard, cell);
    if (!done.ok) throw new Error(done.reason.code);
    expect(done.value.label).toBe('edit.addCard');
    expect([...done.value.diff.added.values()]).toEqual([done.value.value]);
  });

  test('that is refused leaves nothing behind of what it had begun', () => {
    const before = new Map(project);
    const half = defineEdit('edit.changeMap', (tx) => {
      tx.remove('card:slow');
      addCard.run(tx, { ...cell, lane: 'lane:gone' });
    });
    expect(edit(project, testEnvironment(), half, undefined)).toEqual({
      ok: false,
      reason: { code: 'gone', ids: ['lane:gone'] },
    });
    expect(project).toEqual(before);
  });

  test('that is a mistake of the program is thrown, not refused', () => {
    const broken = defineEdit('edit.changeMap', (tx) =>
      tx.change('card:slow', (card) => {
        card.severity = -1;
      }),
    );
    expect(() => edit(project, testEnvironment(), broken, undefined)).toThrow();
    const failing = defineEdit('edit.changeMap', () => {
      throw new RangeError('mistake');
    });
    expect(() => edit(project, testEnvironment(), failing, undefined)).toThrow(RangeError);
  });

  test('is refused at the record above the limit and no sooner', () => {
    const tags = new Map<Id, MeanderRecord>(project);
    for (let at = 0; tags.size < LIMITS.records - 1; at += 1) {
      const tag = { ...makeRecord('tag:one', 'tag', { order: 'a0' }), id: `tag:${at}` as const };
      tags.set(tag.id, tag);
    }
    const environment = testEnvironment();
    const last = edit(tags, environment, addCard, cell);
    if (!last.ok) throw new Error(last.reason.code);
    expect(last.value.records.size).toBe(LIMITS.records);
    const over = edit(last.value.records, environment, addCard, cell);
    expect(over.ok ? 'made' : over.reason).toEqual({ code: 'tooManyRecords', ids: [] });
  });
});

describe('the consequences of a removal', () => {
  const count = <Input, Value>(verb: Parameters<typeof consequencesOf<Input, Value>>[2], input: Input) =>
    consequencesOf(project, testEnvironment(), verb, input);

  test('count what goes with a step, and what changes instead', () => {
    expect(count(removeStep, { step: 'step:search', cards: 'delete' })).toEqual({
      ok: true,
      value: { removed: { step: 1, card: 4, emotion: 1, comment: 2, arrow: 1 }, changed: { card: 1 } },
    });
    expect(count(removeStep, { step: 'step:search', cards: 'moveLeft' })).toEqual({
      ok: true,
      value: { removed: { step: 1 }, changed: { card: 5, emotion: 1 } },
    });
  });

  test('count the cards that lose a tag and the ones that become everybody’s', () => {
    expect(count(removeTag, { tag: 'tag:mobile' })).toEqual({
      ok: true,
      value: { removed: { tag: 1 }, changed: { card: 1 } },
    });
    expect(count(removePersona, { persona: 'persona:sarah' })).toEqual({
      ok: true,
      value: { removed: { persona: 1, emotion: 2 }, changed: { map: 2, card: 1 } },
    });
  });

  test('are a refusal where the removal would be refused', () => {
    expect(count(removeStage, { stage: 'stage:care', cards: 'moveLeft' })).toEqual({
      ok: false,
      reason: { code: 'nowhereToGo', ids: ['step:help'] },
    });
  });
});

test('cards and feelings are removed together', () => {
  const { records } = doEdit(project, removeItems, { cards: ['card:fee'], emotions: ['emotion:calm'] });
  expect([...project.keys()].filter((id) => !records.has(id))).toEqual(['card:fee', 'emotion:calm']);
});

test('no two edits have one label', () => {
  expect(new Set(EDIT_LABELS).size).toBe(EDIT_LABELS.length);
});
