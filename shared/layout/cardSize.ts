import type { AssetRecord } from '../records/asset.ts';
import type { CardKind, CardRecord } from '../records/card.ts';
import type { SourceRecord } from '../records/source.ts';
import { type Font, italicFont, uprightFont } from './font.ts';
import { emptyBlock, type TextBlock, wrapText } from './textLayout.ts';
import type { TouchpointContext } from './touchpoint.ts';

/** What a card's size hangs on, besides its own record. */
export interface CardContext extends TouchpointContext {
  /** What the evidence row says when the card has no note of its own. */
  readonly assumptionWord: string;
  readonly researchedWord: string;
  source(id: SourceRecord['id']): SourceRecord | undefined;
  asset(id: AssetRecord['id']): AssetRecord | undefined;
}

/** A card measured for one width; positions are px from its top left corner. */
export interface CardSize {
  readonly height: number;
  /** The main text and where its first baseline begins. */
  readonly text: TextBlock;
  readonly textX: number;
  readonly textY: number;
  /** The text beside the evidence mark; null when the card shows no evidence row. */
  readonly evidence: { readonly block: TextBlock; readonly x: number; readonly y: number } | null;
  /** A measure's figure. */
  readonly figure: { readonly block: TextBlock; readonly x: number; readonly y: number } | null;
  /** A picture's box. */
  readonly picture: { readonly width: number; readonly height: number } | null;
}

/** The kinds whose pin stands out of their top edge. */
export function hasPin(kind: CardKind): boolean {
  return !['action', 'companyAction', 'goal', 'measure', 'touchpoint', 'picture'].includes(kind);
}

/** The kinds drawn as a speech bubble with a tail. */
export function hasTail(kind: CardKind): boolean {
  return kind === 'thought' || kind === 'question' || kind === 'quote';
}

const SIZE = 15;
const LINE = 20;
/** From a line's top to its baseline, for 15 px on 20: Inter's ascent centred in the line. */
const ASCENT = 14;
const EVIDENCE_FONT = uprightFont(12.5, 500);
const EVIDENCE_LINE = 16;

/** The cut a card's text is set in. */
function cardFont(kind: CardKind): Font {
  if (hasTail(kind)) return italicFont(SIZE);
  const strong =
    kind === 'action' || kind === 'pain' || kind === 'dropOff' || kind === 'opportunity' || kind === 'goal';
  return uprightFont(SIZE, strong ? 500 : 400);
}

/** The space left and right of a card's text. */
function sidePadding(card: CardRecord): { left: number; right: number } {
  const left = card.kind === 'companyAction' ? 20 : 14;
  if (card.kind === 'opportunity') return { left, right: 20 };
  if (card.kind === 'pain') return { left, right: 14 };
  if (card.kind === 'action' && card.evidence !== 'none') return { left, right: 22 };
  return { left, right: 12 };
}

/** What stands beside the evidence mark. */
function evidenceText(card: CardRecord, context: CardContext): string {
  if (card.evidenceNote !== '') return card.evidenceNote;
  const first = card.sources[0];
  const source = first === undefined ? undefined : context.source(first);
  if (source !== undefined && source.name !== '') return source.name;
  return card.evidence === 'assumption' ? context.assumptionWord : context.researchedWord;
}

/** Measures a card for a width in px. `lendWord` as in WrapOptions. */
export function sizeCard(card: CardRecord, width: number, context: CardContext, lendWord = true): CardSize {
  switch (card.kind) {
    case 'goal':
      return sizeGoal(card, width, context, lendWord);
    case 'measure':
      return sizeMeasure(card, width, context, lendWord);
    case 'picture':
      return sizePicture(card, width, context, lendWord);
    default:
      return sizePlain(card, width, context, lendWord);
  }
}

function wrap(
  text: string,
  width: number,
  font: Font,
  lineHeight: number,
  context: CardContext,
  lendWord: boolean,
): TextBlock {
  return wrapText(text, { width: Math.max(width, 24), font, lineHeight, measurer: context.measurer, lendWord });
}

