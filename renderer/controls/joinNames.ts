/** One class attribute of several names; what is not given is left out. */
export function joinNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
