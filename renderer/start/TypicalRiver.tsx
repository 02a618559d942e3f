import { curvePath, runToBorders } from '../../shared/layout/curve.ts';
import { BEST_FEELING, WORST_FEELING } from '../../shared/records/emotion.ts';
import styles from './JourneyTypes.module.css';

const WIDTH = 200;
const HEIGHT = 76;
const INSET = 10;

interface TypicalRiverProps {
  /** Feelings step by step, -2 to +2. */
  readonly feelings: readonly number[];
  /** Which of them is the moment of truth. */
  readonly turn: number;
}

/** How a kind of journey usually feels, with faint lines of depth; for the eye only. */
export function TypicalRiver({ feelings, turn }: TypicalRiverProps) {
  const toY = (value: number): number =>
    INSET + ((BEST_FEELING - value) / (BEST_FEELING - WORST_FEELING)) * (HEIGHT - 2 * INSET);
  const points = feelings.map((value, at) => ({ x: ((at + 0.5) / feelings.length) * WIDTH, y: toY(value) }));
  const path = curvePath(runToBorders(points, 0, WIDTH, HEIGHT - INSET, INSET));
  const star = points[turn];
  return (
    <svg className={styles.river} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <line x1={0} x2={WIDTH} y1={toY(0)} y2={toY(0)} className={styles.neutral} />
      {[-17, -9, 9, 17].map((away) => (
        <path
          key={away}
          d={path}
          transform={`translate(0 ${away})`}
          className={styles.depth}
          opacity={Math.abs(away) < 10 ? 0.34 : 0.16}
        />
      ))}
      <path d={path} className={styles.line} />
      {star !== undefined && <path d={`M${star.x} ${star.y}h0.01`} className={styles.turn} />}
      {star !== undefined && <path d={`M${star.x} ${star.y}h0.01`} className={styles.turnInside} />}
    </svg>
  );
}
