import type { Rect } from '../../raster/index.ts';
import { EMPTY_MASK, intersectRects, reframeMask, type PlacedMask } from './mask.ts';
import { trimMask } from './mask-bounds.ts';

/** What a new selection does to the one there is. */
export type CombineMode = 'replace' | 'add' | 'subtract' | 'intersect';

/**
 * One selection changed by another, as fuzzy sets (L. Zadeh, 1965): add is the larger coverage, intersect
 * the smaller, subtract the smaller of what was there and 255 - the other. So adding a selection to itself
 * changes nothing, which sums or products of soft edges would not give.
 * @returns a mask cut to its bounds; one of those given where it is the answer as it is
 */
export function combineMasks(current: PlacedMask, other: PlacedMask, mode: CombineMode): PlacedMask {
  if (mode === 'replace') return trimMask(other);
  if (mode === 'intersect') return combineInside(intersectRects(current, other), current, other, mode);
  if (other.width === 0 || other.height === 0) return trimMask(current);
  if (mode === 'subtract') return combineInside(current, current, other, mode);
  if (current.width === 0 || current.height === 0) return trimMask(other);
  return combineInside(union(current, other), current, other, mode);
}

function combineInside(frame: Rect, one: PlacedMask, other: PlacedMask, mode: CombineMode): PlacedMask {
  if (frame.width === 0 || frame.height === 0) return EMPTY_MASK;
  const { x, y, width, height } = frame;
  const a = reframeMask(one, frame).data;
  const b = reframeMask(other, frame).data;
  const data = new Uint8Array(a.length);
  if (mode === 'add') for (let i = 0; i < data.length; i++) data[i] = a[i]! > b[i]! ? a[i]! : b[i]!;
  else {
    const flip = mode === 'subtract' ? 255 : 0;
    for (let i = 0; i < data.length; i++) {
      // XOR with 255 is 255 - b.
      const c = b[i]! ^ flip;
      data[i] = a[i]! < c ? a[i]! : c;
    }
  }
  return trimMask({ x, y, width, height, data });
}

function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  const height = Math.max(a.y + a.height, b.y + b.height) - y;
  return { x, y, width, height };
}
