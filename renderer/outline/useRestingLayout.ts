import { useRef } from 'react';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import { useApplication } from '../ApplicationContext.ts';
import { useLater } from '../useLater.ts';

/**
 * The layout of the map shown while nothing is under way: a drag, or typing that is not kept yet, draws many layouts a
 * second, and none of them is one to read from. It comes when frames leave time for it. Null while no map is shown.
 */
export function useRestingLayout(): MapLayout | null {
  const { scene, editing } = useApplication();
  const last = useRef<MapLayout | null>(null);
  return useLater([scene, editing], () => {
    const layout = scene.getState().shown?.layout ?? null;
    const { gesture, preview } = editing.getState();
    const rests = gesture === null && preview === null;
    if (rests || layout === null || last.current?.map.id !== layout.map.id) last.current = layout;
    return last.current;
  });
}
