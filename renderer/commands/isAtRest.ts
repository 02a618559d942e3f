import type { Application } from '../application.ts';

/** Something under way looks at the document's file, or changes it. */
export function isBusy({ session }: Application): boolean {
  const { saving, comparing, closing } = session.getState();
  return saving || comparing || closing !== null;
}

/** Nobody types or drags. */
export function isResting({ editing }: Application): boolean {
  const { text, gesture } = editing.getState();
  return text === null && gesture === null;
}
