import { INSIDE_FROM, type PlacedMask } from './mask.ts';

/** Closed polylines along pixel edges. */
export interface MaskOutline {
  /** x and y in turn, in whole px of the canvas; edges are horizontal and vertical in turn. */
  readonly points: Int32Array;
  /** Where each loop begins in `points`, and at last where the last one ends. */
  readonly starts: Uint32Array;
}

/** Directions clockwise on screen, y pointing down: right, down, left, up. */
const STEP_X = Int8Array.of(1, 0, -1, 0);
const STEP_Y = Int8Array.of(0, 1, 0, -1);

/**
 * The outline of a selection, for marching ants: the edges between pixels with coverage of at least 128 and
 * those below, each in exactly one loop. The inside lies to the right of the way, so that outer loops run clockwise
 * on screen and holes counterclockwise. Pixels that touch at a corner only are outlined apart. Loops are in the order
 * of their first upper edge, row by row. Reads the mask once; otherwise only the edges cost.
 *
 * Work memory: one bit a pixel, and the points.
 */
export function maskOutline(mask: PlacedMask): MaskOutline {
  const { width, height, data } = mask;
  const traced = new Uint8Array((width * height + 7) >> 3);
  let points = new Int32Array(1024);
  let size = 0;
  const starts = [0];
  const isInside = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && data[y * width + x]! >= INSIDE_FROM;

  const traceLoop = (startX: number, startY: number): void => {
    let x = startX;
    let y = startY;
    let direction = 0;
    do {
      // Only upper edges are noted: every loop has one, and a loop is never entered elsewhere.
      if (direction === 0) traced[(y * width + x) >> 3]! |= 1 << ((y * width + x) & 7);
      x += STEP_X[direction]!;
      y += STEP_Y[direction]!;
      const turn = turnAt(isInside, x, y, direction);
      if (turn === 0) continue;
      direction = (direction + turn) & 3;
      if (size === points.length) {
        const larger = new Int32Array(2 * size);
        larger.set(points);
        points = larger;
      }
      points[size++] = x + mask.x;
      points[size++] = y + mask.y;
    } while (x !== startX || y !== startY || direction !== 0);
    starts.push(size);
  };

  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0, at = row; x < width; x++, at++) {
      if (data[at]! < INSIDE_FROM || (y > 0 && data[at - width]! >= INSIDE_FROM)) continue;
      if ((traced[at >> 3]! & (1 << (at & 7))) === 0) traceLoop(x, y);
    }
  }
  return { points: points.slice(0, size), starts: Uint32Array.from(starts) };
}

/** 1 to turn right, -1 to turn left, 0 to go straight on, at a corner of pixels reached in a direction. */
function turnAt(
  isInside: (x: number, y: number) => boolean,
  x: number,
  y: number,
  direction: number,
): -1 | 0 | 1 {
  // Of the two pixels ahead, the one to the right and the one to the left; (x, y) is a corner of both.
  const right = (direction + 1) & 3;
  const dx = STEP_X[direction]! + STEP_X[right]!;
  const dy = STEP_Y[direction]! + STEP_Y[right]!;
  if (!isInside(x + (dx - 1) / 2, y + (dy - 1) / 2)) return 1;
  const leftX = STEP_X[direction]! - STEP_X[right]!;
  const leftY = STEP_Y[direction]! - STEP_Y[right]!;
  return isInside(x + (leftX - 1) / 2, y + (leftY - 1) / 2) ? -1 : 0;
}
