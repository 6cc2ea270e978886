import type { Point } from '../geometry/point.ts';
import { roundness } from './balloon-outline.ts';
import { breakLines } from './lettering/break-lines.ts';
import { lineWidth } from './lettering/letter-line.ts';
import type { BalloonStyle } from './page-plan.ts';

/** From the top of one line to the next, as a multiple of the capitals' height. */
export const LINE_SPACING = 1.5;
/** A balloon before it has a place. */
export interface SizedBalloon {
  readonly lines: readonly string[];
  readonly size: number;
  readonly radius: Point;
}

/** The balloon's size for each sensible number of lines. */
export function balloonSizes(text: string, style: BalloonStyle, size: number): SizedBalloon[] {
  const words = text.split(' ').length;
  const seen = new Set<string>();
  const result: SizedBalloon[] = [];
  for (let count = 1; count <= Math.min(6, words); count++) {
    const lines = breakLines(text, count, size);
    const key = lines.join('|');
    if (seen.has(key)) continue;
    seen.add(key);
    result.push({ lines, size, radius: radiusOf(lines, style, size) });
  }
  return result;
}

/** The smallest superellipse of the block's proportion that holds all lines. */
function radiusOf(lines: readonly string[], style: BalloonStyle, size: number): Point {
  const widths = lines.map((line) => lineWidth(line, size));
  const pad = size * (style === 'caption' ? 0.65 : 0.72);
  const height = size * (1 + (lines.length - 1) * LINE_SPACING);
  const a = Math.max(...widths) / 2 + pad;
  const b = height / 2 + pad;
  if (style === 'caption') return [a, b];
  const n = roundness(style);
  let scale = 1;
  for (const [index, width] of widths.entries()) {
    const top = Math.abs(index * size * LINE_SPACING - height / 2);
    const bottom = Math.abs(index * size * LINE_SPACING + size - height / 2);
    const x = (width / 2 + pad * 0.75) / a;
    const y = (Math.max(top, bottom) + pad * 0.6) / b;
    scale = Math.max(scale, (x ** n + y ** n) ** (1 / n));
  }
  // Balloons stand upright or are round; very flat ones look pressed.
  return [a * scale, Math.max(b * scale, a * scale * 0.46)];
}
