/** Controls but tab and line feed, and what turns the direction in which text is read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming the control characters is the point
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text from outside as it may be shown: a file's name can make a terminal obey it, or read as another one. What could is
 * seen as a replacement character.
 */
export function showControls(text: string): string {
  return text.replace(CONTROLS, '\ufffd');
}
