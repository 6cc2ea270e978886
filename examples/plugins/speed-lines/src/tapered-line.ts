import type { Outline } from './coverage.ts';

/** Points along each side; a line with a curved taper looks smooth with them. */
const PIECES = 8;

/** A straight line of changing width; pixels. */
export interface TaperedLine {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  /** Where it is widest. */
  readonly width: number;
  /** How fast it runs thin: 1 evenly, below 1 late, above 1 early. */
  readonly taper: number;
  /** Which end is thin. */
  readonly thin: 'from' | 'both';
}

/** The outline of a line, turning the same way for all lines. */
export function lineOutline({ fromX, fromY, toX, toY, width, taper, thin }: TaperedLine): Outline {
  const length = Math.hypot(toX - fromX, toY - fromY) || 1;
  const normalX = -(toY - fromY) / length;
  const normalY = (toX - fromX) / length;
  const there: number[] = [];
  const back: number[] = [];
  for (let i = 0; i <= PIECES; i++) {
    const t = i / PIECES;
    const from = thin === 'from' ? t : 1 - Math.abs(2 * t - 1);
    const half = (width / 2) * from ** taper;
    const x = fromX + (toX - fromX) * t;
    const y = fromY + (toY - fromY) * t;
    there.push(x + normalX * half, y + normalY * half);
    back.unshift(x - normalX * half, y - normalY * half);
  }
  return [...there, ...back];
}
