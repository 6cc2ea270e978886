import type { BorderSegment } from '@koma/core/plugin';
import { Feature, FEATURES, type PreparedPage } from '@koma/lineart';
import { simplifyPath, type Point } from './simplify-path.ts';
import type { RegionLabels } from './region-labeller.ts';

/** Shorter ones are corners of lines and noise, work pixels; so is what is no longer than lines are wide. */
const SHORTEST = 3;
/** How far a segment may lie from the border it stands for, work pixels. */
const TOLERANCE = 2;
/** Two materials are alike where their mean darkness differs less, 0-1; on colour pages their colours, CIE 1976. */
const ALIKE = 0.08;
const ALIKE_COLOUR = 10;
/** More would hide the page, and help nobody. */
const MOST = 500;

/**
 * Where a border between labels goes neither along a line nor along the edge of a tone, but over open paper: there
 * it is a guess. Segments follow the border.
 */
export function findLeaks(
  { regions: map, line, lineWidth, colour }: PreparedPage,
  { regions, parent, wall, labels }: RegionLabels,
): BorderSegment[] {
  const { width, height, scale } = map;
  const of = regions.labels;
  const corners = new Map<number, number[]>();
  const shortest = Math.max(SHORTEST, lineWidth / scale);
  const stride = width + 1;
  const isOpen = (at: number, next: number): boolean => {
    const [one, two] = [of[at]!, of[next]!];
    if (labels[one] === labels[two] || line[at] === 1 || line[next] === 1) return false;
    const [home, away] = parent ? [parent[one]!, parent[two]!] : [one, two];
    // What strokes divide, and what was drawn, is no guess.
    if (home === away || wall?.[at] === 1 || wall?.[next] === 1) return false;
    return colour
      ? colourDifference(map.features, home, away) < ALIKE_COLOUR
      : Math.abs(darknessOf(map.features, home) - darknessOf(map.features, away)) < ALIKE;
  };
  const join = (from: number, to: number): void => {
    for (const [one, two] of [
      [from, to],
      [to, from],
    ] as const) {
      const others = corners.get(one);
      if (others) others.push(two);
      else corners.set(one, [two]);
    }
  };
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const corner = y * stride + x;
      if (x + 1 < width && of[at] !== of[at + 1] && isOpen(at, at + 1)) join(corner + 1, corner + 1 + stride);
      if (y + 1 < height && of[at] !== of[at + width] && isOpen(at, at + width))
        join(corner + stride, corner + stride + 1);
    }
  const leaks: BorderSegment[] = [];
  for (const path of pathsOf(corners)) {
    if (path.length <= shortest) continue;
    const points = path.map((corner): Point => [
      (corner % stride) * scale,
      Math.floor(corner / stride) * scale,
    ]);
    const kept = simplifyPath(points, TOLERANCE * scale);
    for (let i = 1; i < kept.length && leaks.length < MOST; i++) {
      const [x0, y0] = kept[i - 1]!;
      const [x1, y1] = kept[i]!;
      leaks.push({ x0, y0, x1, y1 });
    }
  }
  return leaks;
}

function darknessOf(features: Float32Array, region: number): number {
  return features[region * FEATURES + Feature.darkness]!;
}

function colourDifference(features: Float32Array, one: number, two: number): number {
  const difference = (feature: number): number =>
    features[one * FEATURES + feature]! - features[two * FEATURES + feature]!;
  return Math.hypot(
    difference(Feature.lightness),
    difference(Feature.greenRed),
    difference(Feature.blueYellow),
  );
}

/** Walks every piece of the border once, from its ends where it has any. Uses the map up. */
function* pathsOf(corners: Map<number, number[]>): Generator<number[]> {
  const ends = [...corners.keys()].filter((corner) => corners.get(corner)!.length !== 2);
  for (const start of [...ends, ...corners.keys()])
    while (corners.get(start)!.length > 0) {
      const path = [start];
      for (let at = start; ;) {
        const next = corners.get(at)!.pop();
        if (next === undefined) break;
        const back = corners.get(next)!;
        back.splice(back.indexOf(at), 1);
        path.push((at = next));
      }
      yield path;
    }
}
