import { BOX, type CardSection, HEAD_HEIGHT, type PersonaCard } from '../layout/personaCard.ts';
import { CARD_GRID } from '../layout/personaCardGrid.ts';
import type { PlacedText } from '../layout/placeText.ts';
import type { ChannelRecord } from '../records/channel.ts';
import { MOST_LIKING, type PersonaRecord } from '../records/persona.ts';
import type { FindAsset } from './cardItems.ts';
import { icon, iconNamed, rule, shape, type TextLook, textLines } from './draw.ts';
import { portraitItems } from './headerItems.ts';
import { type HeadingLook, PERSONA_LOOKS } from './personaLooks.ts';
import { personaRiver, RIVER_CONTOURS } from './personaRiver.ts';
import { evidenceMark } from './pins.ts';
import type { SceneItem } from './scene.ts';

/** Everything on the card of a person, in painting order. */
export function personaCardItems(
  persona: PersonaRecord,
  card: PersonaCard,
  findAsset: FindAsset,
): readonly SceneItem[] {
  return [
    headItem(persona, card.width),
    ...faceItems(persona, card, findAsset),
    ...lines(card.name, { fill: 'ink', tracking: -0.022 }),
    ...lines(card.facts, { fill: 'ink-2' }),
    ...lines(card.summary, { fill: 'ink-2' }),
    ...lines(card.quote, { fill: 'ink', tracking: -0.012 }),
    ...card.sections.flatMap(sectionItems),
    ...characterItems(persona, card.character),
    ...channelItems(card.channels),
    ...lines(card.note, { fill: 'ink-2' }),
    ...footItems(persona, card),
  ];
}

function lines({ text, x, y }: PlacedText, look: TextLook): readonly SceneItem[] {
  return textLines(text, x, y, look);
}

/** The person's river with its contours. */
function headItem({ colour }: PersonaRecord, width: number): SceneItem {
  const d = personaRiver(width);
  return {
    kind: 'group',
    clip: `M0 0H${width}V${HEAD_HEIGHT}H0Z`,
    items: [
      { kind: 'rect', x: 0, y: 0, width, height: HEAD_HEIGHT, fill: `${colour}-tint` },
      ...RIVER_CONTOURS.map((shift) =>
        shape(d, 0, shift, { stroke: colour, strokeWidth: 1.2, strokeOpacity: 0.2, cap: 'round' }),
      ),
      shape(d, 0, 0, { stroke: colour, strokeWidth: 4, cap: 'round' }),
    ],
  };
}

/** px of paper round the portrait. */
const RING = 6;

function faceItems(persona: PersonaRecord, { portrait }: PersonaCard, findAsset: FindAsset): readonly SceneItem[] {
  const radius = portrait.width / 2;
  return [
    { kind: 'circle', cx: portrait.x + radius, cy: portrait.y + radius, radius: radius + RING, fill: 'paper' },
    ...portraitItems(persona, portrait.x, portrait.y, portrait.width, findAsset),
  ];
}

function headingItems({ icon: name, colour }: HeadingLook, title: PlacedText): readonly SceneItem[] {
  return [icon(name, title.x - CARD_GRID.headingIndent, title.y - 15.5, 20, colour), ...lines(title, { fill: 'ink' })];
}

function sectionItems(section: CardSection): readonly SceneItem[] {
  const { of, x, y, width } = section;
  return [
    rule(x, y, x + width, y, { stroke: 'line-2', strokeWidth: 1.4, dash: [4, 4] }),
    ...headingItems(PERSONA_LOOKS[of], section.title),
    ...section.lines.flatMap((line) => [
      ...evidenceMark(line.evidence, x + 6, line.y - 5, 5.5, 'ink-2'),
      ...lines(line, { fill: 'ink' }),
    ]),
  ];
}

