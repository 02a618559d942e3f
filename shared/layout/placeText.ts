import type { Font, TextMeasurer } from './font.ts';
import { type TextBlock, wrapText } from './textLayout.ts';

/** A text at its place: px from the top left corner of what it stands on, `y` the first baseline. */
export interface PlacedText {
  readonly text: TextBlock;
  readonly x: number;
  readonly y: number;
}

/** Wraps a text to a room (px) and puts it under a top edge. */
export type PlaceText = (
  text: string,
  font: Font,
  lineHeight: number,
  x: number,
  top: number,
  room: number,
) => PlacedText;

/** Makes what places texts with a measurer. */
export function placeTextWith(measurer: TextMeasurer): PlaceText {
  return (text, font, lineHeight, x, top, room) => ({
    text: wrapText(text, { width: room, font, lineHeight, measurer }),
    x,
    // Digits and capitals stand in the middle of their line.
    y: top + lineHeight / 2 + font.size * 0.36,
  });
}

/** The lower edge of a placed text. px */
export function bottomOf({ text, y }: PlacedText): number {
  return y - text.lineHeight / 2 - text.font.size * 0.36 + text.height;
}
