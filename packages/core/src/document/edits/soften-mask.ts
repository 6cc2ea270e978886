import { finish, type Steps } from '../../steps/index.ts';
import { featherSteps, reframeMask, trimMask, type PlacedMask, type Size } from '../../tools/index.ts';
import { onCanvas } from './on-canvas.ts';

/** Radius in pixels by which the stairs of a region's edge are softened. */
const SOFTENING = 1;

/** Pixels to which the softening reaches. */
const REACH = 3;

/**
 * The mask with the stairs of its edges softened. Unlike `feather`, it treats the canvas's edge as no edge:
 * what covers the canvas to its border still does.
 * @returns a mask cut to its bounds within the canvas
 */
export function softenMask(mask: PlacedMask, canvas: Size): PlacedMask {
  return finish(softenMaskSteps(mask, canvas));
}

/** {@link softenMask} in steps. */
export function* softenMaskSteps(mask: PlacedMask, canvas: Size): Steps<PlacedMask> {
  const tight = trimMask(mask);
  if (tight.width === 0) return tight;
  const { width, height, data } = reframeMask(tight, {
    x: tight.x - REACH,
    y: tight.y - REACH,
    width: tight.width + 2 * REACH,
    height: tight.height + 2 * REACH,
  });
  // Counted from a corner that lies REACH pixels beyond the canvas's.
  const wide = { x: tight.x, y: tight.y, width, height, data };
  repeatEdges(wide, canvas);
  const around = { width: canvas.width + 2 * REACH, height: canvas.height + 2 * REACH };
  const soft = yield* featherSteps(wide, SOFTENING, around);
  const shifted = { ...soft, x: soft.x - REACH, y: soft.y - REACH };
  return trimMask(reframeMask(shifted, onCanvas(shifted, canvas)));
}

/** Repeats the outermost pixels of the canvas beyond it. @param mask counted from REACH pixels beyond */
function repeatEdges({ x, y, width, height, data }: PlacedMask, canvas: Size): void {
  const [left, right] = [Math.max(0, REACH - x), Math.min(width, canvas.width + REACH - x)];
  const [top, bottom] = [Math.max(0, REACH - y), Math.min(height, canvas.height + REACH - y)];
  for (let row = top; row < bottom; row++) {
    const start = row * width;
    data.fill(data[start + left]!, start, start + left);
    data.fill(data[start + right - 1]!, start + right, start + width);
  }
  for (let row = 0; row < top; row++) data.copyWithin(row * width, top * width, (top + 1) * width);
  for (let row = bottom; row < height; row++)
    data.copyWithin(row * width, (bottom - 1) * width, bottom * width);
}
