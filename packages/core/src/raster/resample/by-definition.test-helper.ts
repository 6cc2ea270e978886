import type { ResampleFilter } from './resample-filter.ts';

// The filters once more, in other words than the kernels': sinc by its product form, cubics by their
// general coefficients.
const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
function cubic(x: number): number {
  const a = -0.5;
  if (x <= 1) return (a + 2) * x ** 3 - (a + 3) * x ** 2 + 1;
  return x < 2 ? a * x ** 3 - 5 * a * x ** 2 + 8 * a * x - 4 * a : 0;
}
const KERNELS: Record<Exclude<ResampleFilter, 'area'>, (x: number) => number> = {
  bilinear: (x) => (x < 1 ? 1 - x : 0),
  bicubic: cubic,
  lanczos3: (x) => (x < 3 ? sinc(x) * sinc(x / 3) : 0),
};

/** A filter along one axis as a full matrix, `[place in the result][place in the source]`. Tests only. */
export function matrixOf(filter: ResampleFilter, sourceSize: number, size: number): number[][] {
  const ratio = sourceSize / size;
  return Array.from({ length: size }, (_, place) => {
    const row = Array.from({ length: sourceSize }, () => 0);
    // Far enough beyond both edges for any kernel; there the outermost pixel repeats.
    const margin = Math.ceil(3 * Math.max(1, ratio)) + 2;
    for (let i = -margin; i < sourceSize + margin; i++) {
      const distance = Math.abs(i + 0.5 - (place + 0.5) * ratio);
      const weight =
        filter === 'area'
          ? Math.max(0, Math.min(i + 1, (place + 1) * ratio) - Math.max(i, place * ratio))
          : KERNELS[filter](distance / Math.max(1, ratio));
      row[Math.min(sourceSize - 1, Math.max(0, i))]! += weight;
    }
    const sum = row.reduce((total, weight) => total + weight);
    return row.map((weight) => weight / sum);
  });
}

/** One channel resampled by multiplying with full matrices, unrounded. Tests only. */
export function resampleChannel(
  filter: ResampleFilter,
  channel: ArrayLike<number>,
  from: readonly [width: number, height: number],
  to: readonly [width: number, height: number],
): number[] {
  const across = matrixOf(filter, from[0], to[0]);
  const down = matrixOf(filter, from[1], to[1]);
  const rows = Array.from({ length: from[1] }, (_, y) =>
    across.map((weights) => weights.reduce((sum, weight, x) => sum + weight * channel[y * from[0] + x]!, 0)),
  );
  return down.flatMap((weights) =>
    across.map((_, x) => weights.reduce((sum, weight, y) => sum + weight * rows[y]![x]!, 0)),
  );
}

/** Whether a code is what an unrounded value rounds to; near a half both neighbours are. Tests only. */
export function roundsTo(value: number, code: number): boolean {
  return Math.abs(Math.min(255, Math.max(0, value)) - code) <= 0.5 + 1e-4;
}
