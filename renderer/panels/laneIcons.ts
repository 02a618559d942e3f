import {
  Activity,
  Flag,
  Footprints,
  Gauge,
  Image,
  type LucideIcon,
  MessageCircle,
  Signpost,
  TextAlignStart,
  TriangleAlert,
  Waypoints,
  Workflow,
} from 'lucide-react';
import type { LaneKind } from '../../shared/records/lane.ts';

/** The icon of each kind of lane in the panels; the map draws the same. */
export const LANE_ICONS: Readonly<Record<LaneKind, LucideIcon>> = {
  goals: Flag,
  actions: Footprints,
  touchpoints: Waypoints,
  thoughts: MessageCircle,
  emotions: Activity,
  pains: TriangleAlert,
  opportunities: Signpost,
  backstage: Workflow,
  measures: Gauge,
  pictures: Image,
  text: TextAlignStart,
};
