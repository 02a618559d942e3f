import type { ChannelRecord } from '../records/channel.ts';
import {
  type CharacterTrait,
  LINE_FIELDS,
  type PersonaLine,
  type PersonaRecord,
  type SectionKind,
  saidLines,
} from '../records/persona.ts';
import type { SourceRecord } from '../records/source.ts';
import type { Box } from './box.ts';
import { italicFont, type TextMeasurer, uprightFont } from './font.ts';
import type { PersonaCardWords } from './personaCardWords.ts';
import { type TextBlock, wrapText } from './textLayout.ts';

/** What the card of a person is laid out of. */
export interface PersonaCardContent {
  readonly persona: PersonaRecord;
  /** In the order in which she likes them. */
  readonly channels: readonly ChannelRecord[];
  readonly sources: readonly SourceRecord[];
  readonly words: PersonaCardWords;
}

/** A text at its place: px from the card's top left corner, `y` the first baseline. */
export interface PlacedText {
  readonly text: TextBlock;
  readonly x: number;
  readonly y: number;
}

/** A line with its mark, which stands before the text. */
export interface CardLine extends PlacedText {
  readonly evidence: PersonaLine['evidence'];
}

/** What a heading is of: a list every person has, or a further section. */
export type HeadingOf = (typeof LINE_FIELDS)[number] | SectionKind;

/** A heading with lines below it. */
export interface CardSection extends Box {
  readonly of: HeadingOf;
  readonly title: PlacedText;
  readonly lines: readonly CardLine[];
}

/** Two words and where between them a person is. */
export interface CardTrait {
  readonly low: PlacedText;
  readonly high: PlacedText;
  readonly track: { readonly x: number; readonly y: number; readonly width: number };
  /** 0 at `low` to 1 at `high`. */
  readonly at: number;
}

/** A box with a heading: the character, or the channels. */
export interface CardPanel<Row> extends Box {
  readonly title: PlacedText;
  readonly rows: readonly Row[];
}

/** A channel with its icon, whose box begins left of the name. */
export interface CardChannel {
  readonly channel: ChannelRecord;
  readonly name: PlacedText;
}

/** How many lines are researched and how many assumed: what the marks mean, too. */
export interface CardKnowledge {
  readonly researched: PlacedText;
  /** Null when none is. */
  readonly assumed: PlacedText | null;
  /** Top left corner of the first box. */
  readonly boxes: { readonly x: number; readonly y: number; readonly filled: number; readonly count: number };
}

/** The card of a person, laid out. Positions are px from its top left corner. */
export interface PersonaCard {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly portrait: Box;
  readonly name: PlacedText;
  readonly facts: PlacedText;
  readonly summary: PlacedText;
  readonly quote: PlacedText;
  readonly sections: readonly CardSection[];
  readonly character: CardPanel<CardTrait> | null;
  readonly channels: CardPanel<CardChannel> | null;
  readonly note: PlacedText;
  /** How many of the lines are researched, with a box for every line; null when nothing is said of her. */
  readonly known: CardKnowledge | null;
  readonly sources: PlacedText;
  /** Where the line above what is known lies. */
  readonly footY: number;
}

/** Height of the coloured head with the river in px. */
export const HEAD_HEIGHT = 150;
/** px from a heading's left edge to its words. */
export const HEADING_INDENT = 29;
const LINE_INDENT = 20;
const MARGIN = 40;
const PORTRAIT = { diameter: 152, top: 62 } as const;
const COLUMN_GAP = 32;
const LEAST_COLUMN = 230;
const PANEL_PADDING = 20;

