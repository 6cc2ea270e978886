/** A control point of a pressure curve: pen pressure `x` gives `y`, both 0-1. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/** Control points in order of `x`, at least one. Left of the first and right of the last it is level. */
export type PressureCurve = readonly CurvePoint[];

/** What comes out is what goes in. */
export const LINEAR_PRESSURE: PressureCurve = [
  { x: 0, y: 0 },
  { x: 1, y: 1 },
];

/** Steps of the table: finer than the 1024 to 8192 levels of pens needs no more once interpolated. */
const STEPS = 256;

/**
 * Tabulates a curve through its control points: cubic Hermite pieces whose slopes are limited so that
 * the curve never turns where the points do not (Fritsch and Carlson, "Monotone Piecewise Cubic
 * Interpolation", 1980). Points that share an `x` count once, the last of them.
 * @returns 257 values 0-1 at even steps of pressure, for {@link applyPressure}
 * @throws RangeError if there is no point
 */
export function compilePressureCurve(curve: PressureCurve): Float32Array {
  const points = distinct(curve);
  if (points.length === 0) throw new RangeError('a pressure curve has at least one point');
  const slopes = monotoneSlopes(points);
  const table = new Float32Array(STEPS + 1);
  let i = 0;
  for (let step = 0; step <= STEPS; step++) {
    const x = step / STEPS;
    while (i < points.length - 2 && points[i + 1]!.x < x) i++;
    table[step] = Math.min(1, Math.max(0, evaluate(points, slopes, i, x)));
  }
  return table;
}

/**
 * The value of a tabulated curve, linear between its steps.
 * @param pressure 0-1; beyond is clamped
 */
export function applyPressure(table: Float32Array, pressure: number): number {
  const position = Math.min(1, Math.max(0, pressure)) * STEPS;
  const step = Math.min(STEPS - 1, Math.floor(position));
  const from = table[step]!;
  return from + (table[step + 1]! - from) * (position - step);
}

function distinct(curve: PressureCurve): CurvePoint[] {
  const byX = new Map(curve.map((point) => [point.x, point]));
  return [...byX.values()].sort((a, b) => a.x - b.x);
}

function monotoneSlopes(points: readonly CurvePoint[]): number[] {
  const secants = points.slice(1).map((point, i) => (point.y - points[i]!.y) / (point.x - points[i]!.x));
  return points.map((_, i) => {
    const [before, after] = [secants[i - 1] ?? secants[i], secants[i] ?? secants[i - 1]];
    if (before === undefined || after === undefined || before * after <= 0) return 0;
    // Three times the flatter neighbour is Fritsch and Carlson's bound for a monotone piece.
    const mean = (before + after) / 2;
    return Math.sign(mean) * Math.min(Math.abs(mean), 3 * Math.abs(before), 3 * Math.abs(after));
  });
}

function evaluate(points: readonly CurvePoint[], slopes: readonly number[], i: number, x: number): number {
  const [from, to] = [points[i]!, points[i + 1]];
  if (!to || x <= from.x) return from.y;
  if (x >= to.x) return to.y;
  const width = to.x - from.x;
  const t = (x - from.x) / width;
  const [t2, t3] = [t * t, t * t * t];
  return (
    from.y * (2 * t3 - 3 * t2 + 1) +
    to.y * (3 * t2 - 2 * t3) +
    width * (slopes[i]! * (t3 - 2 * t2 + t) + slopes[i + 1]! * (t3 - t2))
  );
}
