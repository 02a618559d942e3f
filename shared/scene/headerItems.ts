import { uprightFont } from '../layout/font.ts';
import { CROWD, type PersonaChip, type SheetHeader, TITLE_TRACKING } from '../layout/header.ts';
import type { PersonaRecord } from '../records/persona.ts';
import type { FindAsset } from './cardItems.ts';
import { icon, rule, sign, textLines, WHEN_DETAILED } from './draw.ts';
import { markerItem, PERSONA_DASHES } from './faces.ts';
import type { SceneItem } from './scene.ts';

/** Title, badges, scenario and the people, at the top of the sheet. */
export function sheetHeaderItems(header: SheetHeader, margin: number, findAsset: FindAsset): readonly SceneItem[] {
  return [
    ...textLines(header.title, margin, header.titleY, {
      fill: header.untitled ? 'ink-3' : 'ink',
      tracking: TITLE_TRACKING,
    }),
    ...header.badges.flatMap(({ text, x, y, width, height }): readonly SceneItem[] => [
      {
        kind: 'rect',
        x,
        y,
        width,
        height,
        radius: height / 2,
        stroke: 'line-3',
        strokeWidth: 1.2,
        level: WHEN_DETAILED,
      },
      sign(text, x + 11, y + 17.5, uprightFont(13.5, 600), { fill: 'ink-2', level: WHEN_DETAILED }),
    ]),
    ...textLines(header.scenario, margin, header.scenarioY, { fill: 'ink-2' }),
    ...header.chips.flatMap((chip) => chipItems(chip, header.chips.length > 1, findAsset)),
    ...crowdItems(header.crowd, findAsset),
  ];
}

function chipItems(chip: PersonaChip, several: boolean, findAsset: FindAsset): readonly SceneItem[] {
  const { persona, x, y, width, height } = chip;
  const ground: SceneItem = several
    ? { kind: 'rect', x, y, width, height, radius: 32, fill: `${persona.colour}-tint` }
    : { kind: 'rect', x, y, width, height, radius: 32, fill: 'paper-2', stroke: 'line-2', strokeWidth: 1 };
  const summaryY = y + 48 + Math.max(0, chip.name.lines.length - 1) * 20;
  return [
    ground,
    ...portraitItems(persona, x + 5, y + 5, 54, findAsset),
    ...textLines(chip.name, x + 72, y + 28, { fill: 'ink' }),
    ...textLines(chip.summary, x + 72, summaryY, { fill: 'ink-2' }),
    ...(several ? lineSample(persona, x + width - 76, y + 24, 52) : []),
  ];
}

/** A piece of a persona's curve with its marker: the key to who is who. */
export function lineSample(persona: PersonaRecord, x: number, y: number, width: number): readonly SceneItem[] {
  const dash = PERSONA_DASHES[persona.colour];
  return [
    rule(x, y, x + width, y, {
      stroke: persona.colour,
      strokeWidth: 3,
      cap: 'round',
      ...(dash === undefined ? {} : { dash }),
    }),
    markerItem(persona.colour, x + width / 2, y, 6, persona.colour, 2.5),
  ];
}

/** A round portrait, or a plain figure where there is none. */
export function portraitItems(
  persona: PersonaRecord,
  x: number,
  y: number,
  diameter: number,
  findAsset: FindAsset,
): readonly SceneItem[] {
  const asset = persona.portrait === null ? undefined : findAsset(persona.portrait);
  if (asset !== undefined) {
    return [
      {
        kind: 'image',
        x,
        y,
        width: diameter,
        height: diameter,
        hash: asset.hash,
        pixelWidth: asset.width,
        pixelHeight: asset.height,
        description: asset.description || persona.name,
        radius: diameter / 2,
      },
    ];
  }
  const size = diameter * 0.44;
  return [
    {
      kind: 'circle',
      cx: x + diameter / 2,
      cy: y + diameter / 2,
      radius: diameter / 2,
      fill: `${persona.colour}-tint`,
    },
    icon(
      'user',
      x + (diameter - size) / 2,
      y + (diameter - size) / 2,
      size,
      persona.colour,
      Math.max(2, diameter / 40),
    ),
  ];
}

function crowdItems(crowd: SheetHeader['crowd'], findAsset: FindAsset): readonly SceneItem[] {
  if (crowd === null) return [];
  const shown = crowd.personas.slice(0, 6);
  const after = crowd.x + (shown.length - 1) * CROWD.step + CROWD.diameter;
  return [
    ...shown.flatMap((persona, at): readonly SceneItem[] => {
      const x = crowd.x + at * CROWD.step;
      return [
        {
          kind: 'circle',
          cx: x + CROWD.diameter / 2,
          cy: crowd.y + CROWD.diameter / 2,
          radius: CROWD.diameter / 2 + 2.5,
          fill: 'paper',
        },
        ...portraitItems(persona, x, crowd.y, CROWD.diameter, findAsset),
      ];
    }),
    sign(String(crowd.personas.length), after + 12, crowd.y + CROWD.diameter / 2 + 6, uprightFont(16, 700), {
      fill: 'ink-2',
    }),
  ];
}
