import type { CardKind } from '../../shared/records/card.ts';
import { pinItems } from '../../shared/scene/pins.ts';
import { SceneDrawing } from './fields/SceneDrawing.tsx';

interface KindPinProps {
  readonly kind: CardKind;
  readonly priority?: number;
  /** CSS px. */
  readonly size: number;
}

/** The pin by which a kind of card is known. */
export function KindPin({ kind, priority = 0, size }: KindPinProps) {
  return <SceneDrawing items={pinItems(kind, 0, 0, 'chrome', priority)} viewBox={[-17, -17, 34, 34]} width={size} />;
}
