import type { RandomStream } from '@koma/character';
import { densePath } from './curves.ts';
import { stampDot, type InkPlane, type Point } from './ink-plane.ts';

export interface Pen {
  /** Half the width of its lines, pixels. */
  readonly radius: number;
  /** Gaps per pixel of line. */
  readonly gaps: number;
  readonly grey?: number;
}

/** From where to where lines are left out, pixels. */
const GAP: readonly [number, number] = [4, 14];

/** A line of changing width, drawn in strokes that do not always meet. */
export function drawLine(
  plane: InkPlane,
  corners: readonly Point[],
  { radius, gaps, grey = 0 }: Pen,
  random: RandomStream,
  isClosed = true,
): void {
  const [phase, period] = [random.between(0, 6), random.between(60, 160)];
  let gap = 0;
  for (const [i, point] of densePath(corners, isClosed).entries()) {
    if (gap > 0) {
      gap--;
      continue;
    }
    if (random.chance(gaps)) gap = Math.round(random.between(...GAP) + 2 * radius);
    else stampDot(plane, point, radius * (1 + 0.3 * Math.sin(i / period + phase)), grey);
  }
}

/** A line that is thick in the middle and thin at its ends, as hair and folds have. */
export function drawStrand(plane: InkPlane, line: readonly Point[], radius: number, grey = 0): void {
  const path = densePath(line, false);
  for (const [i, point] of path.entries()) {
    const width = radius * Math.sin((Math.PI * (i + 0.5)) / path.length);
    if (width > 0.25) stampDot(plane, point, width, grey);
  }
}
