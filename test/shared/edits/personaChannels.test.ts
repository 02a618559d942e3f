import { expect, test } from 'vitest';
import { likeChannel, setPersonaChannels } from '../../../shared/edits/personaChannels.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';
import { need } from '../support/reading.ts';

const project = smallProject();
const persona = 'persona:sarah';

test('how much a channel is liked is said, changed and taken back', () => {
  const { records: liked } = doEdit(project, likeChannel, { persona, channel: 'channel:social', liking: 4 });
  expect(need(liked, persona).channels).toEqual([{ channel: 'channel:social', liking: 4 }]);
  const { records: less } = doEdit(liked, likeChannel, { persona, channel: 'channel:social', liking: 1 });
  expect(need(less, persona).channels).toEqual([{ channel: 'channel:social', liking: 1 }]);
  const { records: unsaid } = doEdit(less, likeChannel, { persona, channel: 'channel:social', liking: 0 });
  expect(need(unsaid, persona)).toEqual(need(project, persona));
});

test('a channel a person does not use is not liked', () => {
  const input = { persona, channel: 'channel:shop', liking: 3 } as const;
  expect(refusalOf(project, likeChannel, input)).toEqual({ code: 'gone', ids: ['channel:shop'] });
});

test('a channel that is moved among others stays as liked as it was, and one that comes is not yet', () => {
  const { records: liked } = doEdit(project, likeChannel, { persona, channel: 'channel:social', liking: 4 });
  const channels = ['channel:shop', 'channel:social'] as const;
  const { records: both } = doEdit(liked, setPersonaChannels, { persona, channels });
  expect(need(both, persona).channels).toEqual([
    { channel: 'channel:shop', liking: 0 },
    { channel: 'channel:social', liking: 4 },
  ]);
  const { records: one } = doEdit(both, setPersonaChannels, { persona, channels: ['channel:shop'] });
  expect(need(one, persona).channels).toEqual([{ channel: 'channel:shop', liking: 0 }]);
});
