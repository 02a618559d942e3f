import type { Place } from '../editing/place.ts';

/** The id of the element that stands for a place in the outline: what the canvas points to with aria-activedescendant. */
export function placeElementId(place: Place): string {
  return place.kind === 'cell' ? `at-${place.lane}-${place.step}` : `at-${place.id}`;
}
