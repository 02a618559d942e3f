import { useEffect, useRef } from 'react';
import { useApplication } from '../ApplicationContext.ts';
import { announceEdits } from './announceEdits.ts';

/** Says aloud what edits did. The words reach the page past React: nothing else of it changes. */
export function Announcer() {
  const app = useApplication();
  const region = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      announceEdits(app, (words) => {
        const element = region.current;
        // The same words again would be no change, and stay unsaid.
        if (element !== null) element.textContent = element.textContent === words ? `${words}\u00a0` : words;
      }),
    [app],
  );
  return <div ref={region} className="visually-hidden" role="log" aria-live="polite" />;
}
