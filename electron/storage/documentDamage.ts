/** Thrown while a document is read when what stands there cannot be what was written; a fault at the border. */
export class DocumentDamage extends Error {
  override readonly name = 'DocumentDamage';
}

/** The value when it is a text, as its column says; a handmade or broken file may hold something else. */
export function needText(value: unknown, place: string): string {
  if (typeof value !== 'string') throw new DocumentDamage(`${place} is no text`);
  return value;
}

/** The value when it is a whole number that JavaScript can hold. */
export function needInteger(value: unknown, place: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw new DocumentDamage(`${place} is no whole number`);
  return value;
}
