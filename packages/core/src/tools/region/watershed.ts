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
  const queue = new BucketQueue(levels);
  const steps = Int32Array.of(-1, 1, -width, width);
  const spread = (pixel: number, level: number): void => {
    const label = labels[pixel]!;
    for (let i = 0; i < 4; i++) {
      const next = pixel + steps[i]!;
      if (labels[next] !== UNASSIGNED) continue;
      labels[next] = label;
      const depth = depths[next]!;
      queue.push(depth < level ? depth : level, next);
    }
  };
  // All fronts are found before any of them moves: a pixel entered must not pass for a part of the marker.
  for (const pixel of frontPixels(labels, width)) spread(pixel, levels - 1);
  for (let pixel = queue.pop(); pixel >= 0; pixel = queue.pop()) spread(pixel, queue.level);
}

/** Labelled pixels that have an unassigned neighbour. */
function frontPixels(labels: Uint8Array, width: number): Int32Array {
  let fronts = new Int32Array(4096);
  let count = 0;
  for (let i = width; i < labels.length - width; i++) {
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
  return fronts.subarray(0, count);
}
