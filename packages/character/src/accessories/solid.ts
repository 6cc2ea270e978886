import { outline, type PathData } from '../geometry/path.ts';
import { direction, distance, mix, type Point } from '../geometry/point.ts';
import type { LocalFrame } from './local-frame.ts';

/** A ring of a solid of revolution: its radius and its height above the frame's origin, head units. */
export type Ring = readonly [radius: number, height: number];

/** How a solid of revolution differs from a round one. */
export interface Roundness {
  /** Depth from front to back as a multiple of the width. */
  readonly deep?: number;
  /** Where the axis has moved to at a height: [u, w]. */
  readonly bend?: (height: number) => readonly [u: number, w: number];
}

/** Points on a ring; angles in degrees, 0 in front, 90 on the picture's right of an unturned head. */
export function ringArc(
  frame: LocalFrame,
  [radius, height]: Ring,
  from: number,
  to: number,
  count: number,
  { deep = 1, bend }: Roundness = {},
): Point[] {
  const [u, w] = bend?.(height) ?? [0, 0];
  return Array.from({ length: count }, (_, i) => {
    const angle = ((from + ((to - from) * i) / (count - 1)) * Math.PI) / 180;
    return frame.at(u + radius * Math.sin(angle), -height, w + radius * deep * Math.cos(angle));
  });
}

/** The angle of a ring's points that are nearest to the viewer, degrees. */
export function frontOf(frame: LocalFrame): number {
  return (Math.atan2(frame.facing(1, 0, 0), frame.facing(0, 0, 1)) * 180) / Math.PI;
}

/** A meridian of a solid from the first ring to the last, at an angle from the viewer's own (see {@link frontOf}). */
export function meridian(
  frame: LocalFrame,
  rings: readonly Ring[],
  angle: number,
  roundness: Roundness = {},
): Point[] {
  const turned = frontOf(frame) + angle;
  return rings.map((ring) => ringArc(frame, ring, turned, turned + 1, 2, roundness)[0] as Point);
}

/** The convex hull of points, clockwise on the screen (Andrew's monotone chain, 1979). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const chain = (list: readonly Point[]): Point[] => {
    const hull: Point[] = [];
    for (const point of list) {
      for (;;) {
        const [a, b] = [hull.at(-2), hull.at(-1)];
        if (!a || !b || (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) > 0) break;
        hull.pop();
      }
      hull.push(point);
    }
    return hull.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.toReversed())];
}

/** A polyline at evenly spaced points, so that a smooth curve through them does not overshoot at corners. */
export function evenly(points: readonly Point[], count: number): Point[] {
  const lengths = [0];
  points.forEach((point, i) => {
    if (i > 0) lengths.push((lengths[i - 1] as number) + distance(points[i - 1] as Point, point));
  });
  const whole = lengths.at(-1) as number;
  let k = 1;
  return Array.from({ length: count }, (_, i) => {
    const place = (whole * i) / (count - 1);
    while (k < points.length - 1 && (lengths[k] as number) < place) k++;
    const [from, to] = [lengths[k - 1] as number, lengths[k] as number];
    return mix(points[k - 1] as Point, points[k] as Point, to > from ? (place - from) / (to - from) : 0);
  });
}

/** The outline of a convex solid of revolution as seen: a closed polyline, drawing units. */
export function silhouette(
  frame: LocalFrame,
  rings: readonly Ring[],
  roundness: Roundness = {},
  count = 40,
): Point[] {
  const hull = convexHull(rings.flatMap((ring) => ringArc(frame, ring, 0, 345, 24, roundness)));
  return evenly(around(hull), count + 1).slice(0, -1);
}

/** A solid that is put over the head: open below. */
export interface Cover {
  readonly path: PathData;
  /** The outline from its left end over the top to the right. */
  readonly rim: readonly Point[];
  /** The front of the opening, from left to right. */
  readonly edge: readonly Point[];
  /** The side of the solid from its widest ring down to the opening: the picture's left and right. */
  readonly sides: readonly [left: readonly Point[], right: readonly Point[]];
}

/**
 * A convex solid of revolution over a head, seen from outside: whether one looks at it from above or from
 * below, its lower edge is the front of its opening, since the head is in it.
 */
export function cover(frame: LocalFrame, rings: readonly Ring[], roundness: Roundness = {}): Cover {
  const base = rings[0] as Ring;
  const front = frontOf(frame);
  const edge = ringArc(frame, base, front - 90, front + 90, 13, roundness);
  const widest = rings.reduce((best, [radius], i) => (radius > (rings[best] as Ring)[0] ? i : best), 0);
  const side = (angle: number): Point[] =>
    meridian(frame, rings.slice(0, widest + 1), angle, roundness).toReversed();
  const sides = [side(-90), side(90)] as const;
  const hull = convexHull(rings.slice(widest).flatMap((ring) => ringArc(frame, ring, 0, 345, 24, roundness)));
  const along = direction(edge[0] as Point, edge.at(-1) as Point);
  const reach = hull.map(([x, y]) => x * along[0] + y * along[1]);
  const from = reach.indexOf(Math.min(...reach));
  const to = reach.indexOf(Math.max(...reach));
  const top = Array.from(
    { length: ((to - from + hull.length) % hull.length) + 1 },
    (_, i) => hull[(from + i) % hull.length] as Point,
  );
  const rim = evenly(top, 22);
  return { path: outline(rim, sides[1], edge.toReversed(), sides[0].toReversed()), rim, edge, sides };
}

/** A closed polyline as a smooth path. */
export const closed = (points: readonly Point[]): PathData => outline(around(points));

/** The polyline with its first point once more at the end: for pen lines all around. */
export function around(points: readonly Point[]): Point[] {
  return [...points, points[0] as Point];
}
