import { useEffect } from 'react';
import { useApplication } from '../ApplicationContext.ts';
import { followClipboard } from './followClipboard.ts';
import { PasteQuestion } from './PasteQuestion.tsx';

/** Lets the map take part in copying, cutting, pasting and dropping while a project is open. */
export function ClipboardKeeper() {
  const app = useApplication();
  useEffect(() => followClipboard(app), [app]);
  return <PasteQuestion />;
}
