/** One strip of a picture, from the left edge to the right, and the pieces a canvas can hold. px of the picture. */
export interface Strip {
  readonly y: number;
  readonly rows: number;
  readonly pieces: readonly { readonly x: number; readonly width: number }[];
}

/** Far below what a canvas can be (16,384 px a side, 268 megapixels), so that memory stays small. */
export const WIDEST_PIECE = 8192;
export const STRIP_PIXELS = 4_000_000;

/** Cuts a picture into strips of at most STRIP_PIXELS and pieces of at most WIDEST_PIECE, whatever its size. */
export function planStrips(width: number, height: number): readonly Strip[] {
  const rowsEach = Math.max(1, Math.floor(STRIP_PIXELS / width));
  const pieces: { x: number; width: number }[] = [];
  for (let x = 0; x < width; x += WIDEST_PIECE) pieces.push({ x, width: Math.min(WIDEST_PIECE, width - x) });
  const strips: Strip[] = [];
  for (let y = 0; y < height; y += rowsEach) strips.push({ y, rows: Math.min(rowsEach, height - y), pieces });
  return strips;
}
