import type { MapRecord } from '../records/map.ts';
import type { PersonaRecord } from '../records/persona.ts';
import type { Box } from './box.ts';
import { type TextMeasurer, uprightFont } from './font.ts';
import type { LayoutWords } from './layoutWords.ts';
import type { MapMetrics } from './metrics.ts';
import { type TextBlock, wrapText } from './textLayout.ts';

/** A word in a capsule. */
export interface Badge extends Box {
  readonly text: string;
}

/** A persona at the top of the sheet. */
export interface PersonaChip extends Box {
  readonly persona: PersonaRecord;
  readonly name: TextBlock;
  readonly summary: TextBlock;
}

/** Title, scenario, badges and personas at the top of the sheet; px from the sheet's top left corner. */
export interface SheetHeader {
  readonly title: TextBlock;
  /** The title is only a stand-in, drawn pale. */
  readonly untitled: boolean;
  /** First baselines. */
  readonly titleY: number;
  /** What is written, or what stands in its place. */
  readonly scenario: TextBlock;
  readonly scenarioY: number;
  readonly badges: readonly Badge[];
  /** Up to three chips; with more people, chips of portraits only. */
  readonly chips: readonly PersonaChip[];
  /** More than three people: their portraits overlap and a number is written behind them. */
  readonly crowd: { readonly personas: readonly PersonaRecord[]; readonly x: number; readonly y: number } | null;
  readonly height: number;
}

const CHIP = { width: 318, height: 64, gap: 12, text: 72 } as const;
const MOST_CHIPS = 3;
/** Portraits of a crowd overlap by a third. */
export const CROWD = { diameter: 54, step: 36 } as const;
const TITLE_SIZE = 30;
const TITLE_LINE = 38;
/** Letter spacing of the title in em; measured widths are corrected by it. */
export const TITLE_TRACKING = -0.022;
const SCENARIO_MOST = 860;
const BADGE = { height: 26, padding: 11, gap: 8, size: 13.5 } as const;

/** What a person reads on a chip: name and age, as in "Sarah, 24". */
function personaTitle(persona: PersonaRecord): string {
  return persona.age === '' ? persona.name : `${persona.name}, ${persona.age}`;
}

/** Lays out the header of the sheet; it grows with what it has to say. */
export function laySheetHeader(
  map: MapRecord,
  personas: readonly PersonaRecord[],
  words: Pick<LayoutWords, 'badges' | 'untitled'>,
  width: number,
  metrics: MapMetrics,
  measurer: TextMeasurer,
  /** Stands in place of a scenario that nobody has written. */
  scenarioWord = '',
): SheetHeader {
  const { margin } = metrics;
  const { chips, crowd, left } = layPersonas(personas, width - margin, margin, measurer);
  const room = left - margin - 24;
  const titleFont = uprightFont(TITLE_SIZE, 700);
  const title = wrapText(map.title || words.untitled, {
    width: room,
    font: titleFont,
    lineHeight: TITLE_LINE,
    measurer,
  });
  const titleY = margin + 27.6;
  const laidBadges = layBadges(words.badges(map), { left: margin, right: margin + room, title, titleY }, measurer);
  const belowTitle = Math.max(titleY + Math.max(0, title.lines.length - 1) * TITLE_LINE, laidBadges.bottom);
  const scenarioFont = uprightFont(16);
  const scenario = wrapText(map.scenario || scenarioWord, {
    width: Math.min(SCENARIO_MOST, room),
    font: scenarioFont,
    lineHeight: 24,
    measurer,
  });
  const scenarioY = belowTitle + 32;
  const textBottom = scenario.lines.length === 0 ? belowTitle : scenarioY + (scenario.lines.length - 1) * 24;
  const chipsBottom = chips.reduce((lowest, chip) => Math.max(lowest, chip.y + chip.height), margin);
  const height = Math.max(metrics.headerHeight, textBottom + 19 - margin, chipsBottom + 14 - margin);
  return {
    title,
    untitled: map.title === '',
    titleY,
    scenario,
    scenarioY,
    badges: laidBadges.badges,
    chips,
    crowd,
    height,
  };
}

function layPersonas(
  personas: readonly PersonaRecord[],
  right: number,
  margin: number,
  measurer: TextMeasurer,
): { chips: readonly PersonaChip[]; crowd: SheetHeader['crowd']; left: number } {
  if (personas.length === 0) return { chips: [], crowd: null, left: right };
  if (personas.length > MOST_CHIPS) {
    const shown = CROWD.step * (Math.min(personas.length, 6) - 1) + CROWD.diameter + 48;
    return { chips: [], crowd: { personas, x: right - shown, y: margin + 3 }, left: right - shown };
  }
  const left = right - personas.length * CHIP.width - (personas.length - 1) * CHIP.gap;
  const chips = personas.map((persona, at): PersonaChip => {
    const wrap = (text: string, size: number, weight: 400 | 700, lineHeight: number): TextBlock =>
      wrapText(text, { width: CHIP.width - CHIP.text - 16, font: uprightFont(size, weight), lineHeight, measurer });
    const name = wrap(personaTitle(persona), 16, 700, 20);
    const summary = wrap(persona.summary, 13.5, 400, 17);
    const extra = Math.max(0, name.lines.length - 1) * 20 + Math.max(0, summary.lines.length - 1) * 17;
    return {
      persona,
      name,
      summary,
      x: left + at * (CHIP.width + CHIP.gap),
      y: margin - 2,
      width: CHIP.width,
      height: CHIP.height + extra,
    };
  });
  return { chips, crowd: null, left };
}

/** Badges stand behind the title while there is room, otherwise in rows below it. */
function layBadges(
  texts: readonly string[],
  place: { readonly left: number; readonly right: number; readonly title: TextBlock; readonly titleY: number },
  measurer: TextMeasurer,
): { badges: readonly Badge[]; bottom: number } {
  const font = uprightFont(BADGE.size, 600);
  const lastLine = place.title.lines.at(-1);
  const titleEnd = lastLine === undefined ? 0 : lastLine.width + TITLE_TRACKING * TITLE_SIZE * lastLine.text.length;
  let y = place.titleY + Math.max(0, place.title.lines.length - 1) * TITLE_LINE - 21;
  let x = place.left + titleEnd + (titleEnd === 0 ? 0 : 22);
  const badges: Badge[] = [];
  for (const text of texts) {
    const width = measurer.width(text, font) + 2 * BADGE.padding;
    if (x + width > place.right && x > place.left) {
      x = place.left;
      y += BADGE.height + 10;
    }
    badges.push({ text, x, y, width, height: BADGE.height });
    x += width + BADGE.gap;
  }
  return { badges, bottom: badges.length === 0 ? 0 : y + 21 };
}
