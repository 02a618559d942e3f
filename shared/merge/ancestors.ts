/** A revision as far as descent goes. */
export interface Descendant {
  readonly id: string;
  readonly parents: readonly string[];
}

/** A revision and all it descends from, as far as they are listed. */
export function ancestorsOf(revisions: readonly Descendant[], heads: readonly string[]): ReadonlySet<string> {
  const parents = new Map(revisions.map((revision) => [revision.id, revision.parents]));
  const found = new Set<string>();
  const open = heads.filter((head) => parents.has(head));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(parents.get(id) ?? []));
  }
  return found;
}

/**
 * The revision at which two copies parted: the one they share that descends from all others they share. Null when they
 * share none, or when several are the last ones, as after two merges that crossed.
 */
export function partingOf(mine: readonly Descendant[], theirs: readonly Descendant[]): string | null {
  const known = new Set(theirs.map(({ id }) => id));
  const shared = mine.filter(({ id }) => known.has(id));
  const inherited = new Set(shared.flatMap(({ parents }) => parents));
  const [last, ...others] = shared.filter(({ id }) => !inherited.has(id));
  return last === undefined || others.length > 0 ? null : last.id;
}
