/** C0 and C1 controls but tab and line feed, and U+FFFE/U+FFFF: nothing a person types, and poison for XML. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming the control characters is the point
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/gu;

/** What most texts consist of: there is nothing to clean. */
const PLAIN = /^[\n -~]*$/;

/** A surrogate without its partner: not valid Unicode, so it could not be written as UTF-8. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * Text as a record stores it: what was typed, in NFC, with line feeds only and without control characters.
 * Applied on entry, so that equal text has equal bytes.
 */
export function cleanText(typed: string): string {
  if (PLAIN.test(typed)) return typed;
  return typed.replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(LONE_SURROGATES, '\ufffd').normalize('NFC');
}

/** Text for a field of one line: clean, every line break a space. */
export function cleanLine(typed: string): string {
  return cleanText(typed).replaceAll('\n', ' ');
}
