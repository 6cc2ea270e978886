import { inRows, part, type Steps } from '../steps.ts';
import { labOf } from './lab.ts';

/** Difference of colours on both sides, CIE 1976, from which on a step is an edge: twice what shading and JPEG make. */
const EDGE = 14;
/** Nearer to a line than this, the step is the line's own side, px. */
const BESIDE = 2;

/**
 * Finds edges between areas of different colour that have no line between them: pixels where the difference of the
 * Lab colours on both sides is largest, as in J. Canny's detector with the gradient of S. Di Zenzo's kind simplified
 * to rows and columns.
 * @param colours red, green and blue, 0-255
 * @param line 1 = line; steps beside lines do not count
 * @returns 1 for each pixel of an edge
 */
export function* colourEdges(
  colours: readonly [Uint8Array, Uint8Array, Uint8Array],
  line: Uint8Array,
  width: number,
  height: number,
): Steps<Uint8Array> {
  const [red, green, blue] = colours;
  const lab = new Float32Array(3 * line.length);
  const converting = inRows(width, height, (first, end) => {
    for (let i = first * width; i < end * width; i++) labOf(red[i]!, green[i]!, blue[i]!, lab, 3 * i);
  });
  yield* part(converting, 0, 0.4);
  const across = new Float32Array(line.length);
  const down = new Float32Array(line.length);
  const measuring = inRows(width, height, (first, end) => {
    for (let y = first; y < end; y++)
      for (let x = 0, i = y * width; x < width; x++, i++) {
        if (x > 0 && x < width - 1) across[i] = difference(lab, i - 1, i + 1);
        if (y > 0 && y < height - 1) down[i] = difference(lab, i - width, i + width);
      }
  });
  yield* part(measuring, 0.4, 0.7);
  const out = new Uint8Array(line.length);
  const thinning = inRows(width, height, (first, end) => {
    for (let y = Math.max(BESIDE, first); y < Math.min(height - BESIDE, end); y++)
      for (let x = BESIDE, i = y * width + BESIDE; x < width - BESIDE; x++, i++) {
        const [gradient, step] = across[i]! >= down[i]! ? [across, 1] : [down, width];
        const own = gradient[i]!;
        // Of two equal neighbours the second one is taken, so that edges are one pixel wide.
        if (own < EDGE || own < gradient[i - step]! || own <= gradient[i + step]!) continue;
        if (!isBesideLine(line, i, width)) out[i] = 1;
      }
  });
  yield* part(thinning, 0.7, 1);
  return out;
}

function difference(lab: Float32Array, one: number, two: number): number {
  const l = lab[3 * one]! - lab[3 * two]!;
  const a = lab[3 * one + 1]! - lab[3 * two + 1]!;
  const b = lab[3 * one + 2]! - lab[3 * two + 2]!;
  return Math.sqrt(l * l + a * a + b * b);
}

function isBesideLine(line: Uint8Array, pixel: number, width: number): boolean {
  for (let dy = -BESIDE; dy <= BESIDE; dy++)
    for (let dx = -BESIDE; dx <= BESIDE; dx++) if (line[pixel + dy * width + dx] === 1) return true;
  return false;
}
