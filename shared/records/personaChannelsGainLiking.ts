import type { RawRecord } from './rawRecord.ts';

/** The way from schema 2 to 3: of every channel of a person it can be said how much she likes it. Nobody has yet. */
export function personaChannelsGainLiking(record: RawRecord): RawRecord | null {
  const { type, channels } = record;
  if (type !== 'persona' || !Array.isArray(channels)) return record;
  return {
    ...record,
    channels: channels.map((channel) => (typeof channel === 'string' ? { channel, liking: 0 } : channel)),
  };
}
