import { finish, inBlocks, part, type Steps } from '../../steps/index.ts';
import { BucketQueue } from './bucket-queue.ts';

/** Not part of any region; never changed, and what fronts stop at. */
export const BARRIER = 0;
/** Not yet part of any region. */
export const UNASSIGNED = 1;
/** Labels of regions start here. */
export const FIRST_LABEL = 2;

/**
 * Lets labelled regions grow over all unassigned pixels that they can reach in 4-steps, in place. Wide
 * places are taken before narrow ones, so that regions meet at the narrowest place between them, which is
 * the gap in a line; on a stretch of even width they meet half way. This is F. Meyer's flooding ("Topographic
 * distance and watershed lines", Signal Processing 38, 1994), from markers, on the distance to the nearest line.
 *
 * @param labels {@link BARRIER}, {@link UNASSIGNED} or a label; its outermost pixels must be barrier, which
 * spares all checks for the plane's edge
 * @param depths how wide the place is at each pixel, from 0 to `levels - 1`: squared distances do
 */
export function watershed(labels: Uint8Array, depths: Uint8Array, width: number, levels: number): void {
  finish(watershedSteps(labels, depths, width, levels));
}

/** Pixels that are assigned between two stops. */
const STOP = 2 ** 14;

/**
 * {@link watershed} in steps.
 * @param rows the first row that can hold unassigned pixels, and the one behind the last; all if not given
 */
export function* watershedSteps(
  labels: Uint8Array,
  depths: Uint8Array,
  width: number,
  levels: number,
  rows: readonly [number, number] = [0, labels.length / width],
): Steps<void> {
  const queue = new BucketQueue(levels);
  const fronts = yield* part(frontPixelsSteps(labels, width, rows), 0, 0.2);
  // All fronts are found before any of them moves: a pixel entered must not pass for a part of the marker.
  const start = inBlocks(
    fronts.length,
    (from, to) => {
      for (let i = from; i < to; i++) spread(labels, depths, width, queue, fronts[i]!, levels - 1);
    },
    STOP,
  );
  yield* part(start, 0.2, 0.3);
  // From the widest places down to the narrowest.
  while (advance(labels, depths, width, queue)) yield 1 - (0.7 * queue.level) / levels;
}

/** Assigns some more pixels. @returns false when there are none left */
function advance(labels: Uint8Array, depths: Uint8Array, width: number, queue: BucketQueue): boolean {
  for (let i = 0; i < STOP; i++) {
    const pixel = queue.pop();
    if (pixel < 0) return false;
    spread(labels, depths, width, queue, pixel, queue.level);
  }
  return true;
}

function spread(
  labels: Uint8Array,
  depths: Uint8Array,
  width: number,
  queue: BucketQueue,
  pixel: number,
  level: number,
): void {
  const label = labels[pixel]!;
  const [left, right, above, below] = [pixel - 1, pixel + 1, pixel - width, pixel + width];
  if (labels[left] === UNASSIGNED) {
    labels[left] = label;
    queue.push(Math.min(depths[left]!, level), left);
  }
  if (labels[right] === UNASSIGNED) {
    labels[right] = label;
    queue.push(Math.min(depths[right]!, level), right);
  }
  if (labels[above] === UNASSIGNED) {
    labels[above] = label;
    queue.push(Math.min(depths[above]!, level), above);
  }
  if (labels[below] === UNASSIGNED) {
    labels[below] = label;
    queue.push(Math.min(depths[below]!, level), below);
  }
}

/** Labelled pixels that have an unassigned neighbour. */
function* frontPixelsSteps(
  labels: Uint8Array,
  width: number,
  [first, last]: readonly [number, number],
): Steps<Int32Array> {
  const begin = Math.max(1, first - 1) * width;
  const end = Math.min(labels.length / width - 1, last + 1) * width;
  let fronts = new Int32Array(4096);
  let count = 0;
  const look = (from: number, to: number): void => {
    for (let i = begin + from; i < begin + to; i++) {
      if (labels[i]! < FIRST_LABEL) continue;
      if (
        labels[i - 1] !== UNASSIGNED &&
        labels[i + 1] !== UNASSIGNED &&
        labels[i - width] !== UNASSIGNED &&
        labels[i + width] !== UNASSIGNED
      )
        continue;
      if (count === fronts.length) {
        const larger = new Int32Array(2 * count);
        larger.set(fronts);
        fronts = larger;
      }
      fronts[count++] = i;
    }
  };
  yield* inBlocks(end - begin, look);
  return fronts.subarray(0, count);
}
