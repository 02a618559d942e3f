import { THUMBNAIL, type Thumbnail } from '../../shared/layout/thumbnail.ts';
import type { CardKind } from '../../shared/records/card.ts';
import styles from './MapThumbnail.module.css';

/** The least width of a block, and what is left free at either side of it. */
const BLOCK = { least: 3, gap: 2 } as const;
/** The compass star of a moment of truth, radius 5. */
const STAR = 'M0 -5.5Q1.1 -1.1 5.5 0Q1.1 1.1 0 5.5Q-1.1 1.1 -5.5 0Q-1.1 -1.1 0 -5.5Z';

/** A map from far away: territories, the shapes of its cards, the river; in the colours of the theme. */
export function MapThumbnail({ thumbnail }: { readonly thumbnail: Thumbnail }) {
  const { width, height } = THUMBNAIL;
  const { stages, lanes, blocks, river } = thumbnail;
  return (
    <svg className={styles.thumbnail} viewBox={`-16 0 ${width + 16} ${height}`} aria-hidden="true">
      {stages.map(({ colour, x, width: span }) => (
        <g key={x}>
          <rect x={x} width={span} height={height} fill={`var(--${colour}-wash)`} />
          <rect x={x} width={span} height={THUMBNAIL.head} fill={`var(--${colour}-head)`} />
        </g>
      ))}
      {lanes.map((y) => (
        <line key={y} x1={-14} x2={-5} y1={y} y2={y} stroke="var(--line-2)" strokeWidth={1.6} />
      ))}
      {blocks.map(({ kind, x, y, width: span }) => (
        <Block
          key={`${x} ${y}`}
          kind={kind}
          x={x + BLOCK.gap}
          y={y}
          width={Math.max(BLOCK.least, span - 2 * BLOCK.gap)}
        />
      ))}
      {river !== null && <River river={river} />}
    </svg>
  );
}

interface BlockProps {
  readonly kind: CardKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The outline of a card's kind, large enough to be told apart. */
function Block({ kind, x, y, width }: BlockProps) {
  const height = THUMBNAIL.block;
  const colour = { fill: 'var(--card)', stroke: `var(--${COLOURS[kind]})` };
  if (kind === 'touchpoint') {
    return <circle cx={x + height / 2} cy={y + height / 2} r={height / 2 - 0.5} fill="var(--k-touch)" />;
  }
  if (kind === 'pain') {
    return <path d={`M${x} ${y}h${width - 3}l3 3v${height - 3}h${-width}z`} {...colour} />;
  }
  if (kind === 'opportunity') {
    return <path d={`M${x} ${y}h${width - 3}l3 ${height / 2}l-3 ${height / 2}h${3 - width}z`} {...colour} />;
  }
  return <rect x={x} y={y} width={width} height={height} rx={kind === 'goal' ? height / 2 : 2} {...colour} />;
}

function River({ river }: { readonly river: NonNullable<Thumbnail['river']> }) {
  const neutral = river.top + river.height / 2;
  const [only, ...others] = river.lines;
  return (
    <g fill="none" strokeLinecap="round">
      <rect y={river.top} width={THUMBNAIL.width} height={river.height} fill="var(--paper)" fillOpacity={0.72} />
      <line x2={THUMBNAIL.width} y1={neutral} y2={neutral} stroke="var(--line-2)" />
      {only === undefined && (
        <line x2={THUMBNAIL.width} y1={neutral} y2={neutral} stroke="var(--p1)" strokeWidth={2} strokeDasharray="1 4" />
      )}
      {only !== undefined &&
        others.length === 0 &&
        CONTOURS.map((by) => (
          <path
            key={by}
            d={only.path}
            transform={`translate(0 ${by})`}
            stroke={`var(--${only.colour})`}
            opacity={0.22}
          />
        ))}
      {river.lines.map(({ colour, path }) => (
        <path key={path} d={path} stroke={`var(--${colour})`} strokeWidth={2.2} />
      ))}
      {river.stars.map(({ x, y }) => (
        <path
          key={`${x} ${y}`}
          d={STAR}
          transform={`translate(${x} ${y})`}
          fill="var(--truth)"
          stroke="var(--paper)"
          strokeWidth={1}
        />
      ))}
    </g>
  );
}

/** Above and below the river of one person, px. */
const CONTOURS = [-7, -3.5, 3.5, 7] as const;

const COLOURS: Readonly<Record<CardKind, string>> = {
  action: 'line-3',
  touchpoint: 'k-touch',
  thought: 'k-thought',
  question: 'k-thought',
  quote: 'k-thought',
  pain: 'k-pain',
  dropOff: 'k-pain',
  opportunity: 'k-opp',
  idea: 'k-idea',
  companyAction: 'k-company',
  goal: 'k-goal',
  measure: 'k-metric',
  picture: 'line-3',
};
