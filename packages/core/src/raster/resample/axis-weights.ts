import { FILTER_KERNELS, type ResampleFilter } from './resample-filter.ts';

/** What every place of one axis of the result is made of: a weighted sum of neighbouring source places. */
export interface AxisWeights {
  /** Places in the result. */
  readonly size: number;
  /** The first source place of each; not always rising, because weights of 0 at the ends are left out. */
  readonly starts: Int32Array;
  /** Where the weights of each begin in `weights`, and one more for the end. */
  readonly offsets: Int32Array;
  /** At least one for each place; they sum to 1. */
  readonly weights: Float64Array;
}

/** Smaller weights are rounding errors of zeros, for example of sines at multiples of pi. */
const NEGLIGIBLE = 1e-12;

/**
 * The weights of a filter along one axis. Pixels are squares: the middle of place `i` is `i + 0.5`. Where
 * the axis gets shorter, kernels are stretched by the ratio, so that every source pixel counts (as in
 * Pillow and pica); beyond the edges the outermost pixel repeats.
 *
 * 'area' weighs source pixels by how much of them the result pixel covers, in both directions.
 * @throws RangeError unless both sizes are whole numbers of at least 1
 */
export function axisWeights(filter: ResampleFilter, sourceSize: number, size: number): AxisWeights {
  for (const side of [sourceSize, size])
    if (!Number.isInteger(side) || side < 1)
      throw new RangeError(`a picture is at least 1x1 whole pixels, got a side of ${side}`);
  const ratio = sourceSize / size;
  const tap = filter === 'area' ? overlapTap(ratio) : kernelTap(filter, ratio);
  const reach = filter === 'area' ? ratio / 2 : FILTER_KERNELS[filter].support * Math.max(1, ratio);
  const taps = new Float64Array(Math.min(sourceSize, Math.ceil(2 * reach) + 3));
  const starts = new Int32Array(size);
  const offsets = new Int32Array(size + 1);
  const weights = new Float64Array(taps.length * size);
  for (let place = 0; place < size; place++) {
    const centre = (place + 0.5) * ratio;
    const from = Math.floor(centre - reach);
    const to = Math.ceil(centre + reach);
    const first = clamp(from, sourceSize);
    const last = clamp(to, sourceSize);
    taps.fill(0);
    let sum = 0;
    for (let i = from; i <= to; i++) {
      const weight = tap(i, place);
      const at = clamp(i, sourceSize) - first;
      taps[at] = taps[at]! + weight;
      sum += weight;
    }
    let [low, high] = [0, last - first];
    while (low < high && Math.abs(taps[low]!) < NEGLIGIBLE * sum) low++;
    while (low < high && Math.abs(taps[high]!) < NEGLIGIBLE * sum) high--;
    starts[place] = first + low;
    const begin = offsets[place]!;
    for (let i = low; i <= high; i++) weights[begin + i - low] = taps[i]! / sum;
    offsets[place + 1] = begin + high - low + 1;
  }
  return { size, starts, offsets, weights: weights.slice(0, offsets[size]) };
}

/** A tap's weight: of the source pixel `i` (also outside the picture) for a place of the result. */
type Tap = (i: number, place: number) => number;

function overlapTap(ratio: number): Tap {
  return (i, place) => {
    const overlap = Math.min(i + 1, (place + 1) * ratio) - Math.max(i, place * ratio);
    return overlap > 1e-9 ? overlap : 0;
  };
}

function kernelTap(filter: Exclude<ResampleFilter, 'area'>, ratio: number): Tap {
  const kernel = FILTER_KERNELS[filter];
  const scale = Math.max(1, ratio);
  return (i, place) => kernel.weight((i + 0.5 - (place + 0.5) * ratio) / scale);
}

function clamp(i: number, size: number): number {
  return i < 0 ? 0 : i >= size ? size - 1 : i;
}
