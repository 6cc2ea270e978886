/**
 * The nearest-rank percentile: the least value that at least this share of the values do not exceed.
 * @param share 0-1, e.g. 0.95
 * @returns NaN without values
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
