import type { Id } from '../records/ids.ts';
import type { PersonaChannel } from '../records/persona.ts';
import { defineEdit } from './defineEdit.ts';
import { changeFields } from './enterFields.ts';
import { refuse } from './refusal.ts';

/** Says which channels a person uses, in their order; how much she likes those she used before stays. */
export const setPersonaChannels = defineEdit(
  'edit.changePersona',
  (tx, { persona, channels }: { readonly persona: Id<'persona'>; readonly channels: readonly Id<'channel'>[] }) => {
    const known = new Map(tx.need(persona).channels.map(({ channel, liking }) => [channel, liking]));
    changeFields(tx, 'persona', persona, {
      channels: channels.map((channel): PersonaChannel => ({ channel, liking: known.get(channel) ?? 0 })),
    });
  },
);

/** Says how much a person likes a channel she uses: 1 to 5, 0 takes it back. */
export const likeChannel = defineEdit(
  'edit.likeChannel',
  (tx, { persona, channel, liking }: PersonaChannel & { readonly persona: Id<'persona'> }) => {
    const { channels } = tx.need(persona);
    if (!channels.some((each) => each.channel === channel)) refuse('gone', channel);
    changeFields(tx, 'persona', persona, {
      channels: channels.map((each) => (each.channel === channel ? { channel, liking } : each)),
    });
  },
);
