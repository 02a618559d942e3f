/** Names Windows keeps for devices, whatever their ending. */
const DEVICE_NAMES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;

/** Characters that some file system refuses, or that change how a name reads: C0, C1, bidi controls, zero width. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;

/** The longest name, in bytes of UTF-8, that leaves room for an ending and a temporary one (most systems take 255). */
const LONGEST = 180;

/**
 * A title as a file name that every system takes, without ending; `otherwise` when nothing of the title is left.
 * A person can still type another name in the dialog.
 */
export function safeFileName(title: string, otherwise: string): string {
  const cleaned = title
    .replace(UNFIT, ' ')
    .replace(/\s+/g, ' ')
    // A leading dot hides a file, a trailing dot or space is lost on Windows.
    .replace(/^[. ]+/, '');
  const name = shorten(cleaned).replace(/[. ]+$/, '');
  if (name === '') return otherwise;
  return DEVICE_NAMES.test(name) ? `_${name}` : name;
}

function shorten(text: string): string {
  let short = '';
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > LONGEST) break;
    short += character;
  }
  return short;
}
