import { uprightFont } from '../layout/font.ts';
import {
  POSTER_TITLE_TRACKING,
  type PosterHeader,
  type PosterPersona,
  type PosterPersonaCard,
  type PosterPoint,
} from '../layout/posterHeader.ts';
import type { FindAsset } from './cardItems.ts';
import { icon, rule, sign, textLines } from './draw.ts';
import { lineSample, portraitItems } from './headerItems.ts';
import type { PosterWords } from './posterWords.ts';
import type { SceneItem } from './scene.ts';

/** Title, scenario, badges and the people of a poster; in sheet coordinates. */
export function posterHeaderItems(
  header: PosterHeader,
  margin: number,
  words: PosterWords,
  findAsset: FindAsset,
): readonly SceneItem[] {
  return [
    ...textLines(header.title, margin, header.titleY, { fill: 'ink', tracking: POSTER_TITLE_TRACKING }),
    ...textLines(header.scenario, margin, header.scenarioY, { fill: 'ink-2' }),
    ...header.badges.flatMap(({ text, x, y, width, height }): readonly SceneItem[] => [
      { kind: 'rect', x, y, width, height, radius: 18, stroke: 'line-3', strokeWidth: 1.5 },
      sign(text, x + 16, y + 24.5, uprightFont(18, 600), { fill: 'ink-2' }),
    ]),
    ...(header.persona === null ? [] : personaItems(header.persona, words, findAsset)),
    ...header.personas.flatMap((card) => personaCardItems(card, findAsset)),
  ];
}

function personaItems(card: PosterPersona, words: PosterWords, findAsset: FindAsset): readonly SceneItem[] {
  const { persona, x, y, width, height, portrait } = card;
  const pointsX = x + 644;
  return [
    { kind: 'rect', x, y, width, height, radius: 18, fill: 'sea-wash' },
    ...portraitItems(persona, portrait.x, portrait.y, portrait.width, findAsset),
    ...textLines(card.name, card.textX, card.nameY, { fill: 'ink', tracking: -0.02 }),
    ...textLines(card.facts, card.factsX, card.factsY, { fill: 'ink-2' }),
    ...textLines(card.quote, card.textX, card.quoteY, { fill: 'ink' }),
    ...(card.dividerX === null
      ? []
      : [rule(card.dividerX, y + 30, card.dividerX, y + height - 30, { stroke: 'line-3', strokeWidth: 1 })]),
    ...pointItems(words.wants, card.wantsY, card.wants, pointsX, 'check'),
    ...pointItems(words.dreads, card.dreadsY, card.dreads, pointsX, 'x'),
  ];
}

function pointItems(
  heading: string,
  headingY: number | null,
  points: readonly PosterPoint[],
  x: number,
  mark: 'check' | 'x',
): readonly SceneItem[] {
  if (headingY === null) return [];
  return [
    sign(heading, x, headingY, uprightFont(18, 700), { fill: 'ink' }),
    ...points.flatMap((point): readonly SceneItem[] => [
      icon(mark, x, point.y - 15, 18, mark === 'check' ? 'k-goal' : 'k-pain', 2.2),
      ...textLines(point.text, x + 28, point.y, { fill: 'ink' }),
    ]),
  ];
}

function personaCardItems(card: PosterPersonaCard, findAsset: FindAsset): readonly SceneItem[] {
  const { persona, x, y, width, height, name } = card;
  const textX = x + 108;
  return [
    { kind: 'rect', x, y, width, height, radius: 18, fill: `${persona.colour}-tint` },
    ...portraitItems(persona, x + 12, y + 12, 84, findAsset),
    ...textLines(name, textX, y + 42, { fill: 'ink' }),
    ...textLines(card.summary, textX, y + 40 + name.height, { fill: 'ink-2' }),
    ...lineSample(persona, x + width - 96, y + 33, 72),
  ];
}