/** Lays out the card of a person, its foot at the page's end; it grows with what is said of her. All in px. */
export function layPersonaCard(
  content: PersonaCardContent,
  width: number,
  leastHeight: number,
  measurer: TextMeasurer,
): PersonaCard {
  const { persona, words } = content;
  const place = placer(measurer);
  const room = width - 2 * MARGIN;
  const portrait = { x: MARGIN, y: PORTRAIT.top, width: PORTRAIT.diameter, height: PORTRAIT.diameter };
  const textX = portrait.x + portrait.width + 30;
  const textRoom = width - MARGIN - textX;
  const name = place(persona.name || words.unnamed, uprightFont(34, 700), 40, textX, HEAD_HEIGHT + 10, textRoom);
  const factsText = [persona.age, persona.job, persona.place].filter((fact) => fact !== '').join(', ');
  const facts = place(factsText, uprightFont(16), 23, textX, bottomOf(name) + 4, textRoom);
  const summary = place(persona.summary, uprightFont(14, 500), 20, textX, bottomOf(facts) + 3, textRoom);
  const quoteText = persona.quote === '' ? '' : words.quoted(persona.quote);
  const headBottom = Math.max(portrait.y + portrait.height, bottomOf(summary));
  const quote = place(quoteText, italicFont(22, 500), 31, MARGIN, headBottom + 22, room);
  const grid = laySections(content, bottomOf(quote) + 24, room, place);
  const panels = layPanels(content, grid.bottom + (grid.sections.length > 0 ? 30 : 0), room, place);
  const note = place(persona.note, uprightFont(14), 21, MARGIN, panels.bottom + 22, room);
  const foot = layFoot(content, bottomOf(note) + 22, width, place);
  const spare = Math.max(0, leastHeight - foot.height);
  return {
    width,
    margin: MARGIN,
    portrait,
    name,
    facts,
    summary,
    quote,
    sections: grid.sections,
    character: panels.character,
    channels: panels.channels,
    note,
    ...(spare === 0 ? foot : layFoot(content, foot.footY + spare, width, place)),
    height: Math.max(foot.height, leastHeight),
  };
}

type Place = (
  text: string,
  font: ReturnType<typeof uprightFont>,
  lineHeight: number,
  x: number,
  top: number,
  room: number,
) => PlacedText;

/** Wraps texts to a room and puts them under a top edge. */
function placer(measurer: TextMeasurer): Place {
  return (text, font, lineHeight, x, top, room) => ({
    text: wrapText(text, { width: room, font, lineHeight, measurer }),
    x,
    // Digits and capitals stand in the middle of their line.
    y: top + lineHeight / 2 + font.size * 0.36,
  });
}

function bottomOf({ text, y }: PlacedText): number {
  return y - text.lineHeight / 2 - text.font.size * 0.36 + text.height;
}

function laySections({ persona, words }: PersonaCardContent, top: number, room: number, place: Place) {
  const said: readonly { readonly of: HeadingOf; readonly title: string; readonly lines: readonly PersonaLine[] }[] = [
    ...LINE_FIELDS.map((field) => ({ of: field, title: words.headings[field], lines: persona[field] })),
    ...persona.sections.map((section) => ({
      of: section.kind,
      title: words.sectionTitle(section),
      lines: section.lines,
    })),
  ].map((section) => ({ ...section, lines: section.lines.filter(({ text }) => text.trim() !== '') }));
  const shown = said.filter(({ lines }) => lines.length > 0);
  const columns = Math.max(1, Math.floor((room + COLUMN_GAP) / (LEAST_COLUMN + COLUMN_GAP)));
  const across = Math.min(columns, 3);
  const width = (room - (across - 1) * COLUMN_GAP) / across;
  const sections: CardSection[] = [];
  let y = top;
  for (let at = 0; at < shown.length; at += across) {
    const row = shown.slice(at, at + across).map(({ of, title, lines }, column): CardSection => {
      const x = MARGIN + column * (width + COLUMN_GAP);
      const heading = place(title, uprightFont(16, 700), 22, x + HEADING_INDENT, y + 14, width - HEADING_INDENT);
      let lineTop = bottomOf(heading) + 8;
      const laid = lines.map(({ text, evidence }): CardLine => {
        const line = place(text, uprightFont(14), 21, x + LINE_INDENT, lineTop, width - LINE_INDENT);
        lineTop = bottomOf(line) + 6;
        return { ...line, evidence };
      });
      return { of, title: heading, lines: laid, x, y, width, height: lineTop - y };
    });
    sections.push(...row);
    y += row.reduce((most, { height }) => Math.max(most, height), 0) + 20;
  }
  return { sections, bottom: sections.length > 0 ? y - 20 : top };
}

function layPanels({ persona, channels, words }: PersonaCardContent, top: number, room: number, place: Place) {
  const traits = persona.traits.filter(({ low, high }) => low !== '' || high !== '');
  const width = (room - COLUMN_GAP) / 2;
  const count = (traits.length > 0 ? 1 : 0) + (channels.length > 0 ? 1 : 0);
  const second = MARGIN + (count === 2 ? width + COLUMN_GAP : 0);
  const character = traits.length > 0 ? layCharacter(words.character, traits, MARGIN, top, width, place) : null;
  const liked = channels.length > 0 ? layChannels(words, channels, second, top, width, place) : null;
  const height = Math.max(character?.height ?? 0, liked?.height ?? 0);
  return {
    character: character && { ...character, height },
    channels: liked && { ...liked, height },
    bottom: top + height,
  };
}

