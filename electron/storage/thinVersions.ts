import type { StoredVersion } from '../../shared/ipc/projectStore.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How densely versions are kept: up to `age`, the last one of every `step`. Milliseconds. */
const DENSITY = [
  { age: DAY, step: 0 },
  { age: 7 * DAY, step: HOUR },
  { age: 90 * DAY, step: DAY },
] as const;

/**
 * The versions to let go: all of the last day stay, then the last of every hour for a week, then the last of every day
 * (UTC) for 90 days; named ones stay for ever. The newest version stays in any case, and so does the newest of those
 * that are older: it is what the document said when the 90 days began.
 */
export function thinVersions(versions: readonly StoredVersion[], now: number): readonly StoredVersion[] {
  const newestFirst = [...versions].sort((a, b) => b.at - a.at);
  const kept = new Set<string>();
  return newestFirst.filter((version, index) => {
    if (index === 0 || version.isNamed) return false;
    const density = DENSITY.find(({ age }) => now - version.at <= age);
    if (density?.step === 0) return false;
    const slot = density === undefined ? 'older' : `${density.step}:${Math.floor(version.at / density.step)}`;
    if (kept.has(slot)) return true;
    kept.add(slot);
    return false;
  });
}
