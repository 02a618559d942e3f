/** The middle of some figures; the mean of the two middle ones when they are even. NaN of none. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}

/** The figure that 95 of 100 do not exceed. NaN of none. */
export function percentile95(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

/** The longest of some times; throws for none, which is no measurement. */
export function longest(times: readonly number[]): number {
  if (times.length === 0) throw new Error('Nothing was measured');
  return Math.max(...times);
}