function characterItems({ colour }: PersonaRecord, panel: PersonaCard['character']): readonly SceneItem[] {
  if (panel === null) return [];
  return [
    panelGround(panel),
    ...headingItems(PERSONA_LOOKS.character, panel.title),
    ...panel.rows.flatMap(({ low, high, track, at }): readonly SceneItem[] => [
      ...lines(low, { fill: 'ink-2' }),
      rule(track.x, track.y, track.x + track.width, track.y, { stroke: 'line-2', strokeWidth: 4, cap: 'round' }),
      { kind: 'circle', cx: track.x + track.width * at, cy: track.y, radius: 8, fill: colour },
      ...lines(high, { fill: 'ink-2', anchor: 'end' }),
    ]),
  ];
}

function channelItems(panel: PersonaCard['channels']): readonly SceneItem[] {
  if (panel === null) return [];
  return [
    panelGround(panel),
    ...headingItems(PERSONA_LOOKS.channels, panel.title),
    ...panel.rows.flatMap(({ channel, liking, name, iconY, dots }): readonly SceneItem[] => [
      ...channelSign(channel, name.x - 40, iconY),
      ...lines(name, { fill: 'ink' }),
      ...(dots === null ? [] : likingDots(liking, dots.x, dots.y)),
    ]),
  ];
}

/** px a channel's sign is wide and high. */
export const CHANNEL_SIGN = 32;

/** A channel as the token of a touchpoint: online a disc, offline a square; (x, y) is its upper left corner. */
export function channelSign({ online, icon: name }: ChannelRecord, x: number, y: number): readonly SceneItem[] {
  const ground: SceneItem = online
    ? { kind: 'circle', cx: x + 16, cy: y + 16, radius: 16, fill: 'k-touch' }
    : { kind: 'rect', x: x + 1, y: y + 1, width: 30, height: 30, radius: 8, stroke: 'k-touch', strokeWidth: 1.8 };
  return [ground, icon(iconNamed(name, 'waypoints'), x + 8, y + 8, 16, online ? 'on-solid' : 'k-touch')];
}

/** How much a channel is liked, as filled dots of five; (x, y) is the middle of the first. */
function likingDots(liking: number, x: number, y: number): readonly SceneItem[] {
  return Array.from({ length: MOST_LIKING }, (_, at): SceneItem => {
    const dot = { kind: 'circle', cx: x + at * 11, cy: y } as const;
    return at < liking
      ? { ...dot, radius: 4, fill: 'k-touch' }
      : { ...dot, radius: 3.4, stroke: 'line-3', strokeWidth: 1.2 };
  });
}

function panelGround({ x, y, width, height }: NonNullable<PersonaCard['character' | 'channels']>): SceneItem {
  return { kind: 'rect', x, y, width, height, radius: 14, fill: 'paper-2' };
}

function footItems(
  { colour }: PersonaRecord,
  { width, margin, footY, known, sources }: PersonaCard,
): readonly SceneItem[] {
  if (known === null && sources.text.lines.length === 0) return [];
  return [
    rule(margin, footY, width - margin, footY, { stroke: 'line-2', strokeWidth: 1 }),
    ...(known === null ? [] : knowledgeItems(known, colour)),
    ...lines(sources, { fill: 'ink-3' }),
  ];
}

function knowledgeItems(
  { researched, assumed, boxes }: NonNullable<PersonaCard['known']>,
  colour: PersonaRecord['colour'],
): readonly SceneItem[] {
  const legend = (evidence: 'researched' | 'assumption', text: PlacedText): readonly SceneItem[] => [
    ...evidenceMark(evidence, boxes.x + 6, text.y - 4.5, 5.5, 'ink-2'),
    ...lines(text, { fill: 'ink-2' }),
  ];
  return [
    ...legend('researched', researched),
    ...(assumed === null ? [] : legend('assumption', assumed)),
    ...Array.from({ length: boxes.count }, (_, at): SceneItem => {
      const place = {
        x: boxes.x + (at % BOX.across) * BOX.pitch,
        y: boxes.y + Math.floor(at / BOX.across) * BOX.pitch,
        width: BOX.side,
        height: BOX.side,
        radius: 2,
      };
      return at < boxes.filled
        ? { kind: 'rect', ...place, fill: colour }
        : { kind: 'rect', ...place, stroke: 'line-3', strokeWidth: 1.2 };
    }),
  ];
}
