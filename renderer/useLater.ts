import { startTransition, useEffect, useRef, useState } from 'react';
import type { Records } from '../shared/records/records.ts';
import { useApplication } from './ApplicationContext.ts';

/** A store, or several seen as one. */
export interface Source {
  subscribe(changed: () => void): () => void;
}

/** Where people type what the document says: a field shows each letter at once. */
const PANELS = '[data-region="left"], [data-region="right"]';

/**
 * What stores say, a moment later: lists and fields follow an edit in the time that frames leave, so that the map never
 * waits for them. While the focus is in a panel they follow at once. `sources` and `read` must stay the same.
 */
export function useLater<Part>(sources: readonly Source[], read: () => Part): Part {
  const [part, setPart] = useState(read);
  const given = useRef(part);
  const setup = useRef({ sources, read });
  useEffect(() => {
    const follow = (): void => {
      const now = setup.current.read();
      if (Object.is(now, given.current)) return;
      given.current = now;
      if (document.activeElement?.closest(PANELS)) setPart(() => now);
      else startTransition(() => setPart(() => now));
    };
    const stops = setup.current.sources.map((source) => source.subscribe(follow));
    // What changed between the first render and now was told to nobody.
    follow();
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return part;
}

/** The records of the document, later; null while none is open. */
export function useLaterRecords(): Records | null {
  const { documents } = useApplication();
  return useLater([documents], () => documents.getState().document?.records ?? null);
}
