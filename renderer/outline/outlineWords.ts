import type { TFunction } from 'i18next';
import { formatNumber } from '../../shared/i18n/formats.ts';
import type { Language } from '../../shared/ipc/bridge.ts';
import type { Column } from '../../shared/layout/columns.ts';
import type { FeelingMark } from '../../shared/layout/emotionLane.ts';
import { findCard } from '../../shared/layout/findCard.ts';
import type { LaneLayout } from '../../shared/layout/laneLayout.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { CardRecord } from '../../shared/records/card.ts';
import type { LaneRecord } from '../../shared/records/lane.ts';
import type { StageRecord } from '../../shared/records/stage.ts';
import { findFeeling, type Place } from '../editing/place.ts';
import { itemsOfCell } from './outlineCells.ts';

/** The language things are said in. */
export interface Speaker {
  readonly t: TFunction;
  readonly language: Language;
}

/** Where something stands among the things of its cell, counted from 1. */
export interface CellPosition {
  readonly at: number;
  readonly count: number;
}

/** A card as it is read aloud: kind, text, evidence, severity or priority, step, position (UI.md section 14). */
export function cardWords({ t }: Speaker, card: CardRecord, column: Column | undefined, place: CellPosition): string {
  const { kind, severity, priority, evidence } = card;
  return joinWords([
    t(`kind.${kind}`),
    [card.figure, card.text.trim()].filter(Boolean).join(' ') || t('outline.noWords'),
    evidence === 'none' ? '' : t(`sheet.${evidence}`),
    kind === 'pain' && (severity === 1 || severity === 2 || severity === 3) ? t(`outline.severity.${severity}`) : '',
    kind === 'opportunity' && priority > 0 ? t('outline.priority', { priority }) : '',
    card.links.length > 0 ? t('outline.pointsTo', { count: card.links.length }) : '',
    card.locked ? t('outline.locked') : '',
    column === undefined ? '' : stepWords(t, column),
    card.span > 1 ? t('outline.span', { count: card.span }) : '',
    place.count > 1 ? t('outline.place', { ...place }) : '',
  ]);
}

/** A point of a curve as it is read aloud: "Hesitant, minus 1.35, moment of truth", and where and whose it is. */
export function feelingMarkWords(
  { t, language }: Speaker,
  { emotion }: FeelingMark,
  column: Column | undefined,
  /** Whose curve it is, when there are several. */
  persona: string | null,
): string {
  return joinWords([
    emotion.label.trim() || t('kind.feeling'),
    valueWords(t, language, emotion.value),
    emotion.momentOfTruth ? t('sheet.momentOfTruth') : '',
    persona === null ? '' : t('outline.whose', { name: persona }),
    column === undefined ? '' : stepWords(t, column),
  ]);
}

/** A value of the scale said with its sign, since a screen reader passes over "-". */
function valueWords(t: TFunction, language: Language, value: number): string {
  if (value === 0) return formatNumber(language, 0);
  return t(value < 0 ? 'outline.minus' : 'outline.plus', { value: formatNumber(language, Math.abs(value)) });
}

/** A step with its number, such as "Step 2.3, Checks her size". */
export function stepWords(t: TFunction, { number, step }: Column): string {
  return t('outline.step', { number, name: step.name || t('outline.unnamed') });
}

/** A stage with its number and how many steps it has. */
export function stageWords(t: TFunction, stage: StageRecord, number: number, count: number): string {
  const head = t('outline.stage', { number, name: stage.name || t('outline.unnamed'), count });
  return joinWords([head, stage.goal.trim()]);
}

/** A lane as it is called: by its name, else by its kind. */
export function laneName(t: TFunction, lane: LaneRecord): string {
  return lane.name.trim() || t(`laneKind.${lane.kind}`);
}

/** A lane with how much stands in it. */
export function laneWords(t: TFunction, { lane, content }: LaneLayout): string {
  const name = laneName(t, lane);
  const words =
    content.kind === 'cards'
      ? t('outline.laneCards', { name, count: content.cards.length })
      : t('outline.laneFeelings', { name, count: content.emotions.curves.flatMap(({ marks }) => marks).length });
  return joinWords([words, lane.locked ? t('outline.locked') : '']);
}

/** A cell in which nothing stands, with the question it asks while the map is being begun. */
export function emptyCellWords(t: TFunction, { lane, ghosts }: LaneLayout, column: Column): string {
  const question = ghosts?.find(({ step }) => step === column.step.id)?.question ?? '';
  return joinWords([t('outline.empty', { lane: laneName(t, lane), step: stepWords(t, column) }), question]);
}

/** Whatever stands at a place, as it is read aloud; empty when it is not on the map. */
export function placeWords(speaker: Speaker, layout: MapLayout, place: Place): string {
  const { t } = speaker;
  const { columns, stages, indexOfStep } = layout.columns;
  switch (place.kind) {
    case 'card': {
      const found = findCard(layout, place.id);
      if (found === undefined) return '';
      const { card, firstColumn } = found.card;
      const items = itemsOfCell(found.lane.layout, columns, firstColumn);
      const at = items.findIndex((item) => item.kind === 'card' && item.card.id === place.id) + 1;
      return cardWords(speaker, card, columns[firstColumn], { at, count: items.length });
    }
    case 'emotion': {
      const found = findFeeling(layout, place.id);
      if (found === undefined) return '';
      const { emotion } = found.mark;
      const persona = layout.personas.length > 1 ? layout.personas.find(({ id }) => id === emotion.persona) : undefined;
      const column = columns[indexOfStep.get(emotion.step) ?? -1];
      return feelingMarkWords(speaker, found.mark, column, persona?.name ?? null);
    }
    case 'cell': {
      const lane = layout.lanes.find((each) => each.layout.lane.id === place.lane);
      const column = columns[indexOfStep.get(place.step) ?? -1];
      return lane && column ? emptyCellWords(t, lane.layout, column) : '';
    }
    case 'stage': {
      const span = stages.find(({ stage }) => stage.id === place.id);
      return span === undefined ? '' : stageWords(t, span.stage, span.number, span.columnCount);
    }
    case 'step': {
      const column = columns[indexOfStep.get(place.id) ?? -1];
      return column === undefined ? '' : stepWords(t, column);
    }
    case 'lane': {
      const lane = layout.lanes.find((each) => each.layout.lane.id === place.id);
      return lane === undefined ? '' : laneWords(t, lane.layout);
    }
  }
}

/** Parts of a sentence with a comma between them, or none after one that ends by itself. */
function joinWords(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((all, part) => (/[.!?…]$/.test(all) ? `${all} ${part}` : `${all}, ${part}`));
}
