import type { Rect } from '../../raster/index.ts';
import type { Dab } from './dab.ts';
import { HALF_DIAGONAL } from './disc-coverage.ts';
import { pencilStart, pencilWidth } from './stamp-pencil.ts';

/** The pixels that a dab may change; undefined if it paints nothing. */
export function dabBounds(dab: Dab, antialias: boolean): Rect | undefined {
  if (!(dab.size > 0 && dab.flow > 0 && dab.opacity > 0)) return undefined;
  if (!antialias) {
    const side = pencilWidth(dab.size);
    return { x: pencilStart(dab.x, side), y: pencilStart(dab.y, side), width: side, height: side };
  }
  const reach = dab.size / 2 + HALF_DIAGONAL;
  const [x, y] = [Math.ceil(dab.x - reach - 0.5), Math.ceil(dab.y - reach - 0.5)];
  const [right, bottom] = [Math.floor(dab.x + reach + 0.5), Math.floor(dab.y + reach + 0.5)];
  return { x, y, width: right - x, height: bottom - y };
}

/** The smallest rectangle that holds both; undefined is empty. */
export function unite(a: Rect | undefined, b: Rect | undefined): Rect | undefined {
  if (!a || !b) return a ?? b;
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const right = Math.max(a.x + a.width, b.x + b.width);
  const bottom = Math.max(a.y + a.height, b.y + b.height);
  return { x, y, width: right - x, height: bottom - y };
}
