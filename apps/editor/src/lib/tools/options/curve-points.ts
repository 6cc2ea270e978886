import type { CurvePoint, PressureCurve } from '@koma/core/tools';

/** Least distance between neighbouring points. */
const GAP = 0.02;
const MOST = 8;

/** The curve with a point moved: within the square and between its neighbours; the ends stay at the sides. */
export function movePoint(curve: PressureCurve, index: number, to: CurvePoint): PressureCurve {
  const last = curve.length - 1;
  const least = index === 0 ? 0 : curve[index - 1]!.x + GAP;
  const most = index === last ? 1 : curve[index + 1]!.x - GAP;
  const x = index === 0 ? 0 : index === last ? 1 : clamp(to.x, least, most);
  return curve.with(index, { x, y: clamp(to.y, 0, 1) });
}

/** @returns the curve with one more point and its index; undefined where there is no room for it */
export function addPoint(
  curve: PressureCurve,
  point: CurvePoint,
): { curve: PressureCurve; index: number } | undefined {
  const index = curve.findIndex(({ x }) => x > point.x);
  const [before, after] = [curve[index - 1], curve[index]];
  if (curve.length >= MOST || !before || !after) return undefined;
  if (point.x - before.x < GAP || after.x - point.x < GAP) return undefined;
  return { curve: curve.toSpliced(index, 0, { x: point.x, y: clamp(point.y, 0, 1) }), index };
}

/** The curve without a point; the two ends stay. */
export function removePoint(curve: PressureCurve, index: number): PressureCurve {
  return index > 0 && index < curve.length - 1 ? curve.toSpliced(index, 1) : curve;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
