import { describe, expect, test } from 'vitest';
import { addArrow, changeArrow, moveArrowEnd, removeArrows } from '../../../shared/edits/arrows.ts';
import { addAsset, describeAsset, removeAsset } from '../../../shared/edits/assets.ts';
import { addComment, changeComment, removeComment, resolveComment } from '../../../shared/edits/comments.ts';
import { addNotes, changeNote, moveNote, notesOf, noteToCard, removeNotes } from '../../../shared/edits/notes.ts';
import type { Id } from '../../../shared/records/ids.ts';
import type { Records } from '../../../shared/records/records.ts';
import { readDocument } from '../../../shared/store/mapParts.ts';
import { NOW, smallProject, withRecords } from '../../fixtures/projects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';
import { need } from '../support/reading.ts';

const project = smallProject();

function inbox(records: Records): readonly string[] {
  return notesOf(readDocument(records), null).map(({ text }) => text);
}

describe('notes', () => {
  test('come into the inbox one for each text', () => {
    const { records } = doEdit(project, addNotes, { texts: ['One', 'Two'], to: { map: null, at: 'first' } });
    expect(inbox(records)).toEqual(['One', 'Two', 'Ask about returns', 'Gift wrapping']);
  });

  test('lie on a map one below the other', () => {
    const { value } = doEdit(project, addNotes, { texts: ['One', 'Two'], to: { map: 'map:later', x: 10.126, y: 20 } });
    expect(value.map(({ map, x, y }) => [map, x, y])).toEqual([
      ['map:later', 10.13, 20],
      ['map:later', 10.13, 60],
    ]);
  });

  test('are changed and put in order', () => {
    const changed = doEdit(project, changeNote, { note: 'note:loose', text: 'Ask\nTim' }).records;
    const { records } = doEdit(changed, moveNote, { note: 'note:loose', to: { map: null, at: 'last' } });
    expect(inbox(records)).toEqual(['Gift wrapping', 'Ask\nTim']);
  });

  test('move on a map, onto one and back into the inbox', () => {
    const moved = doEdit(project, moveNote, { note: 'note:pinned', to: { map: 'map:today', x: 7, y: 8 } }).records;
    expect(need(moved, 'note:pinned')).toEqual({ ...need(project, 'note:pinned'), x: 7, y: 8 });
    const put = doEdit(project, moveNote, { note: 'note:loose', to: { map: 'map:later', x: 1, y: 2 } }).records;
    expect(need(put, 'note:loose')).toMatchObject({ map: 'map:later', x: 1, y: 2 });
    const back = doEdit(project, moveNote, {
      note: 'note:pinned',
      to: { map: null, at: { after: 'note:loose' } },
    }).records;
    expect(inbox(back)).toEqual(['Ask about returns', 'Check this', 'Gift wrapping']);
  });

  test('become cards, and what was said of them is then said of the card', () => {
    const { records: spoken, value: comment } = doEdit(project, addComment, {
      about: 'note:loose',
      author: 'Noor',
      text: 'Yes',
    });
    const { records, value } = doEdit(spoken, noteToCard, {
      note: 'note:loose',
      lane: 'lane:thoughts',
      step: 'step:pay',
      at: 'last',
      kind: 'question',
    });
    expect(need(records, value.id)).toMatchObject({ text: 'Ask about returns', kind: 'question' });
    expect(need(records, comment.id).about).toBe(value.id);
    expect(records.has('note:loose')).toBe(false);
  });

  test('stay notes where no card may be', () => {
    const input = { note: 'note:loose', lane: 'lane:emotions', step: 'step:pay', at: 'last' } as const;
    expect(refusalOf(project, noteToCard, input).code).toBe('laneTakesNoCards');
  });

  test('are removed', () => {
    const { records } = doEdit(project, removeNotes, { notes: ['note:loose', 'note:pinned'] });
    expect(inbox(records)).toEqual(['Gift wrapping']);
  });
});

