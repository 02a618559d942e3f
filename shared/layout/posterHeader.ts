import type { MapRecord } from '../records/map.ts';
import type { PersonaLine, PersonaRecord } from '../records/persona.ts';
import type { Box } from './box.ts';
import { italicFont, type TextMeasurer, uprightFont } from './font.ts';
import type { Badge } from './header.ts';
import type { LayoutWords } from './layoutWords.ts';
import { type TextBlock, wrapText } from './textLayout.ts';

/** The whole width the one persona of a poster gets, and what a small card gets when there are several. */
const CARD = { width: 924, padding: 22, portrait: 164, least: 204 } as const;
const SMALL_CARD = { width: 452, height: 108, gap: 20, portrait: 84 } as const;
const MOST_WISHES = 4;
const MOST_FEARS = 3;

/** One line of a persona's wishes or fears. */
export interface PosterPoint {
  readonly text: TextBlock;
  /** First baseline. */
  readonly y: number;
}

/** The one persona of a poster, told at length. Positions are px from the sheet's top left corner. */
export interface PosterPersona extends Box {
  readonly persona: PersonaRecord;
  readonly portrait: Box;
  readonly name: TextBlock;
  readonly nameY: number;
  readonly facts: TextBlock;
  readonly factsX: number;
  readonly factsY: number;
  readonly quote: TextBlock;
  readonly quoteY: number;
  readonly textX: number;
  /** The line before wishes and fears; null when there are none. */
  readonly dividerX: number | null;
  readonly wantsY: number | null;
  readonly wants: readonly PosterPoint[];
  readonly dreadsY: number | null;
  readonly dreads: readonly PosterPoint[];
}

/** One of several personas. */
export interface PosterPersonaCard extends Box {
  readonly persona: PersonaRecord;
  readonly name: TextBlock;
  readonly summary: TextBlock;
}

/** Everything above the map on a poster. */
export interface PosterHeader {
  readonly title: TextBlock;
  readonly titleY: number;
  readonly scenario: TextBlock;
  readonly scenarioY: number;
  readonly badges: readonly Badge[];
  readonly persona: PosterPersona | null;
  readonly personas: readonly PosterPersonaCard[];
  readonly height: number;
}

/** Letter spacing of the poster's title in em. */
export const POSTER_TITLE_TRACKING = -0.03;

/** Lays out the header of a poster `width` px wide; it grows with what it has to say. */
export function layPosterHeader(
  map: MapRecord,
  personas: readonly PersonaRecord[],
  words: Pick<LayoutWords, 'badges' | 'untitled'>,
  width: number,
  margin: number,
  measurer: TextMeasurer,
): PosterHeader {
  const right = width - margin;
  const only = personas.length === 1 ? personas[0] : undefined;
  const persona = only === undefined ? null : layPersona(only, right, measurer);
  const cards = personas.length > 1 ? layPersonaCards(personas, right, measurer) : [];
  const cardsLeft = persona?.x ?? cards.reduce((least, card) => Math.min(least, card.x), right);
  const room = cardsLeft - margin - 56;
  const title = wrapText(map.title || words.untitled, {
    width: room,
    font: uprightFont(74, 700),
    lineHeight: 82,
    measurer,
  });
  const titleY = 128;
  const scenario = wrapText(map.scenario, {
    width: Math.min(room, 1400),
    font: uprightFont(24),
    lineHeight: 34,
    measurer,
  });
  const scenarioY = titleY + Math.max(0, title.lines.length - 1) * 82 + 54;
  const scenarioBottom = scenario.lines.length === 0 ? scenarioY - 34 : scenarioY + (scenario.lines.length - 1) * 34;
  const laidBadges = layPosterBadges(words.badges(map), margin, margin + room, scenarioBottom + 28, measurer);
  const badgesBottom = laidBadges.reduce((most, badge) => Math.max(most, badge.y + badge.height), scenarioBottom);
  const cardsBottom = [...(persona === null ? [] : [persona]), ...cards].reduce(
    (most, card) => Math.max(most, card.y + card.height),
    0,
  );
  const height = Math.max(212, badgesBottom + 30 - margin, cardsBottom + 20 - margin);
  return { title, titleY, scenario, scenarioY, badges: laidBadges, persona, personas: cards, height };
}

function layPosterBadges(
  texts: readonly string[],
  left: number,
  right: number,
  top: number,
  measurer: TextMeasurer,
): readonly Badge[] {
  const badges: Badge[] = [];
  let x = left;
  let y = top;
  for (const text of texts) {
    const width = measurer.width(text, uprightFont(18, 600)) + 32;
    if (x + width > right && x > left) {
      x = left;
      y += 46;
    }
    badges.push({ text, x, y, width, height: 36 });
    x += width + 12;
  }
  return badges;
}

