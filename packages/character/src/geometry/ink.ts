import type { Point } from './point.ts';
import { outline, type PathData } from './path.ts';

/** How a pen line swells and ends. */
export interface InkOptions {
  /** The greatest width, drawing units. */
  readonly width: number;
  /** Width at the beginning and at the end as fractions of `width` (0 = a point). Default 0. */
  readonly start?: number;
  readonly end?: number;
  /** How soon the line reaches its full width: 1 swells over half its length, 0.2 at once. Default 0.5. */
  readonly taper?: number;
}

/**
 * A pen line: the closed outline of a stroke along a polyline, whose width runs from `start` to full and
 * back to `end`. Lines of a drawing are such filled shapes, never SVG strokes, because inked lines live
 * from their swelling.
 *
 * @param line At least two points, near enough to each other that the curve between them is almost straight.
 */
export function ink(line: readonly Point[], options: InkOptions): PathData {
  const { width, start = 0, end = 0, taper = 0.5 } = options;
  const count = line.length;
  const left: Point[] = [];
  const right: Point[] = [];
  for (let i = 0; i < count; i++) {
    const before = line[Math.max(0, i - 1)] as Point;
    const here = line[i] as Point;
    const after = line[Math.min(count - 1, i + 1)] as Point;
    let dx = after[0] - before[0];
    let dy = after[1] - before[1];
    const length = Math.hypot(dx, dy) || 1;
    dx /= length;
    dy /= length;
    const t = i / (count - 1);
    const reach = Math.max(0.02, taper) / 2;
    const rise = start + (1 - start) * ease(t / reach);
    const fall = end + (1 - end) * ease((1 - t) / reach);
    const half = (width / 2) * Math.min(rise, fall);
    left.push([here[0] + dy * half, here[1] - dx * half]);
    right.push([here[0] - dy * half, here[1] + dx * half]);
  }
  return outline(left, right.toReversed());
}

/** 0 at 0, 1 from 1 on, with a quarter sine between: a nib that is pressed down. */
function ease(t: number): number {
  return t >= 1 ? 1 : Math.sin((Math.max(0, t) * Math.PI) / 2);
}
