const REGIONS = ['upperRod', 'left', 'canvas', 'right', 'lowerRod'] as const;

/** F6 walks through the window's regions and Shift+F6 back, in the order of UI.md section 14. Returns the way to stop. */
export function followRegions(target: Window = window): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
    const regions = REGIONS.flatMap((name) => [...document.querySelectorAll<HTMLElement>(`[data-region="${name}"]`)]);
    if (regions.length === 0) return;
    event.preventDefault();
    const at = regions.findIndex((region) => region.contains(document.activeElement));
    const step = event.shiftKey ? -1 : 1;
    const start = at < 0 && event.shiftKey ? 0 : at;
    regions[(start + step + regions.length) % regions.length]?.focus();
  };
  target.addEventListener('keydown', onKey);
  return () => target.removeEventListener('keydown', onKey);
}
