import type { Box } from '../../shared/layout/box.ts';
import { findCard } from '../../shared/layout/findCard.ts';
import type { Font } from '../../shared/layout/font.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { TextBlock } from '../../shared/layout/textLayout.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import type { TextTarget } from './editingState.ts';
import { findFeeling } from './place.ts';

/** Where a text box sits exactly over painted text; sheet px at 100 %. */
export interface TextBox extends Box {
  readonly font: Font;
  readonly lineHeight: number;
  readonly align: 'left' | 'center';
  /** Letter spacing in em. */
  readonly tracking: number;
  /** How far beyond itself it makes the ground that of a field: to the edges of a card's text area, or to its ring. */
  readonly ground: number;
}

/** A block of text and where its first baseline begins. */
interface Placed {
  readonly block: TextBlock;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
}

/** What a person edits at a target, as stored; undefined when it is gone. */
export function textOf(records: Records, target: TextTarget): string | undefined {
  switch (target.kind) {
    case 'card':
      return getRecord(records, target.id)?.text;
    case 'emotion':
      return getRecord(records, target.id)?.label;
    case 'stageName':
      return getRecord(records, target.id)?.name;
    case 'stageGoal':
      return getRecord(records, target.id)?.goal;
    case 'stepName':
    case 'laneName':
      return getRecord(records, target.id)?.name;
    case 'mapTitle':
      return getRecord(records, target.id)?.title;
    case 'mapScenario':
      return getRecord(records, target.id)?.scenario;
  }
}

/** The box for editing a target; null when it is not on the sheet. */
export function textBox(layout: MapLayout, target: TextTarget): TextBox | null {
  switch (target.kind) {
    case 'card':
      return cardTextBox(layout, target.id);
    case 'emotion':
      return feelingTextBox(layout, target.id);
    case 'stageName':
    case 'stageGoal':
      return stageTextBox(layout, target);
    case 'stepName': {
      const at = layout.columns.indexOfStep.get(target.id) ?? -1;
      const [column, head] = [layout.columns.columns[at], layout.heads.steps[at]];
      if (!column || !head) return null;
      const baseline = layout.headsTop + layout.heads.stageHeight + head.baseline;
      return boxOf({ block: head.name, x: head.nameX, baseline, width: column.x + column.width - head.nameX - 6 });
    }
    case 'laneName': {
      const lane = layout.lanes.find((each) => each.layout.lane.id === target.id);
      if (lane === undefined) return null;
      const { name, nameY } = lane.layout.label;
      const x = layout.metrics.margin + 28;
      return boxOf({ block: name, x, baseline: lane.y + nameY, width: layout.columns.left - x - 10 });
    }
    case 'mapTitle':
    case 'mapScenario':
      return headerTextBox(layout, target.kind);
  }
}

function cardTextBox(layout: MapLayout, id: (TextTarget & { kind: 'card' })['id']): TextBox | null {
  const found = findCard(layout, id);
  if (found === undefined) return null;
  const { box, card } = found;
  if (card.content.kind === 'touchpoint') {
    const { name, nameY } = card.content.size;
    // Its channels begin right below it.
    return { ...boxOf({ block: name, x: box.x + 2, baseline: box.y + nameY, width: box.width - 2 }), ground: 2 };
  }
  const { size } = card.content;
  const width = Math.max(size.text.room, box.width - size.textX - 12);
  const placed = {
    block: size.text,
    x: box.x + size.textX,
    baseline: box.y + size.textY,
    width: size.text.room || width,
  };
  // The mark of what is known stands 3 px beside the text of an action.
  const isMarked = card.card.kind === 'action' && card.card.evidence !== 'none';
  return { ...boxOf(placed), ground: isMarked ? 2 : 7 };
}

function feelingTextBox(layout: MapLayout, id: (TextTarget & { kind: 'emotion' })['id']): TextBox | null {
  const found = findFeeling(layout, id);
  if (found === undefined) return null;
  const { lane, mark } = found;
  const width = Math.max(mark.label.room, 120);
  const placed = { block: mark.label, x: mark.x - width / 2, baseline: lane.y + mark.labelY, width };
  return { ...boxOf(placed), align: 'center' };
}

function stageTextBox(layout: MapLayout, target: TextTarget & { kind: 'stageName' | 'stageGoal' }): TextBox | null {
  const at = layout.columns.stages.findIndex((span) => span.stage.id === target.id);
  const [span, head] = [layout.columns.stages[at], layout.heads.stages[at]];
  if (!span || !head) return null;
  if (target.kind === 'stageName') {
    const baseline = layout.headsTop + head.nameY;
    return boxOf({ block: head.name, x: head.textX, baseline, width: span.width - 20 });
  }
  const baseline = layout.headsTop + head.goalY;
  return boxOf({ block: head.goal, x: head.textX + 23, baseline, width: span.width - 43 });
}

function headerTextBox(layout: MapLayout, kind: 'mapTitle' | 'mapScenario'): TextBox | null {
  const { header, metrics } = layout;
  if (header === null) return null;
  const x = metrics.margin;
  if (kind === 'mapTitle') {
    const width = header.title.room;
    return { ...boxOf({ block: header.title, x, baseline: header.titleY, width }), tracking: -0.022 };
  }
  return boxOf({ block: header.scenario, x, baseline: header.scenarioY, width: header.scenario.room });
}

/** Inter's ascent and descent in em (its hhea table), which set a line's baseline inside its line box. */
const ASCENT = 0.96875;
const DESCENT = 0.2412;

/** The CSS box whose first line's baseline falls on the painted one. */
function boxOf({ block, x, baseline, width }: Placed): TextBox {
  const { font, lineHeight } = block;
  const half = (lineHeight - (ASCENT + DESCENT) * font.size) / 2;
  const y = baseline - ASCENT * font.size - half;
  const height = Math.max(block.height, lineHeight);
  return {
    x,
    y,
    width: width > 0 ? width : 160,
    height,
    font,
    lineHeight,
    align: 'left',
    tracking: 0,
    ground: 4,
  };
}
