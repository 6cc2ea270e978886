import { part, type Steps } from '../steps.ts';
import { endPoints, type EndPoint } from './end-points.ts';
import { thin } from './thin.ts';

/** Cosine of the largest turn at each end, 60 degrees; ends that face away from each other are no pair. */
const FACING = 0.5;
/** Joins that an end may take part in. */
const JOINS = 2;

/**
 * Closes gaps in lines, in place: ends that face each other are joined by smooth curves, the nearest first, and ends
 * that are left go straight on to the next line, if there is one within reach. After S. Fourey, D. Tschumperle,
 * D. Revoy, "A Fast and Efficient Semi-guided Algorithm for Flat Coloring Line-arts" (2018), as GIMP's line-art fill
 * does it; ends are found by thinning instead of by curvature.
 * @param line 1 = line; joins are one pixel wide
 * @param longest px
 */
export function* closeGaps(line: Uint8Array, width: number, height: number, longest: number): Steps<void> {
  const wide = width + 2;
  const thinned = new Uint8Array(wide * (height + 2));
  for (let y = 0; y < height; y++) thinned.set(line.subarray(y * width, (y + 1) * width), (y + 1) * wide + 1);
  yield* part(thin(thinned, wide), 0, 0.7);
  const ends = endPoints(thinned, wide).map((end) => ({ ...end, x: end.x - 1, y: end.y - 1 }));
  const joined = new Map<EndPoint, number>();
  const draw = (points: readonly (readonly [number, number])[]): boolean =>
    drawAcross(line, width, height, points);
  for (const [one, two] of facingPairs(ends, longest)) {
    if ((joined.get(one) ?? 0) >= JOINS || (joined.get(two) ?? 0) >= JOINS) continue;
    if (!draw(curve(one, two))) continue;
    for (const end of [one, two]) joined.set(end, (joined.get(end) ?? 0) + 1);
  }
  yield 0.9;
  for (const end of ends) {
    if (joined.has(end)) continue;
    draw(
      Array.from({ length: 2 * longest + 1 }, (_, k) => [end.x + (k * end.dx) / 2, end.y + (k * end.dy) / 2]),
    );
  }
  yield 1;
}

/** Ends that face each other within reach, the nearest first. */
function facingPairs(ends: readonly EndPoint[], longest: number): [EndPoint, EndPoint][] {
  const pairs: { one: EndPoint; two: EndPoint; distance: number }[] = [];
  // Ends come by rows, so those within reach follow each other.
  for (let i = 0; i < ends.length; i++)
    for (let j = i + 1; j < ends.length && ends[j]!.y - ends[i]!.y <= longest; j++) {
      const [one, two] = [ends[i]!, ends[j]!];
      const [vx, vy] = [two.x - one.x, two.y - one.y];
      const distance = Math.hypot(vx, vy);
      const isFacing =
        one.dx * vx + one.dy * vy >= FACING * distance && two.dx * vx + two.dy * vy <= -FACING * distance;
      if (distance <= longest && isFacing) pairs.push({ one, two, distance });
    }
  pairs.sort((a, b) => a.distance - b.distance);
  return pairs.map(({ one, two }) => [one, two]);
}

/** A cubic Hermite curve from one end to the other, in steps of about half a pixel. */
function curve(one: EndPoint, two: EndPoint): [number, number][] {
  const distance = Math.hypot(two.x - one.x, two.y - one.y);
  const steps = Math.ceil(3 * distance);
  return Array.from({ length: steps + 1 }, (_, k) => {
    const t = k / steps;
    const [a, b] = [(1 + 2 * t) * (1 - t) ** 2, t * t * (3 - 2 * t)];
    const [c, d] = [t * (1 - t) ** 2 * distance, t * t * (1 - t) * distance];
    return [a * one.x + b * two.x + c * one.dx + d * two.dx, a * one.y + b * two.y + c * one.dy + d * two.dy];
  });
}

/**
 * Draws a path that leaves one line and ends at the next one it meets.
 * @returns false, with nothing drawn, if it meets none, never leaves the first, or leaves the plane
 */
function drawAcross(
  line: Uint8Array,
  width: number,
  height: number,
  points: readonly (readonly [number, number])[],
): boolean {
  const open: number[] = [];
  for (const [px, py] of points) {
    const [x, y] = [Math.round(px), Math.round(py)];
    if (x < 0 || y < 0 || x >= width || y >= height) return false;
    const pixel = y * width + x;
    if (line[pixel] === 0) open.push(pixel);
    else if (open.length > 0) {
      for (const i of open) line[i] = 1;
      return true;
    }
  }
  return false;
}
