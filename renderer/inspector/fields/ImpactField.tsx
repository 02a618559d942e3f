import { type KeyboardEvent, type PointerEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../ApplicationContext.ts';
import { Field } from './Field.tsx';
import { useClosed } from './Fields.tsx';
import styles from './fields.module.css';

/** Both 0 when not said, else 1 low to 5 high. */
export interface ImpactAndEffort {
  readonly impact: number;
  readonly effort: number;
}

interface ImpactFieldProps {
  /** Null when several cards are shown that differ. */
  readonly value: ImpactAndEffort | null;
  readonly onWrite: (value: ImpactAndEffort) => void;
}

const HIGHEST = 5;
const MIDDLE = 3;
const UNSAID: ImpactAndEffort = { impact: 0, effort: 0 };

/** The quadrants, row by row: high impact above, little effort left. */
const QUADRANTS = ['doFirst', 'plan', 'whenIdle', 'leave'] as const;

/** How much a thing brings against what it costs: a point in a field of four, set by pointer or arrow keys. */
export function ImpactField({ value, onWrite }: ImpactFieldProps) {
  const { t } = useTranslation();
  const { editor } = useApplication();
  const closed = useClosed();
  const labelId = useId();
  const shown = value ?? UNSAID;
  const isSaid = shown.impact > 0 && shown.effort > 0;
  const words = isSaid
    ? t('inspector.impactWords', {
        impact: t(`inspector.impact.${levelOf(shown.impact)}`),
        effort: t(`inspector.effort.${levelOf(shown.effort)}`),
      })
    : t(value === null ? 'inspector.various' : 'inspector.notSaid');
  const quadrant = quadrantOf(shown);

  const onPointer = (event: PointerEvent<HTMLElement>): void => {
    if (closed || (event.type === 'pointermove' && event.buttons !== 1)) return;
    const box = event.currentTarget.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return;
    onWrite({
      impact: levelAt(1 - (event.clientY - box.top) / box.height),
      effort: levelAt((event.clientX - box.left) / box.width),
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = afterKey(shown, event.key);
    if (closed || next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    onWrite(next);
  };
  return (
    <Field label={t('inspector.impactAndEffort')} labelId={labelId} aside={words}>
      <div
        role="slider"
        tabIndex={closed ? -1 : 0}
        aria-disabled={closed}
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={HIGHEST}
        aria-valuenow={shown.impact}
        aria-valuetext={quadrant === null ? words : `${words}: ${t(`inspector.quadrant.${quadrant}`)}`}
        className={styles.impact}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          onPointer(event);
        }}
        onPointerMove={onPointer}
        onPointerUp={() => editor.endRun()}
        onBlur={() => editor.endRun()}
      >
        {QUADRANTS.map((name) => (
          <span key={name} data-on={name === quadrant ? '' : undefined}>
            {t(`inspector.quadrant.${name}`)}
          </span>
        ))}
        {isSaid && (
          <i
            style={{
              left: `${((shown.effort - 0.5) / HIGHEST) * 100}%`,
              top: `${(1 - (shown.impact - 0.5) / HIGHEST) * 100}%`,
            }}
          />
        )}
      </div>
    </Field>
  );
}

function levelAt(part: number): number {
  return Math.min(HIGHEST, Math.max(1, Math.floor(part * HIGHEST) + 1));
}

function levelOf(value: number): 'low' | 'middle' | 'high' {
  return value < MIDDLE ? 'low' : value === MIDDLE ? 'middle' : 'high';
}

/** Null on one of the lines between the quadrants, and while nothing is said. */
function quadrantOf({ impact, effort }: ImpactAndEffort): (typeof QUADRANTS)[number] | null {
  if (impact === 0 || effort === 0 || impact === MIDDLE || effort === MIDDLE) return null;
  if (impact > MIDDLE) return effort < MIDDLE ? 'doFirst' : 'plan';
  return effort < MIDDLE ? 'whenIdle' : 'leave';
}

/** Where a key leads: an arrow from nothing begins in the middle; Delete takes it back. Null for any other key. */
function afterKey({ impact, effort }: ImpactAndEffort, key: string): ImpactAndEffort | null {
  if (key === 'Delete' || key === 'Backspace') return UNSAID;
  const by = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[key];
  if (by === undefined) return null;
  const within = (value: number, change = 0): number =>
    Math.min(HIGHEST, Math.max(1, (value === 0 ? MIDDLE : value) + change));
  return { impact: within(impact, by[0]), effort: within(effort, by[1]) };
}