describe('comments', () => {
  test('are dated and may be about what is locked', () => {
    const locked = withRecords(project, { ...need(project, 'card:slow'), locked: true });
    const { value } = doEdit(locked, addComment, { about: 'card:slow', author: 'Noor\nB.', text: 'Really\nslow' });
    expect(value).toMatchObject({
      about: 'card:slow',
      author: 'Noor B.',
      text: 'Really\nslow',
      at: NOW,
      resolved: false,
    });
  });

  test('about what is gone are refused', () => {
    const input = { about: 'card:gone', author: '', text: '' } as const;
    expect(refusalOf(project, addComment, input)).toEqual({ code: 'gone', ids: ['card:gone'] });
  });

  test('are changed and dealt with', () => {
    const { records } = doEdit(project, changeComment, { comment: 'comment:remark', text: 'How fast?' });
    const done = doEdit(records, resolveComment, { comment: 'comment:remark', resolved: true }).records;
    expect(need(done, 'comment:remark')).toMatchObject({ text: 'How fast?', resolved: true });
  });

  test('take the answers to them along when they are removed', () => {
    const { records } = doEdit(project, removeComment, { comment: 'comment:remark' });
    expect([...project.keys()].filter((id) => !records.has(id))).toEqual(['comment:remark', 'comment:reply']);
  });
});

describe('arrows', () => {
  const ends = { map: 'map:today', label: 'leads to' } as const;

  test('join cards and places', () => {
    const { value } = doEdit(project, addArrow, { ...ends, from: { card: 'card:fee' }, to: { x: 10.005, y: -3 } });
    expect(value).toMatchObject({ from: 'card:fee', fromX: 0, to: null, toX: 10.01, toY: -3, label: 'leads to' });
  });

  test('get other words and another end', () => {
    const named = doEdit(project, changeArrow, { arrow: 'arrow:named', label: 'see\nhere' }).records;
    const moved = doEdit(named, moveArrowEnd, { arrow: 'arrow:named', end: 'to', to: { card: 'card:faster' } }).records;
    expect(need(moved, 'arrow:named')).toMatchObject({
      from: 'card:slow',
      to: 'card:faster',
      toX: 0,
      label: 'see here',
    });
    const loose = doEdit(moved, moveArrowEnd, { arrow: 'arrow:named', end: 'from', to: { x: 1, y: 2 } }).records;
    expect(need(loose, 'arrow:named')).toMatchObject({ from: null, fromX: 1, fromY: 2 });
  });

  test('lead neither from a card to itself nor to another map', () => {
    const from = { card: 'card:fee' } as const;
    expect(refusalOf(project, addArrow, { ...ends, from, to: from }).code).toBe('linkToItself');
    const back = { arrow: 'arrow:joined', end: 'to', to: { card: 'card:clicks' } } as const;
    expect(refusalOf(project, moveArrowEnd, back).code).toBe('linkToItself');
    expect(refusalOf(project, addArrow, { ...ends, from, to: { card: 'card:calls' } })).toEqual({
      code: 'otherMap',
      ids: ['card:calls'],
    });
  });

  test('are removed', () => {
    expect(doEdit(project, removeArrows, { arrows: ['arrow:joined', 'arrow:named'] }).records.size).toBe(
      project.size - 2,
    );
  });
});

describe('pictures', () => {
  const picture = { hash: 'b'.repeat(64), mime: 'image/webp', width: 20, height: 10, description: 'A dress' } as const;

  test('are added once, whatever comes again', () => {
    const { records, value } = doEdit(project, addAsset, picture);
    const again = doEdit(records, addAsset, { ...picture, description: 'Other' });
    expect(again.records).toBe(records);
    expect(again.value).toBe(value);
  });

  test('are described, and removed from whoever shows them', () => {
    const described = doEdit(project, describeAsset, { asset: 'asset:face', description: 'Sarah' }).records;
    expect(need(described, 'asset:face').description).toBe('Sarah');
    const { records } = doEdit(described, removeAsset, { asset: 'asset:face' });
    expect(need(records, 'persona:sarah').portrait).toBeNull();
  });
});

test('what is about nothing known is refused by every removal', () => {
  const gone = (id: Id) => ({ code: 'gone', ids: [id] });
  expect(refusalOf(project, removeNotes, { notes: ['note:gone'] })).toEqual(gone('note:gone'));
  expect(refusalOf(project, removeArrows, { arrows: ['arrow:gone'] })).toEqual(gone('arrow:gone'));
  expect(refusalOf(project, removeComment, { comment: 'comment:gone' })).toEqual(gone('comment:gone'));
  expect(refusalOf(project, removeAsset, { asset: 'asset:gone' })).toEqual(gone('asset:gone'));
});