function layPersona(persona: PersonaRecord, right: number, measurer: TextMeasurer): PosterPersona {
  const x = right - CARD.width;
  const y = 52;
  const textX = x + 212;
  const points = layPoints(persona, x + 672, y, right - CARD.padding, measurer);
  const textRoom = points.dividerNeeded ? 372 : CARD.width - 212 - CARD.padding;
  const name = wrapText(persona.name, { width: textRoom, font: uprightFont(38, 700), lineHeight: 44, measurer });
  const nameY = y + 60;
  const nameEnd = (name.lines.at(-1)?.width ?? 0) + 14;
  const factsText =
    [persona.age, persona.place, persona.job].filter((fact) => fact !== '').join(', ') || persona.summary;
  const beside = textRoom - nameEnd;
  const factsFit = measurer.width(factsText, uprightFont(19)) <= beside;
  const facts = wrapText(factsText, {
    width: factsFit ? beside : textRoom,
    font: uprightFont(19),
    lineHeight: 26,
    measurer,
  });
  const nameBottom = nameY + Math.max(0, name.lines.length - 1) * 44;
  const factsY = factsFit ? nameBottom - 1 : nameBottom + 32;
  const factsBottom = facts.lines.length === 0 ? nameBottom : factsY + (facts.lines.length - 1) * 26;
  const quoteText = persona.quote === '' ? persona.summary : `\u201c${persona.quote}\u201d`;
  const quote = wrapText(factsText === quoteText ? '' : quoteText, {
    width: textRoom,
    font: italicFont(22, 500),
    lineHeight: 32,
    measurer,
  });
  const quoteY = Math.max(y + 100, factsBottom + 40);
  const quoteBottom = quoteY + Math.max(0, quote.lines.length - 1) * 32;
  const height = Math.max(CARD.least, quoteBottom + 26 - y, points.bottom + 21 - y);
  return {
    persona,
    x,
    y,
    width: CARD.width,
    height,
    portrait: { x: x + CARD.padding, y: y + CARD.padding - 2, width: CARD.portrait, height: CARD.portrait },
    name,
    nameY,
    facts,
    factsX: factsFit ? textX + nameEnd : textX,
    factsY,
    quote,
    quoteY,
    textX,
    dividerX: points.dividerNeeded ? x + 616 : null,
    wantsY: points.wantsY,
    wants: points.wants,
    dreadsY: points.dreadsY,
    dreads: points.dreads,
  };
}

function layPoints(persona: PersonaRecord, x: number, top: number, right: number, measurer: TextMeasurer) {
  const line = 26;
  let y = top + 44;
  let lastBaseline = top;
  const lay = (
    lines: readonly PersonaLine[],
    most: number,
  ): { headingY: number | null; points: readonly PosterPoint[] } => {
    const shown = lines.filter(({ text }) => text !== '').slice(0, most);
    if (shown.length === 0) return { headingY: null, points: [] };
    const headingY = y;
    y += line + 1;
    const points = shown.map((said): PosterPoint => {
      const text = wrapText(said.text, { width: right - x, font: uprightFont(18), lineHeight: 22, measurer });
      const point = { text, y };
      lastBaseline = y + (text.lines.length - 1) * 22;
      y = lastBaseline + line;
      return point;
    });
    y += 7;
    return { headingY, points };
  };
  const wants = lay(persona.goals, MOST_WISHES);
  const dreads = lay(persona.frustrations, MOST_FEARS);
  const dividerNeeded = wants.points.length + dreads.points.length > 0;
  return {
    wantsY: wants.headingY,
    wants: wants.points,
    dreadsY: dreads.headingY,
    dreads: dreads.points,
    bottom: dividerNeeded ? lastBaseline : top,
    dividerNeeded,
  };
}

/** Several personas stand two in a row, each beside a piece of its curve. */
function layPersonaCards(
  personas: readonly PersonaRecord[],
  right: number,
  measurer: TextMeasurer,
): readonly PosterPersonaCard[] {
  const { width, gap } = SMALL_CARD;
  const left = right - 2 * width - gap;
  const cards: PosterPersonaCard[] = [];
  let y = 52;
  for (let at = 0; at < personas.length; at += 2) {
    const row = personas.slice(at, at + 2).map((persona, column): PosterPersonaCard => {
      const textRoom = width - SMALL_CARD.portrait - 44;
      const name = wrapText(persona.age === '' ? persona.name : `${persona.name}, ${persona.age}`, {
        width: textRoom - 90,
        font: uprightFont(26, 700),
        lineHeight: 32,
        measurer,
      });
      const summary = wrapText(persona.summary, { width: textRoom, font: uprightFont(18), lineHeight: 24, measurer });
      const height = Math.max(SMALL_CARD.height, 30 + name.height + summary.height);
      return { persona, name, summary, x: left + column * (width + gap), y, width, height };
    });
    cards.push(...row);
    y += row.reduce((most, card) => Math.max(most, card.height), 0) + gap;
  }
  return cards;
}
