import type { StrokeSample } from './stroke-sample.ts';

/** Farthest that the chords may lie from the curve, in pixels: no eye sees it in an antialiased edge. */
const FLATNESS = 0.03;
const MOST_CHORDS = 256;

/**
 * Cuts one piece of a centripetal Catmull-Rom curve into chords. The centripetal kind passes through
 * all points without loops or cusps (Yuksel, Schaefer, Keyser, "On the Parameterization of Catmull-Rom
 * Curves", 2009). Points in a line give that line. Pressure is linear along the piece.
 *
 * @param p0, p3 the points before and after; undefined at an end of the curve
 * @param p1, p2 the ends of the piece, at different places
 * @param emit gets the end of each chord in turn, `p1` not among them and `p2` the last
 */
export function flattenCatmullRom(
  p0: StrokeSample | undefined,
  p1: StrokeSample,
  p2: StrokeSample,
  p3: StrokeSample | undefined,
  emit: (x: number, y: number, pressure: number) => void,
): void {
  const [cx, cy] = [p2.x - p1.x, p2.y - p1.y];
  const middle = Math.sqrt(Math.hypot(cx, cy));
  const [ax, ay] = tangent(p0, p1, p2, cx, cy, middle);
  const [bx, by] = tangent(p3, p2, p1, cx, cy, middle);
  // The second derivative of a cubic is largest at an end; a chord of 1/n lies |P''| / 8n² away.
  const bend = Math.max(
    Math.hypot(6 * cx - 4 * ax - 2 * bx, 6 * cy - 4 * ay - 2 * by),
    Math.hypot(6 * cx - 2 * ax - 4 * bx, 6 * cy - 2 * ay - 4 * by),
  );
  const chords = Math.min(MOST_CHORDS, Math.max(1, Math.ceil(Math.sqrt(bend / (8 * FLATNESS)))));
  const dp = p2.pressure - p1.pressure;
  for (let i = 1; i < chords; i++) {
    const t = i / chords;
    const [t2, t3] = [t * t, t * t * t];
    const [h, m1, m2] = [3 * t2 - 2 * t3, t3 - 2 * t2 + t, t3 - t2];
    emit(p1.x + cx * h + ax * m1 + bx * m2, p1.y + cy * h + ay * m1 + by * m2, p1.pressure + dp * t);
  }
  emit(p2.x, p2.y, p2.pressure);
}

/**
 * The derivative at `p`, by the piece's own parameter 0-1, of the curve through outer, p, inner. At an
 * end the missing point is taken as the mirror image of the inner one, which leaves the piece's chord.
 */
function tangent(
  outer: StrokeSample | undefined,
  p: StrokeSample,
  inner: StrokeSample,
  cx: number,
  cy: number,
  middle: number,
): [number, number] {
  if (!outer) return [cx, cy];
  const side = Math.sqrt(Math.hypot(p.x - outer.x, p.y - outer.y));
  const sign = (inner.x - p.x) * cx + (inner.y - p.y) * cy < 0 ? -1 : 1;
  const along = (p: number, outer: number, inner: number): number =>
    sign * middle * ((p - outer) / side - (inner - outer) / (side + middle) + (inner - p) / middle);
  return [along(p.x, outer.x, inner.x), along(p.y, outer.y, inner.y)];
}
