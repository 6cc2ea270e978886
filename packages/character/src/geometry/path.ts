import type { Point } from './point.ts';
import { thin } from './thin.ts';

/** SVG path data in drawing units: only M, L, C and Z, one decimal. */
export type PathData = string;

/** Texts of 0 to 1638.3, made when first needed: writing numbers is what drawing spends most time on. */
const texts: string[] = [];
const TEXT_COUNT = 16_384;

function format(value: number): string {
  const tenths = Math.round(value * 10);
  if (!(tenths >= 0 && tenths < TEXT_COUNT)) return `${tenths / 10}`;
  return (texts[tenths] ??= `${tenths / 10}`);
}

const pair = (x: number, y: number): string => `${format(x)} ${format(y)}`;

/** Straight lines through the points, closed. */
export function polygon(points: readonly Point[]): PathData {
  return `M${points.map(([x, y]) => pair(x, y)).join('L')}Z`;
}

/** Cubic pieces of the Catmull-Rom spline through the points, without the leading M. */
function smoothPieces(points: readonly Point[], closed: boolean): string {
  const count = points.length;
  const spans = closed ? count : count - 1;
  let data = '';
  let [a, b, c]: [Point, Point, Point] = [
    points[closed ? count - 1 : 0] as Point,
    points[0] as Point,
    points[1 % count] as Point,
  ];
  for (let i = 0; i < spans; i++) {
    const d = points[closed ? (i + 2) % count : Math.min(count - 1, i + 2)] as Point;
    data +=
      'C' +
      format(b[0] + (c[0] - a[0]) / 6) +
      ' ' +
      format(b[1] + (c[1] - a[1]) / 6) +
      ' ' +
      format(c[0] - (d[0] - b[0]) / 6) +
      ' ' +
      format(c[1] - (d[1] - b[1]) / 6) +
      ' ' +
      format(c[0]) +
      ' ' +
      format(c[1]);
    a = b;
    b = c;
    c = d;
  }
  return data;
}

/** A smooth closed curve through the points, without corners. */
export function blob(points: readonly Point[]): PathData {
  const [x, y] = points[0] as Point;
  return `M${pair(x, y)}${smoothPieces(points, true)}Z`;
}

/**
 * A closed outline made of smooth curves that meet in corners. Each curve is a list of points it goes
 * through; a curve of two points is a straight line. Where a curve does not begin where the one before
 * ended, a straight line joins them, and one closes the outline.
 */
export function outline(...curves: readonly (readonly Point[])[]): PathData {
  const first = curves[0]?.[0] as Point;
  let data = `M${pair(first[0], first[1])}`;
  let pen = first;
  for (const curve of curves) {
    const start = curve[0] as Point;
    if (start !== pen && (start[0] !== pen[0] || start[1] !== pen[1])) data += `L${pair(start[0], start[1])}`;
    if (curve.length === 2) data += `L${pair((curve[1] as Point)[0], (curve[1] as Point)[1])}`;
    else if (curve.length > 2) data += smoothPieces(thin(curve), false);
    pen = curve[curve.length - 1] as Point;
  }
  return `${data}Z`;
}

/** An ellipse, turned by `degrees` clockwise. */
export function ellipse(centre: Point, rx: number, ry: number, degrees = 0): PathData {
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const place = (x: number, y: number): string =>
    pair(centre[0] + x * rx * cos - y * ry * sin, centre[1] + x * rx * sin + y * ry * cos);
  // 4/3 (sqrt 2 - 1): the control length that makes four cubics a circle.
  const k = 0.5523;
  return (
    `M${place(1, 0)}C${place(1, k)} ${place(k, 1)} ${place(0, 1)}` +
    `C${place(-k, 1)} ${place(-1, k)} ${place(-1, 0)}` +
    `C${place(-1, -k)} ${place(-k, -1)} ${place(0, -1)}` +
    `C${place(k, -1)} ${place(1, -k)} ${place(1, 0)}Z`
  );
}