function layCharacter(
  title: string,
  traits: readonly CharacterTrait[],
  x: number,
  top: number,
  width: number,
  place: Place,
): CardPanel<CardTrait> {
  const inner = width - 2 * PANEL_PADDING;
  const left = x + PANEL_PADDING;
  const word = inner * 0.28;
  const heading = place(title, uprightFont(16, 700), 22, left + HEADING_INDENT, top + 16, inner - HEADING_INDENT);
  let y = bottomOf(heading) + 10;
  const rows = traits.map(({ low, high, value }): CardTrait => {
    const one = place(low, uprightFont(14), 20, left, y + 4, word);
    const other = place(high, uprightFont(14), 20, left + inner, y + 4, word);
    const track = { x: left + word + 14, y: y + 14, width: inner - 2 * word - 28 };
    y = Math.max(bottomOf(one), bottomOf(other), y + 24) + 5;
    return { low: one, high: other, track, at: value / 100 };
  });
  return { title: heading, rows, x, y: top, width, height: y + PANEL_PADDING - 8 - top };
}

function layChannels(
  words: PersonaCardWords,
  channels: readonly ChannelRecord[],
  x: number,
  top: number,
  width: number,
  place: Place,
): CardPanel<CardChannel> {
  const inner = width - 2 * PANEL_PADDING;
  const left = x + PANEL_PADDING;
  const heading = place(
    words.channels,
    uprightFont(16, 700),
    22,
    left + HEADING_INDENT,
    top + 16,
    inner - HEADING_INDENT,
  );
  const column = (inner - 16) / 2;
  const rows: CardChannel[] = [];
  let y = bottomOf(heading) + 10;
  for (let at = 0; at < channels.length; at += 2) {
    const row = channels.slice(at, at + 2).map((channel, index): CardChannel => {
      const nameX = left + index * (column + 16) + 40;
      return { channel, name: place(channel.name, uprightFont(14), 20, nameX, y + 6, column - 40) };
    });
    rows.push(...row);
    y = Math.max(y + 32, ...row.map(({ name }) => bottomOf(name) + 6)) + 8;
  }
  return { title: heading, rows, x, y: top, width, height: y + PANEL_PADDING - 8 - top };
}

function layFoot({ persona, sources, words }: PersonaCardContent, footY: number, width: number, place: Place) {
  const known = layKnowledge(persona, words, footY + 12, place);
  const x = MARGIN + (known === null ? 0 : KNOWLEDGE_WIDTH + COLUMN_GAP);
  const named = sources.map(words.source).join(' · ');
  const text = place(named, uprightFont(12.5), 18, x, footY + 12, width - MARGIN - x);
  const rows = known === null ? 0 : Math.ceil(known.boxes.count / BOX.across);
  const knownBottom = known === null ? footY : known.boxes.y + rows * BOX.pitch;
  return { known, sources: text, footY, height: Math.max(knownBottom, bottomOf(text)) + MARGIN };
}

/** The boxes that count lines: px from one to the next, their side, and how many stand in a row. */
export const BOX = { pitch: 11, side: 9, across: 18 } as const;
const KNOWLEDGE_WIDTH = BOX.across * BOX.pitch;

function layKnowledge(
  persona: PersonaRecord,
  words: PersonaCardWords,
  top: number,
  place: Place,
): CardKnowledge | null {
  const lines = saidLines(persona);
  if (lines.length === 0) return null;
  const filled = lines.filter(({ evidence }) => evidence === 'researched').length;
  const x = MARGIN + LINE_INDENT;
  const say = (text: string, y: number): PlacedText =>
    place(text, uprightFont(12.5, 600), 18, x, y, KNOWLEDGE_WIDTH - LINE_INDENT);
  const researched = say(words.researchedOf(filled, lines.length), top);
  const assumed = filled === lines.length ? null : say(words.assumed(lines.length - filled), bottomOf(researched));
  const y = bottomOf(assumed ?? researched) + 7;
  return { researched, assumed, boxes: { x: MARGIN, y, filled, count: lines.length } };
}
