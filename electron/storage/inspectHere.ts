import { copyFileSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { OpenFault } from '../../shared/ipc/projectStore.ts';
import type { InspectionRequest, Seal, Verdict } from '../../shared/ipc/storageMessages.ts';
import { type Result, success } from '../../shared/util/result.ts';
import type { Inspector } from './inspector.ts';
import { judgeVersion } from './judgeVersion.ts';
import { proveVersion } from './proveVersion.ts';
import { guardReading } from './readBehindGate.ts';
import type { HidingLog } from './salvage/databasePages.ts';
import { readLogFrames } from './salvage/logFrames.ts';
import { salvageDocument } from './salvage/salvageDocument.ts';

/** Inspects in this process: what the inspector process does itself, and enough for files nobody could have planted. */
export const inspectHere: Inspector = {
  inspect: (request) => answerInspection(request, async (path) => judgeVersion(path)),
};

/** Judges a private copy with every check there is. */
type Judge = (path: string) => Promise<Result<Seal, OpenFault>>;

/** Does what an inspector is asked. */
export async function answerInspection(
  { path, recover, salvageTo, judged }: InspectionRequest,
  judge: Judge,
): Promise<Verdict> {
  if (salvageTo !== null) return salvage(path, salvageTo, recover);
  const settled = recover ? guardReading(() => settleSidecars(path)) : success(null);
  if (!settled.ok) return settled;
  const proven = judged === null ? success(null) : proveVersion(path, judged);
  if (!proven.ok) return proven;
  const seal = proven.value === null ? await judge(path) : success(proven.value);
  return seal.ok ? success({ seal: seal.value, salvage: null }) : seal;
}

function salvage(path: string, target: string, hasSidecars: boolean): Verdict {
  const kept = `${path}-kept`;
  try {
    const log = hasSidecars ? keepHidingLog(`${path}-wal`, kept) : null;
    // What is damaged may not let its sidecars be settled: then they are among what is lost.
    if (hasSidecars) guardReading(() => settleSidecars(path));
    return guardReading(() => salvageDocument(path, target, log));
  } finally {
    rmSync(kept, { force: true });
  }
}

/** Puts a log aside that hides edits behind a broken frame: settling it throws them away. */
function keepHidingLog(path: string, kept: string): HidingLog | null {
  const frames = readLogFrames(path);
  if (frames === null || !frames.hidesEdits) return null;
  copyFileSync(path, kept);
  return { ...frames, path: kept };
}

/** Lets SQLite roll back a journal or take over a WAL that stands beside a private copy; then there is no sidecar. */
function settleSidecars(path: string): Result<null, OpenFault> {
  const database = new Database(path, { fileMustExist: true });
  try {
    database.pragma('trusted_schema = 0');
    database.pragma('cell_size_check = 1');
    database.pragma('mmap_size = 0');
    database.pragma('journal_mode = DELETE');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
  } finally {
    database.close();
  }
  return success(null);
}
