/** The colour a newcomer takes: the first nobody has, then the one used least. `colours` is not empty. */
export function nextColour<Colour extends string>(
  colours: readonly [Colour, ...Colour[]],
  used: readonly Colour[],
): Colour {
  const uses = (colour: Colour): number => used.filter((each) => each === colour).length;
  return colours.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best));
}
