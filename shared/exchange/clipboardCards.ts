import { z } from 'zod';
import { type CardClip, type CopyTarget, clipCards, parseClips, pasteCards } from '../edits/copyCards.ts';
import { defineEdit } from '../edits/defineEdit.ts';
import { addToList } from '../edits/projectLists.ts';
import { channelDefinition } from '../records/channel.ts';
import type { Id } from '../records/ids.ts';
import { LIMITS } from '../records/limits.ts';
import { redirectIds } from '../records/recordIds.ts';
import type { RecordShapes, Records } from '../records/records.ts';
import { sourceDefinition } from '../records/source.ts';
import { tagDefinition } from '../records/tag.ts';
import { readDocument } from '../store/mapParts.ts';
import type { Transaction } from '../store/transact.ts';
import { isWithin } from './textDepth.ts';

/** The type under which cards lie on the clipboard for Meander itself. */
export const CARDS_TYPE = 'application/x-meander+json';

/** Cards on the clipboard, with the records of their project that they name. */
export interface ClipboardCards {
  readonly clips: readonly CardClip[];
  readonly channels: readonly RecordShapes['channel'][];
  readonly sources: readonly RecordShapes['source'][];
  readonly tags: readonly RecordShapes['tag'][];
}

/** Depth of nested lists and objects in what is read; cards need four. */
const DEEPEST = 8;

const clipboardSchema = z.strictObject({
  meander: z.literal(1),
  clips: z.array(z.unknown()).min(1),
  channels: z.array(channelDefinition.schema).max(LIMITS.records),
  sources: z.array(sourceDefinition.schema).max(LIMITS.records),
  tags: z.array(tagDefinition.schema).max(LIMITS.records),
});

/** Takes cards of a document as they are, with what they name. */
export function takeCards(records: Records, cards: readonly Id<'card'>[]): ClipboardCards {
  const reader = readDocument(records);
  const clips = clipCards(reader, cards);
  const named = new Set<Id>(clips.flatMap(({ card }) => [...card.channels, ...card.sources, ...card.tags]));
  return {
    clips,
    channels: reader.roots('channel').filter(({ id }) => named.has(id)),
    sources: reader.roots('source').filter(({ id }) => named.has(id)),
    tags: reader.roots('tag').filter(({ id }) => named.has(id)),
  };
}

/** Cards as text for the clipboard. */
export function writeCards(cards: ClipboardCards): string {
  return JSON.stringify({ meander: 1, ...cards });
}

/** Reads what a Meander put on the clipboard; null when it is nothing of the kind. Anybody can write there. */
export function readCards(text: string): ClipboardCards | null {
  if (text.length > LIMITS.pastedCharacters || !isWithin(text, DEEPEST)) return null;
  const parsed = clipboardSchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const clips = parseClips(parsed.data.clips);
  const { channels, sources, tags } = parsed.data;
  return clips && { clips, channels, sources, tags };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Puts cards of the clipboard on a map. A channel, source or tag of another project becomes the one of the same name
 * here, and comes along when there is none.
 */
export const takeInCards = defineEdit(
  'edit.pasteCards',
  (tx, { cards, ...target }: CopyTarget & { readonly cards: ClipboardCards }): readonly Id<'card'>[] => {
    const instead = new Map<Id, Id>();
    for (const type of ['channel', 'source', 'tag'] as const) {
      const strangers: readonly RecordShapes[typeof type][] = cards[`${type}s`];
      for (const stranger of strangers) {
        if (tx.get<typeof type>(stranger.id) === undefined) instead.set(stranger.id, homeFor(tx, stranger));
      }
    }
    const clips = cards.clips.map((clip) => ({ ...clip, card: redirectIds(clip.card, instead) }));
    return pasteCards.run(tx, { clips, ...target });
  },
);

/** The record of this project that stands for one of another. */
function homeFor(tx: Transaction, stranger: RecordShapes['channel' | 'source' | 'tag']): Id {
  const { type, id: _, order: __, ...fields } = stranger;
  const known = tx.roots(type).find(({ name }) => name.toLowerCase() === stranger.name.toLowerCase());
  return known?.id ?? addToList(tx, type, fields).id;
}
