import type { PersonaChannel } from '../records/persona.ts';
import type { Json } from '../util/canonicalJson.ts';
import { mergeSet } from './mergeSet.ts';

/**
 * Two states of a list of channels as one: those either added, without those either removed since `before`. Whoever said
 * anew how much one is liked counts; null where both did and say different things, and where one said it of a channel
 * that the other removed.
 */
export function mergeLiked(
  first: readonly PersonaChannel[],
  second: readonly PersonaChannel[],
  before: readonly PersonaChannel[],
): readonly Json[] | null {
  const [one, other, old] = [first, second, before].map(likingByChannel);
  for (const [channel, was] of old ?? []) {
    const [a, b] = [one?.get(channel), other?.get(channel)];
    if (a !== b && (a ?? b) !== was && (a === undefined || b === undefined)) return null;
  }
  const merged: Json[] = [];
  for (const channel of mergeSet(first.map(channelOf), second.map(channelOf), before.map(channelOf))) {
    const was = old?.get(channel) ?? 0;
    const [a, b] = [one?.get(channel) ?? was, other?.get(channel) ?? was];
    if (a !== was && b !== was && a !== b) return null;
    merged.push({ channel, liking: a === was ? b : a });
  }
  return merged;
}

function channelOf({ channel }: PersonaChannel): string {
  return channel;
}

function likingByChannel(channels: readonly PersonaChannel[]): ReadonlyMap<string, number> {
  return new Map(channels.map(({ channel, liking }) => [channel, liking]));
}
