import { budgetFor, type Calibrated, type Figures, METRICS, type Metric } from './metrics.ts';

const WIDTHS = [51, 12, 16, 6] as const;

/** The lines that tell what was measured beside what it may be, and how many calibrations long it was. */
export function reportLines(cards: number, figures: Figures, calibrated: Calibrated): readonly string[] {
  const lines: string[] = [];
  for (const [name, metric] of Object.entries<Metric>(METRICS)) {
    const found = Object.entries(figures).find(([key]) => key === name)?.[1];
    if (found === undefined) continue;
    const budget = budgetFor(metric, cards);
    lines.push(
      [
        metric.name.padEnd(WIDTHS[0]),
        tell(found, metric).padStart(WIDTHS[1]),
        (budget === null ? '' : `of ${tell(budget, metric)}`).padStart(WIDTHS[2]),
        (budget === null ? '' : found <= budget ? 'MET' : 'MISSED').padStart(WIDTHS[3] + 2),
        metric.against === null || Number.isNaN(calibrated[metric.against])
          ? ''
          : `  ${ratio(found, metric, calibrated[metric.against])} x ${metric.against}`,
      ]
        .join('')
        .trimEnd(),
    );
  }
  return lines;
}

/** How many figures exceed their budget. */
export function countMissed(cards: number, figures: Figures): number {
  return Object.entries<Metric>(METRICS).filter(([name, metric]) => {
    const found = Object.entries(figures).find(([key]) => key === name)?.[1];
    const budget = budgetFor(metric, cards);
    return found !== undefined && budget !== null && found > budget;
  }).length;
}

function tell(figure: number, { unit }: Metric): string {
  if (Number.isNaN(figure)) return 'nothing';
  const digits = unit === 's/MP' ? 3 : unit === 's' ? 2 : figure < 1 ? 2 : figure < 10 ? 1 : 0;
  return `${figure.toFixed(digits)} ${unit}`;
}

function ratio(figure: number, { unit }: Metric, calibration: number): string {
  return ((figure * (unit === 'ms' ? 1 : 1000)) / calibration).toFixed(1);
}
