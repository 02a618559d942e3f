import type { TFunction } from 'i18next';
import type { Box } from '../../shared/layout/box.ts';
import { findCard } from '../../shared/layout/findCard.ts';
import type { Hit } from '../../shared/layout/hitTest.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import { STEP_NAMES_FROM, ZOOM_LEVELS } from '../../shared/scene/draw.ts';
import { LEAST_TEXT_ON_SCREEN } from '../../shared/scene/scene.ts';
import { findFeeling } from '../editing/place.ts';
import { feelingWords } from '../inspector/feelingWords.ts';

/** What a thing says that is too small to be read where it stands. */
export interface HoverText {
  /** The thing on the sheet, px at 100 %. */
  readonly box: Box;
  /** What it is; may be empty. */
  readonly title: string;
  readonly text: string;
}

/**
 * What the thing under the pointer says, where the map is so small that its words are left out (UI.md section 7). Null
 * where they can be read, and of what says nothing.
 */
export function hoverText(layout: MapLayout, hit: Hit, zoom: number, t: TFunction): HoverText | null {
  if (hit.kind === 'sheet') return null;
  const words = wordsOf(layout, hit, zoom, t);
  return words === null || words.text === '' ? null : { ...words, box: hit.box };
}

function wordsOf(layout: MapLayout, hit: Hit, zoom: number, t: TFunction): Omit<HoverText, 'box'> | null {
  const isReadable = (size: number): boolean => size * zoom >= LEAST_TEXT_ON_SCREEN;
  switch (hit.kind) {
    case 'card': {
      const found = findCard(layout, hit.card)?.card;
      if (found === undefined) return null;
      const { card, content } = found;
      const { font } = content.kind === 'touchpoint' ? content.size.name : content.size.text;
      if (isReadable(font.size)) return null;
      return { title: t(`kind.${card.kind}`), text: [card.figure, card.text].filter((part) => part !== '').join(' ') };
    }
    case 'emotion': {
      const mark = findFeeling(layout, hit.emotion)?.mark;
      if (mark === undefined || isReadable(mark.label.font.size)) return null;
      return { title: feelingWords(t, mark.emotion.value), text: mark.emotion.label };
    }
    case 'stageHead': {
      const span = layout.columns.stages.find(({ stage }) => stage.id === hit.stage);
      return span === undefined || zoom >= ZOOM_LEVELS.pins ? null : { title: '', text: span.stage.name };
    }
    case 'stepHead': {
      const column = layout.columns.columns[layout.columns.indexOfStep.get(hit.step) ?? -1];
      return column === undefined || zoom >= STEP_NAMES_FROM ? null : { title: column.number, text: column.step.name };
    }
    case 'laneLabel': {
      const label = layout.lanes.find(({ layout: { lane } }) => lane.id === hit.lane)?.layout;
      return label === undefined || isReadable(label.label.name.font.size)
        ? null
        : { title: '', text: label.lane.name };
    }
    default:
      return null;
  }
}
