/** Something outside npm is missing; the message is one line that names the exact remedy. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

/** Tells what a script is about to obtain. On stderr, so that a command's own output stays clean. */
export function notice(message: string): void {
  process.stderr.write(`meander: ${message}\n`);
}
