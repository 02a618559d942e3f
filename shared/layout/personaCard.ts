import { LINE_FIELDS, type PersonaLine, type PersonaRecord, type SectionKind, saidLines } from '../records/persona.ts';
import type { SourceRecord } from '../records/source.ts';
import type { Box } from './box.ts';
import { italicFont, type TextMeasurer, uprightFont } from './font.ts';
import { CARD_GRID } from './personaCardGrid.ts';
import type { PersonaCardWords } from './personaCardWords.ts';
import {
  type CardChannel,
  type CardPanel,
  type CardTrait,
  type LikedChannel,
  layPersonaPanels,
} from './personaPanels.ts';
import { bottomOf, type PlacedText, type PlaceText, placeTextWith } from './placeText.ts';

/** What the card of a person is laid out of. */
export interface PersonaCardContent {
  readonly persona: PersonaRecord;
  /** In the order in which they count. */
  readonly channels: readonly LikedChannel[];
  readonly sources: readonly SourceRecord[];
  readonly words: PersonaCardWords;
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
const LINE_INDENT = 20;
const PORTRAIT = { diameter: 152, top: 62 } as const;
const LEAST_COLUMN = 230;

/** Lays out the card of a person, its foot at the page's end; it grows with what is said of her. All in px. */
export function layPersonaCard(
  content: PersonaCardContent,
  width: number,
  leastHeight: number,
  measurer: TextMeasurer,
): PersonaCard {
  const { persona, words } = content;
  const place = placeTextWith(measurer);
  const room = width - 2 * CARD_GRID.margin;
  const portrait = { x: CARD_GRID.margin, y: PORTRAIT.top, width: PORTRAIT.diameter, height: PORTRAIT.diameter };
  const textX = portrait.x + portrait.width + 30;
  const textRoom = width - CARD_GRID.margin - textX;
  const name = place(persona.name || words.unnamed, uprightFont(34, 700), 40, textX, HEAD_HEIGHT + 10, textRoom);
  const factsText = [persona.age, persona.job, persona.place].filter((fact) => fact !== '').join(', ');
  const facts = place(factsText, uprightFont(16), 23, textX, bottomOf(name) + 4, textRoom);
  const summary = place(persona.summary, uprightFont(14, 500), 20, textX, bottomOf(facts) + 3, textRoom);
  const quoteText = persona.quote === '' ? '' : words.quoted(persona.quote);
  const headBottom = Math.max(portrait.y + portrait.height, bottomOf(summary));
  const quote = place(quoteText, italicFont(22, 500), 31, CARD_GRID.margin, headBottom + 22, room);
  const grid = laySections(content, bottomOf(quote) + 24, room, place);
  const panelsTop = grid.bottom + (grid.sections.length > 0 ? 30 : 0);
  const panels = layPersonaPanels({ ...content, traits: persona.traits }, panelsTop, room, place);
  const note = place(persona.note, uprightFont(14), 21, CARD_GRID.margin, panels.bottom + 22, room);
  const foot = layFoot(content, bottomOf(note) + 22, width, place);
  const spare = Math.max(0, leastHeight - foot.height);
  return {
    width,
    margin: CARD_GRID.margin,
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

function laySections({ persona, words }: PersonaCardContent, top: number, room: number, place: PlaceText) {
  const said: readonly { readonly of: HeadingOf; readonly title: string; readonly lines: readonly PersonaLine[] }[] = [
    ...LINE_FIELDS.map((field) => ({ of: field, title: words.headings[field], lines: persona[field] })),
    ...persona.sections.map((section) => ({
      of: section.kind,
      title: words.sectionTitle(section),
      lines: section.lines,
    })),
  ].map((section) => ({ ...section, lines: section.lines.filter(({ text }) => text.trim() !== '') }));
  const shown = said.filter(({ lines }) => lines.length > 0);
  const columns = Math.max(1, Math.floor((room + CARD_GRID.columnGap) / (LEAST_COLUMN + CARD_GRID.columnGap)));
  const across = Math.min(columns, 3);
  const width = (room - (across - 1) * CARD_GRID.columnGap) / across;
  const sections: CardSection[] = [];
  let y = top;
  for (let at = 0; at < shown.length; at += across) {
    const row = shown.slice(at, at + across).map(({ of, title, lines }, column): CardSection => {
      const x = CARD_GRID.margin + column * (width + CARD_GRID.columnGap);
      const heading = place(
        title,
        uprightFont(16, 700),
        22,
        x + CARD_GRID.headingIndent,
        y + 14,
        width - CARD_GRID.headingIndent,
      );
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

function layFoot({ persona, sources, words }: PersonaCardContent, footY: number, width: number, place: PlaceText) {
  const known = layKnowledge(persona, words, footY + 12, place);
  const x = CARD_GRID.margin + (known === null ? 0 : KNOWLEDGE_WIDTH + CARD_GRID.columnGap);
  const named = sources.map(words.source).join(' · ');
  const text = place(named, uprightFont(12.5), 18, x, footY + 12, width - CARD_GRID.margin - x);
  const rows = known === null ? 0 : Math.ceil(known.boxes.count / BOX.across);
  const knownBottom = known === null ? footY : known.boxes.y + rows * BOX.pitch;
  return { known, sources: text, footY, height: Math.max(knownBottom, bottomOf(text)) + CARD_GRID.margin };
}

/** The boxes that count lines: px from one to the next, their side, and how many stand in a row. */
export const BOX = { pitch: 11, side: 9, across: 18 } as const;
const KNOWLEDGE_WIDTH = BOX.across * BOX.pitch;

function layKnowledge(
  persona: PersonaRecord,
  words: PersonaCardWords,
  top: number,
  place: PlaceText,
): CardKnowledge | null {
  const lines = saidLines(persona);
  if (lines.length === 0) return null;
  const filled = lines.filter(({ evidence }) => evidence === 'researched').length;
  const x = CARD_GRID.margin + LINE_INDENT;
  const say = (text: string, y: number): PlacedText =>
    place(text, uprightFont(12.5, 600), 18, x, y, KNOWLEDGE_WIDTH - LINE_INDENT);
  const researched = say(words.researchedOf(filled, lines.length), top);
  const assumed = filled === lines.length ? null : say(words.assumed(lines.length - filled), bottomOf(researched));
  const y = bottomOf(assumed ?? researched) + 7;
  return { researched, assumed, boxes: { x: CARD_GRID.margin, y, filled, count: lines.length } };
}
