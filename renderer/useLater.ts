import { startTransition, useEffect, useRef, useState } from 'react';
import type { Records } from '../shared/records/records.ts';
import { useApplication } from './ApplicationContext.ts';
import { afterFrame } from './afterFrame.ts';

/** A store, or several seen as one. */
export interface Source {
  subscribe(changed: () => void): () => void;
}

/** Where people type what the document says: a field shows each letter at once. */
const PANELS = '[data-region="left"], [data-region="right"]';

/**
 * What stores say, a moment later: lists and fields follow an edit after the frame in which the map does, in the time
 * that frames leave. While the focus is in a panel they follow at once. `sources` and `read` must stay the same.
 */
export function useLater<Part>(sources: readonly Source[], read: () => Part): Part {
  const [part, setPart] = useState(read);
  const given = useRef(part);
  const setup = useRef({ sources, read });
  useEffect(() => {
    let callOff: (() => void) | null = null;
    const take = (): void => {
      callOff?.();
      callOff = null;
      const now = setup.current.read();
      if (Object.is(now, given.current)) return;
      given.current = now;
      setPart(() => now);
    };
    const follow = (): void => {
      // Most of what stores tell is nothing new to most who read them, and a drag tells of every move.
      if (Object.is(setup.current.read(), given.current)) return;
      if (document.activeElement?.closest(PANELS)) take();
      else callOff ??= afterFrame(() => startTransition(take));
    };
    const stops = setup.current.sources.map((source) => source.subscribe(follow));
    // What changed between the first render and now was told to nobody.
    take();
    return () => {
      callOff?.();
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
