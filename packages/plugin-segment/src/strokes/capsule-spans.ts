/** Receives the pixels from `first` to `last` of a row, both included. */
export type PutSpan = (y: number, first: number, last: number) => void;

/** A rectangle of whole pixels; `right` and `bottom` lie beyond it. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The smallest radius that is drawn, px: whichever pixel a point lies in, its centre is no farther away than half
 * a pixel's diagonal, so that the thinnest stroke still has all pixels that it goes through.
 */
export const LEAST_RADIUS = Math.SQRT1_2;

/**
 * The pixels whose centres are no farther than `radius` from the straight line between two points, row by row.
 * @param bounds pixels beyond them are left out
 */
export function capsuleSpans(
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  radius: number,
  bounds: Bounds,
  put: PutSpan,
): void {
  const r = Math.max(radius, LEAST_RADIUS);
  const length = Math.hypot(bx - ax, by - ay);
  // Half the width of the line's body, perpendicular to it.
  const nx = length > 0 ? (-(by - ay) / length) * r : 0;
  const ny = length > 0 ? ((bx - ax) / length) * r : 0;
  const corners = [
    [ax + nx, ay + ny],
    [bx + nx, by + ny],
    [bx - nx, by - ny],
    [ax - nx, ay - ny],
  ] as const;
  const top = Math.max(bounds.top, Math.ceil(Math.min(ay, by) - r - 0.5));
  const bottom = Math.min(bounds.bottom - 1, Math.floor(Math.max(ay, by) + r - 0.5));
  for (let y = top; y <= bottom; y++) {
    const centre = y + 0.5;
    let from = Infinity;
    let to = -Infinity;
    const include = (x: number): void => {
      if (x < from) from = x;
      if (x > to) to = x;
    };
    for (const [x, dy] of [
      [ax, centre - ay],
      [bx, centre - by],
    ] as const) {
      const half = Math.sqrt(r * r - dy * dy);
      // NaN where the row misses the disc.
      if (half >= 0) {
        include(x - half);
        include(x + half);
      }
    }
    // A capsule is convex: its row is all between the outermost crossings.
    if (length > 0)
      for (let i = 0; i < 4; i++) {
        const [x0, y0] = corners[i]!;
        const [x1, y1] = corners[(i + 1) % 4]!;
        if (y0 !== y1 && centre >= Math.min(y0, y1) && centre <= Math.max(y0, y1))
          include(x0 + ((centre - y0) / (y1 - y0)) * (x1 - x0));
      }
    const first = Math.max(bounds.left, Math.ceil(from - 0.5));
    const last = Math.min(bounds.right - 1, Math.floor(to - 0.5));
    if (first <= last) put(y, first, last);
  }
}
