import type { Rect } from '../../raster/index.ts';
import { finish, inBlocks, part, rowsOfBlock, type Steps } from '../../steps/index.ts';
import { SpanFlood } from './flood-spans.ts';
import { EMPTY_MASK, type BinaryPlane, type PlacedMask } from './mask.ts';
import { maskBounds } from './mask-bounds.ts';
import type { RegionWatcher } from './growing-region.ts';

const REGION = 2;

/**
 * The 4-connected region of set pixels around a seed, as coverage 0 or 255 cut to its bounds. Empty where
 * the seed is unset or outside the plane. Work memory: a copy of the plane and the spans waiting.
 * @param passable set where the fill may go, usually from `similarPixels`. Clear what lies outside a
 * selection to keep the fill inside it.
 * @param x the seed in px; fractions are dropped
 * @param y likewise
 */
export function floodFill(passable: BinaryPlane, x: number, y: number): PlacedMask {
  return finish(floodFillSteps(passable, x, y));
}

/** {@link floodFill} in steps. @param watch is told of the region before it grows */
export function* floodFillSteps(
  passable: BinaryPlane,
  x: number,
  y: number,
  watch?: RegionWatcher,
): Steps<PlacedMask> {
  const { width, height, data } = passable;
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const inside = column >= 0 && row >= 0 && column < width && row < height;
  if (!inside || data[row * width + column] === 0) return EMPTY_MASK;
  const work = data.slice();
  watch?.({ x: 0, y: 0, width, height, data: work, value: REGION });
  const flood = new SpanFlood(work, width, height);
  yield* part(flood.steps(column, row, REGION), 0, 0.7);
  return yield* part(maskOfValueSteps(work, width, flood.bounds, REGION), 0.7, 1);
}

/** The fill that is not contiguous: all set pixels of the plane, as coverage cut to their bounds. */
export function fillEverywhere(passable: BinaryPlane): PlacedMask {
  return finish(fillEverywhereSteps(passable));
}

/** {@link fillEverywhere} in steps. */
export function* fillEverywhereSteps(passable: BinaryPlane): Steps<PlacedMask> {
  const { width, height, data } = passable;
  const bounds = maskBounds({ x: 0, y: 0, width, height, data });
  return bounds.width === 0 ? EMPTY_MASK : yield* maskOfValueSteps(data, width, bounds, 1);
}

/** Coverage 255 where a plane that is `stride` pixels wide has `value` inside `bounds`, 0 elsewhere. */
export function maskOfValue(plane: Uint8Array, stride: number, bounds: Rect, value: number): PlacedMask {
  return finish(maskOfValueSteps(plane, stride, bounds, value));
}

/** {@link maskOfValue} in steps. */
export function* maskOfValueSteps(
  plane: Uint8Array,
  stride: number,
  { x, y, width, height }: Rect,
  value: number,
): Steps<PlacedMask> {
  const data = new Uint8Array(width * height);
  const mark = (first: number, last: number): void => {
    for (let row = first, to = first * width; row < last; row++) {
      let from = (y + row) * stride + x;
      for (const end = to + width; to < end; to++, from++) data[to] = plane[from] === value ? 255 : 0;
    }
  };
  yield* inBlocks(height, mark, rowsOfBlock(width));
  return { x, y, width, height, data };
}
