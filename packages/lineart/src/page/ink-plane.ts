import { inRows, type Steps } from '../steps.ts';
import type { GreyPlane } from './page-image.ts';

/** Nothing is printed here. */
export const PAPER = 0;
/** Ink of a line, or of a solid black. */
export const LINE = 1;
/** Ink of a screentone, hatching left out. */
export const TONE = 2;

/** A page in black and white: {@link LINE} where it is darker than `threshold`, 0-255, else {@link PAPER}. */
export function* inkPlane(grey: GreyPlane, threshold: number): Steps<Uint8Array> {
  const { width, height, data } = grey;
  const out = new Uint8Array(data.length);
  yield* inRows(width, height, (first, end) => {
    for (let i = first * width; i < end * width; i++) if (data[i]! < threshold) out[i] = LINE;
  });
  return out;
}
