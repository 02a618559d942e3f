import { curvePath } from '../../shared/layout/curve.ts';
import { BEST_FEELING, WORST_FEELING } from '../../shared/records/emotion.ts';

interface MiniCurveProps {
  /** Feelings along the journey, -2 to +2. */
  readonly values: readonly number[];
  readonly active: boolean;
}

const WIDTH = 36;
const HEIGHT = 20;
const INSET = 2;

/** A map's river at a glance; flat and dotted while nobody has said how it feels. */
export function MiniCurve({ values, active }: MiniCurveProps) {
  const known = values.length > 1;
  const points = (known ? values : [0, 0]).map((value, at, all) => ({
    x: INSET + (at / (all.length - 1)) * (WIDTH - 2 * INSET),
    y: INSET + ((BEST_FEELING - value) / (BEST_FEELING - WORST_FEELING)) * (HEIGHT - 2 * INSET),
  }));
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} fill="none" aria-hidden="true">
      <path
        d={curvePath(points)}
        stroke={active ? 'var(--river)' : 'var(--ink-3)'}
        strokeWidth={1.9}
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeDasharray={known ? undefined : '1 4'}
      />
    </svg>
  );
}
