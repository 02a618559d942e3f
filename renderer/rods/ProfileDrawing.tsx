import { THEMES } from '../../shared/scene/theme.ts';
import type { Profile } from './profileLayout.ts';

/** The rods are dark in both themes, and so is what lies on them. */
const COLOURS = THEMES.dark;
/** Narrower stages show no name: it would stand in its neighbour's place. */
const LEAST_NAMED = 34;

interface ProfileDrawingProps {
  readonly profile: Profile;
  readonly width: number;
  readonly height: number;
}

/** Stages as dark tiles with a coloured foot, the river, a star at every moment of truth. */
export function ProfileDrawing({ profile, width, height }: ProfileDrawingProps) {
  const single = profile.rivers.length === 1;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {profile.stages.map(({ key, name, colour, x, width: span }) => (
        <svg key={key} x={x + 0.75} width={Math.max(0, span - 1.5)} height={height} aria-hidden="true">
          <rect width="100%" height={height} rx={5} fill="var(--rod-2)" />
          <rect y={height - 3} width="100%" height={3} rx={1.5} fill={COLOURS[colour]} />
          {span >= LEAST_NAMED && (
            <text x={8} y={15} fontSize={12} fontWeight={600} fill="var(--rod-ink)">
              {name}
            </text>
          )}
        </svg>
      ))}
      <line
        x2={width}
        y1={profile.neutralY}
        y2={profile.neutralY}
        stroke="var(--rod-ink)"
        strokeOpacity={0.5}
        strokeDasharray="1 4"
      />
      {profile.rivers.map(({ key, colour, path }) => (
        <path
          key={key}
          d={path}
          fill="none"
          stroke={single ? 'var(--rod-glow)' : COLOURS[colour]}
          strokeWidth={2.4}
          strokeLinecap="round"
        />
      ))}
      {profile.stars.map(({ key, x, y }) => (
        <path
          key={key}
          d={STAR}
          transform={`translate(${x} ${y})`}
          fill="#ffd67a"
          stroke="var(--rod)"
          strokeWidth={1.4}
        />
      ))}
    </svg>
  );
}

/** The compass star of a moment of truth, radius 8. */
const STAR = 'M0 -8Q1.6 -1.6 8 0Q1.6 1.6 0 8Q-1.6 1.6 -8 0Q-1.6 -1.6 0 -8Z';