/** An empty card is as high as one with a line of text, so that typing the first letter moves nothing. */
function textHeight(block: TextBlock): number {
  return Math.max(block.height, block.lineHeight);
}

function sizePlain(card: CardRecord, width: number, context: CardContext, lendWord: boolean): CardSize {
  const { left, right } = sidePadding(card);
  const text = wrap(card.text, width - left - right, cardFont(card.kind), LINE, context, lendWord);
  const top = hasPin(card.kind) ? 20 : 12;
  const bottomOfText = top + textHeight(text);
  if (card.evidence === 'none' || card.kind === 'action') {
    return {
      height: bottomOfText + 12,
      text,
      textX: left,
      textY: top + ASCENT,
      evidence: null,
      figure: null,
      picture: null,
    };
  }
  const block = wrap(
    evidenceText(card, context),
    width - left - 17 - right,
    EVIDENCE_FONT,
    EVIDENCE_LINE,
    context,
    true,
  );
  const height = bottomOfText + 24 + 9 + Math.max(0, block.lines.length - 1) * EVIDENCE_LINE;
  const y = height - 11.5 - Math.max(0, block.lines.length - 1) * EVIDENCE_LINE;
  return {
    height,
    text,
    textX: left,
    textY: top + ASCENT,
    evidence: { block, x: left + 17, y },
    figure: null,
    picture: null,
  };
}

const GOAL_TEXT_X = 38;

function sizeGoal(card: CardRecord, width: number, context: CardContext, lendWord: boolean): CardSize {
  const text = wrap(card.text, width - GOAL_TEXT_X - 18, cardFont('goal'), LINE, context, lendWord);
  const height = textHeight(text) + 22;
  return { height, text, textX: GOAL_TEXT_X, textY: 11 + ASCENT + 1, evidence: null, figure: null, picture: null };
}

function sizeMeasure(card: CardRecord, width: number, context: CardContext, lendWord: boolean): CardSize {
  const font = uprightFont(14.5, 500);
  const left = 14;
  const figure = wrap(card.figure, width - left - 12, uprightFont(20, 700), 26, context, false);
  const beside = figure.lines.length === 0 ? left : left + figure.width + 12;
  const oneLineWidth = context.measurer.width(card.text, font);
  if (figure.lines.length <= 1 && !card.text.includes('\n') && beside + oneLineWidth + 12 <= width) {
    const text = wrap(card.text, oneLineWidth + 1, font, LINE, context, lendWord);
    return {
      height: 46,
      text,
      textX: beside,
      textY: 29,
      evidence: null,
      figure: { block: figure, x: left, y: 30 },
      picture: null,
    };
  }
  const text = wrap(card.text, width - left - 12, font, LINE, context, lendWord);
  const textTop = figure.lines.length === 0 ? 13 : 10 + figure.height + 2;
  return {
    height: textTop + textHeight(text) + 11,
    text,
    textX: left,
    textY: textTop + ASCENT,
    evidence: null,
    figure: { block: figure, x: left, y: 30 },
    picture: null,
  };
}

/** A picture without bytes yet keeps this share of its width as height; a very tall one is held to a square and a half. */
const EMPTY_PICTURE_RATIO = 0.6;
const TALLEST_PICTURE_RATIO = 1.5;

function sizePicture(card: CardRecord, width: number, context: CardContext, lendWord: boolean): CardSize {
  const asset = card.asset === null ? undefined : context.asset(card.asset);
  const ratio = asset === undefined ? EMPTY_PICTURE_RATIO : Math.min(asset.height / asset.width, TALLEST_PICTURE_RATIO);
  const pictureHeight = Math.round(width * ratio);
  const font = uprightFont(13.5, 400);
  const text = card.text === '' ? emptyBlock(font, 18) : wrap(card.text, width - 20, font, 18, context, lendWord);
  const caption = text.lines.length === 0 ? 0 : text.height + 16;
  return {
    height: pictureHeight + caption,
    text,
    textX: 10,
    textY: pictureHeight + 8 + 13,
    evidence: null,
    figure: null,
    picture: { width, height: pictureHeight },
  };
}
