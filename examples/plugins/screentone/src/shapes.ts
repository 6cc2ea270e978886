/**
 * The shapes of a screen. Each says how far a place is from the middle of its dot or line, and how much of a cell
 * lies nearer than that: so a tone of 30 % covers exactly 30 % of the paper, whatever the shape.
 */

/** How ink grows in a cell of the screen. */
export type Shape = 'round' | 'diamond' | 'square' | 'line' | 'cross';

/** One shape; lengths are in cells, places from -0.5 to 0.5 around a cell's middle. */
export interface ScreenShape {
  /** How far a place is from where ink begins. */
  distance(u: number, v: number): number;
  /** The distance up to which ink reaches at a tone. @param tone 0-1 */
  reach(tone: number): number;
  /** How fast {@link distance} grows across an edge, at most, per cell. */
  readonly steepness: number;
}

/** The shapes by name. */
export const SHAPES: Readonly<Record<Shape, ScreenShape>> = {
  // Not Math.hypot, which guards against overflow and takes five times as long.
  round: { distance: (u, v) => Math.sqrt(u * u + v * v), reach: roundReach, steepness: 1 },
  diamond: {
    distance: (u, v) => Math.abs(u) + Math.abs(v),
    reach: (tone) => (tone < 0.5 ? Math.sqrt(tone / 2) : 1 - Math.sqrt((1 - tone) / 2)),
    steepness: Math.SQRT2,
  },
  square: {
    distance: (u, v) => Math.max(Math.abs(u), Math.abs(v)),
    reach: (tone) => Math.sqrt(tone) / 2,
    steepness: 1,
  },
  line: { distance: (_u, v) => Math.abs(v), reach: (tone) => tone / 2, steepness: 1 },
  cross: {
    distance: (u, v) => Math.min(Math.abs(u), Math.abs(v)),
    reach: (tone) => (1 - Math.sqrt(1 - tone)) / 2,
    steepness: 1,
  },
};

/** The area of a unit cell within `radius` of its middle: a circle, less what sticks out at four sides. */
function roundArea(radius: number): number {
  const circle = Math.PI * radius * radius;
  if (radius <= 0.5) return circle;
  if (radius >= Math.SQRT1_2) return 1;
  const segment = radius * radius * Math.acos(0.5 / radius) - 0.5 * Math.sqrt(radius * radius - 0.25);
  return circle - 4 * segment;
}

/** The inverse of {@link roundArea}; where circles overlap there is no formula, so the interval is halved. */
function roundReach(tone: number): number {
  if (tone <= Math.PI / 4) return Math.sqrt(tone / Math.PI);
  let low = 0.5;
  let high: number = Math.SQRT1_2;
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (roundArea(middle) < tone) low = middle;
    else high = middle;
  }
  return high;
}
