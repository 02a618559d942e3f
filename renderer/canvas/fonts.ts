import type { Font } from '../../shared/layout/font.ts';
import { FONT_FAMILY } from '../../shared/scene/sceneToSvg.ts';

/** Every cut that can stand on a map or in a panel. */
const CUTS = ['400', '500', '600', '700', 'italic 400', 'italic 500'];

const names = new Map<number, string>();

/** A cut as CSS and canvases name it. */
export function fontName(font: Font): string {
  const key = (font.size * 1000 + font.weight / 100) * (font.italic ? -1 : 1);
  let name = names.get(key);
  if (name === undefined) {
    name = `${font.italic ? 'italic ' : ''}${font.weight} ${font.size}px ${FONT_FAMILY}`;
    names.set(key, name);
  }
  return name;
}

/** Latin, and the marks the application itself draws. */
const ALWAYS = 'Aäßœ0123456789−–—…“”‘’×→';

const BEYOND_LATIN = /[\u{100}-\u{10ffff}]/u;

/** The characters of a document that a script's own font may be needed for: all beyond Latin-1, each once. */
export function rareCharacters(records: Iterable<object>): string {
  const found = new Set<string>();
  for (const record of records) addRare(record, found);
  return [...found].join('');
}

/** Asks each text by itself: most hold a byte a letter, and those an expression for more is done with at once. */
function addRare(value: object, found: Set<string>): void {
  for (const key in value) {
    const part: unknown = Reflect.get(value, key);
    if (typeof part === 'object' && part !== null) addRare(part, found);
    else if (typeof part === 'string' && BEYOND_LATIN.test(part)) {
      for (const character of part) if (BEYOND_LATIN.test(character)) found.add(character);
    }
  }
}

/**
 * Loads the cuts of Inter that a text needs: each script is a file of its own, fetched only when it is asked for,
 * and a width measured before it is there would be another font's. Resolves when all are there (or cannot be had:
 * then the system's font is both measured and drawn).
 */
export async function loadFonts(text: string, fonts: FontFaceSet = document.fonts): Promise<void> {
  const characters = [...new Set(ALWAYS + text)].join('');
  await Promise.all(CUTS.map((cut) => fonts.load(`${cut} 16px "Inter"`, characters).catch(() => [])));
}
