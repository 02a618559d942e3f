import { useState } from 'react';
import { type RestoreScope, restoreVersion } from '../../shared/edits/restoreVersion.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useApplication, useDocument } from '../ApplicationContext.ts';

/** Restoring by the one door for changes, and taking the last of it back. */
export function useRestore(version: Records) {
  const { editor, editing, session } = useApplication();
  const [after, setAfter] = useState<Records | undefined>(undefined);
  const now = useDocument(({ records }) => records);
  const run = (scope: RestoreScope): boolean => {
    const before = editor.records;
    editor.edit(restoreVersion, { version, scope });
    const { records } = editor;
    if (records === undefined || editing.getState().refusal !== null) return false;
    if (records !== before) setAfter(records);
    const { map } = session.getState();
    const isThere = map !== null && getRecord(records, map) !== undefined;
    if (!isThere) session.setState({ map: indexRecords(records).roots('map')[0]?.id ?? null });
    return true;
  };
  const undo = (): void => {
    editor.undo();
  };
  return { run, undo, done: after !== undefined && after === now };
}
