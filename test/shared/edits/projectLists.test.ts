import { expect, test } from 'vitest';
import { addChannel, changeChannel, moveChannel, removeChannel } from '../../../shared/edits/channels.ts';
import { addSource, changeSource, moveSource, removeSource } from '../../../shared/edits/sources.ts';
import { addTag, changeTag, moveTag, removeTag } from '../../../shared/edits/tags.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';
import { need, rootIds } from '../support/reading.ts';

const project = smallProject();

test('a source is added, changed, moved and removed from the cards that name it', () => {
  const added = doEdit(project, addSource, { fields: { name: 'Chat\nlogs', kind: 'support' } });
  expect(rootIds(added.records, 'source')).toEqual(['source:interviews', 'source:funnel', added.value.id]);
  expect(added.value).toMatchObject({ name: 'Chat logs', kind: 'support' });
  const changed = doEdit(project, changeSource, { source: 'source:funnel', fields: { period: 'May', note: 'a\nb' } });
  expect(need(changed.records, 'source:funnel')).toMatchObject({ name: 'Funnel', period: 'May', note: 'a\nb' });
  const moved = doEdit(project, moveSource, { source: 'source:funnel', at: { before: 'source:interviews' } });
  expect(rootIds(moved.records, 'source')).toEqual(['source:funnel', 'source:interviews']);
  const removed = doEdit(project, removeSource, { source: 'source:interviews' });
  expect(need(removed.records, 'card:slow').sources).toEqual(['source:funnel']);
});

test('a channel is added, changed, moved and removed from cards and personas', () => {
  const added = doEdit(project, addChannel, { fields: { name: 'Phone', icon: 'phone', online: false } });
  expect(rootIds(added.records, 'channel').at(-1)).toBe(added.value.id);
  const changed = doEdit(project, changeChannel, { channel: 'channel:shop', fields: { online: true } });
  expect(need(changed.records, 'channel:shop')).toMatchObject({ name: 'Shop', online: true });
  const moved = doEdit(project, moveChannel, { channel: 'channel:social', at: 'last' });
  expect(rootIds(moved.records, 'channel')).toEqual(['channel:shop', 'channel:social']);
  const removed = doEdit(project, removeChannel, { channel: 'channel:social' });
  expect(need(removed.records, 'card:advert').channels).toEqual(['channel:shop']);
  expect(need(removed.records, 'persona:sarah').channels).toEqual([]);
});

test('a tag is added, changed, moved and removed from cards', () => {
  const added = doEdit(project, addTag, { fields: { name: 'Returns', colour: 'clay' } });
  expect(rootIds(added.records, 'tag').at(-1)).toBe(added.value.id);
  const changed = doEdit(project, changeTag, { tag: 'tag:price', fields: { name: 'Money' } });
  expect(need(changed.records, 'tag:price').name).toBe('Money');
  const moved = doEdit(project, moveTag, { tag: 'tag:price', at: 'first' });
  expect(rootIds(moved.records, 'tag')).toEqual(['tag:price', 'tag:mobile']);
  const removed = doEdit(project, removeTag, { tag: 'tag:mobile' });
  expect(need(removed.records, 'card:slow').tags).toEqual([]);
});

test('what is gone is neither changed, moved nor removed', () => {
  const gone = { code: 'gone', ids: ['tag:gone'] };
  expect(refusalOf(project, changeTag, { tag: 'tag:gone', fields: { name: '' } })).toEqual(gone);
  expect(refusalOf(project, moveTag, { tag: 'tag:gone', at: 'last' })).toEqual(gone);
  expect(refusalOf(project, removeTag, { tag: 'tag:gone' })).toEqual(gone);
});
