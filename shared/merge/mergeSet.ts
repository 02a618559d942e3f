/**
 * Two states of a set as one: what either added, without what either removed since `before`. Where nobody knows what
 * was before, nothing counts as removed. The elements of `first` keep their order and come first.
 */
export function mergeSet(
  first: readonly string[],
  second: readonly string[],
  before: readonly string[] | null,
): readonly string[] {
  const wasThere = new Set(before);
  const isIn = { first: new Set(first), second: new Set(second) };
  return [
    ...first.filter((element) => isIn.second.has(element) || !wasThere.has(element)),
    ...second.filter((element) => !isIn.first.has(element) && !wasThere.has(element)),
  ];
}
