import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Whether a process that was killed had a save under way: its intent still stands. Looks at copies only. */
export function isInsideSave(privateFolder: string): boolean {
  const works = join(privateFolder, 'work');
  return readdirSync(works).some((id) => hasIntent(join(works, id)));
}

function hasIntent(work: string): boolean {
  if (!existsSync(join(work, 'session.db'))) return false;
  const folder = mkdtempSync(join(tmpdir(), 'meander-look-'));
  try {
    for (const name of ['session.db', 'session.db-wal']) {
      if (existsSync(join(work, name))) copyFileSync(join(work, name), join(folder, name));
    }
    const database = new Database(join(folder, 'session.db'));
    // A process killed at its very beginning has made no table yet.
    const isMade = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'session'").get() !== undefined;
    const query = "SELECT value ->> 'intent' IS NOT NULL FROM session WHERE key = 'state'";
    const found = isMade ? database.prepare(query).pluck().get() : 0;
    database.close();
    return found === 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
