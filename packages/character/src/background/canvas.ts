import type { Sheet } from '../drawing/sheet.ts';
import { polygon } from '../geometry/path.ts';
import type { RandomStream } from '../random/random-stream.ts';

/** A picture to be filled: its size in drawing units, and the drawing's own random numbers. */
export interface Canvas {
  readonly sheet: Sheet;
  readonly width: number;
  readonly height: number;
  readonly light: -1 | 1;
  readonly random: RandomStream;
}

/** A rectangle in drawing units. */
export function rectangle(left: number, top: number, right: number, bottom: number): string {
  return polygon([
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]);
}
