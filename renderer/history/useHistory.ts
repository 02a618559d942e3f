import { useCallback, useEffect, useState } from 'react';
import type { DocumentVersion, OpenFault } from '../../shared/ipc/projectStore.ts';
import type { Records } from '../../shared/records/records.ts';
import { repairRecords } from '../../shared/store/integrity.ts';
import type { Result } from '../../shared/util/result.ts';
import { useApplication, useDocument } from '../ApplicationContext.ts';
import { loadFonts, rareCharacters } from '../canvas/fonts.ts';

/** The version that is looked at, once it has been read. */
export interface ReadVersion {
  readonly revision: string;
  /** Mended as if it were opened; or why it cannot be read. */
  readonly records: Result<Records, OpenFault>;
}

/** What the history shows. */
export interface ShownHistory {
  /** Null until they are known. */
  readonly versions: readonly DocumentVersion[] | null;
  readonly chosen: DocumentVersion | null;
  /** Null while it is being read. */
  readonly read: ReadVersion | null;
  readonly choose: (revision: string) => void;
  readonly name: (name: string) => Promise<void>;
}

/** The versions of the open document, and the one the person looks at: at first the newest. */
export function useHistory(): ShownHistory {
  const { bridge, settleEdits } = useApplication();
  const handle = useDocument((document) => document.handle);
  const savedAt = useDocument(({ save }) => save.savedAt);
  const [versions, setVersions] = useState<readonly DocumentVersion[] | null>(null);
  const [revision, setRevision] = useState<string | null>(null);
  const [read, setRead] = useState<ReadVersion | null>(null);
  const chosen = versions?.find((version) => version.revision === revision) ?? versions?.[0] ?? null;
  const wanted = chosen?.revision ?? null;

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

  useEffect(() => {
    if (handle === null || wanted === null) return;
    let isWanted = true;
    setRead((before) => (before?.revision === wanted ? before : null));
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

  const name = async (given: string): Promise<void> => {
    if (handle === null || wanted === null) return;
    await bridge.nameVersion(handle, wanted, given);
    await list();
  };
  return { versions, chosen, read, choose: setRevision, name };
}
