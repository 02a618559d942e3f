import { useCallback, useEffect, useState } from 'react';
import type { DocumentHandle, DocumentVersion, OpenFault } from '../../shared/ipc/projectStore.ts';
import type { Records } from '../../shared/records/records.ts';
import { repairRecords } from '../../shared/store/integrity.ts';
import type { Result } from '../../shared/util/result.ts';
import { useApplication, useDocument } from '../ApplicationContext.ts';
import { loadFonts, rareCharacters } from '../canvas/fonts.ts';

/** A version's records, mended as if it were opened; or why it cannot be read. */
export type ReadVersion = Result<Records, OpenFault>;

/** What the history shows. */
export interface ShownHistory {
  /** Newest first; null until they are known. */
  readonly versions: readonly DocumentVersion[] | null;
  /** The version that is looked at, A. */
  readonly from: DocumentVersion | null;
  /** What it is compared with, B: a newer version, or null for the document as it is now. */
  readonly to: DocumentVersion | null;
  /** Null while it is being read. */
  readonly readFrom: ReadVersion | null;
  /** Null while it is being read, and where B is now. */
  readonly readTo: ReadVersion | null;
  readonly chooseFrom: (revision: string) => void;
  /** Null for now. */
  readonly chooseTo: (revision: string | null) => void;
  readonly name: (name: string) => Promise<void>;
}

/** The versions of the open document, and the two the person compares: at first the newest with now. */
export function useHistory(): ShownHistory {
  const { bridge, settleEdits } = useApplication();
  const handle = useDocument((document) => document.handle);
  const savedAt = useDocument(({ save }) => save.savedAt);
  const [versions, setVersions] = useState<readonly DocumentVersion[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const at = Math.max(0, versions?.findIndex(({ revision }) => revision === chosen) ?? 0);
  const from = versions?.[at] ?? null;
  // What is not newer than A cannot be B.
  const to = versions?.slice(0, at).find(({ revision }) => revision === until) ?? null;

  const list = useCallback(async (): Promise<void> => {
    if (handle === null) return;
    await settleEdits();
    setVersions(await bridge.listVersions(handle));
  }, [bridge, handle, settleEdits]);

  // Asked anew after every save: it makes a version.
  // biome-ignore lint/correctness/useExhaustiveDependencies: savedAt says when to ask, not what
  useEffect(() => {
    list().catch(() => setVersions([]));
  }, [list, savedAt]);

  const readFrom = useVersion(handle, from?.revision ?? null);
  const readTo = useVersion(handle, to?.revision ?? null);
  const name = async (given: string): Promise<void> => {
    if (handle === null || from === null) return;
    await bridge.nameVersion(handle, from.revision, given);
    await list();
  };
  return { versions, from, to, readFrom, readTo, chooseFrom: setChosen, chooseTo: setUntil, name };
}

/** Reads a version; null while that takes, and for none. */
function useVersion(handle: DocumentHandle | null, wanted: string | null): ReadVersion | null {
  const { bridge } = useApplication();
  const [read, setRead] = useState<{ readonly revision: string; readonly records: ReadVersion } | null>(null);
  useEffect(() => {
    if (handle === null || wanted === null) return;
    let isWanted = true;
    const readIt = async (): Promise<void> => {
      const answer = await bridge.readVersion(handle, wanted);
      if (answer.ok) await loadFonts(rareCharacters(answer.value.values()));
      if (!isWanted) return;
      const records = answer.ok ? { ok: true as const, value: repairRecords(answer.value).records } : answer;
      setRead({ revision: wanted, records });
    };
    void readIt();
    return () => {
      isWanted = false;
    };
  }, [bridge, handle, wanted]);
  return read !== null && read.revision === wanted ? read.records : null;
}
