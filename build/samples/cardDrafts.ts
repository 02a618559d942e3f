import { CARD_KINDS } from '../../shared/records/card.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { Draft, DraftFields, NameId, Refer } from './drafts.ts';
import type { SourcePath } from './sourceMistake.ts';
import type { CardSource } from './sourceSchema.ts';

/** What a card says and refers to; its place comes from its caller. `link` finds another card of the map by key. */
export function cardFields(
  card: CardSource,
  path: SourcePath,
  refer: Refer,
  link: (key: string, path: SourcePath) => Id<'card'>,
): DraftFields {
  const kind = CARD_KINDS.find((candidate) => card[candidate] !== undefined);
  const list = <Target>(
    field: 'from' | 'channels' | 'tags' | 'leadsTo',
    find: (key: string, at: SourcePath) => Target,
  ) => card[field]?.map((key, at) => find(key, [...path, field, at]));
  const { span, severity, priority, impact, effort, icon, figure, owner, due, note, locked } = card;
  return {
    ...{ span, severity, priority, impact, effort, icon, figure, owner, due, note, locked },
    kind,
    text: kind && card[kind],
    evidence: evidenceOf(card),
    evidenceNote: card.seen,
    sources: list('from', (key, at) => refer('source', key, at)),
    channels: list('channels', (key, at) => refer('channel', key, at)),
    asset: card.shows && refer('asset', card.shows, [...path, 'shows']),
    tags: list('tags', (key, at) => refer('tag', key, at)),
    links: list('leadsTo', link),
    persona: card.persona && refer('persona', card.persona, [...path, 'persona']),
  };
}

function evidenceOf(card: CardSource): string | undefined {
  if (card.assumed) return 'assumption';
  return card.from || card.seen !== undefined ? 'researched' : undefined;
}

/** The remarks on a card. */
export function commentDrafts(
  card: {
    readonly source: CardSource;
    readonly name: string;
    readonly id: Id<'card'>;
    readonly path: SourcePath;
  },
  name: NameId,
): readonly Draft[] {
  return (card.source.comments ?? []).map(({ at, ...comment }, index) => ({
    type: 'comment',
    id: name('comment', `${card.name}-${index + 1}`),
    fields: { ...comment, about: card.id, at: Date.parse(at) },
    path: [...card.path, 'comments', index],
  }));
}
