import {
  readCoverage,
  resampleMask,
  tileBounds,
  type Rect,
  type TileMap,
  type TileStore,
} from '../../raster/index.ts';
import type { PlacedMask } from '../../tools/index.ts';
import { scaleRect } from './scale-rect.ts';

/** How a plane of the document is scaled. */
export interface CanvasScale {
  /** The canvas before, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Factors, > 0. */
  readonly sx: number;
  readonly sy: number;
}

/**
 * Coverage scaled with the canvas about the origin, bilinearly. What lies on the canvas is scaled by
 * itself: what covers the canvas to its edge still does afterwards, whatever lies beyond.
 * @param outside what missing tiles stand for
 * @returns the scaled tiles' rectangle; undefined where there are none
 */
export function scaleCoverage(
  store: TileStore,
  tiles: TileMap,
  { width, height, sx, sy }: CanvasScale,
  outside: number,
): PlacedMask | undefined {
  const bounds = tileBounds(tiles);
  if (!bounds) return undefined;
  const scale = (rect: Rect): PlacedMask => {
    const to = scaleRect(rect, sx, sy);
    const plane = { width: rect.width, height: rect.height, data: readCoverage(store, tiles, rect, outside) };
    return { ...to, data: resampleMask(plane, to.width, to.height, { filter: 'bilinear' }).data };
  };
  const whole = scale(bounds);
  const inside = intersect(bounds, { x: 0, y: 0, width, height });
  const reachesBeyond = inside.width < bounds.width || inside.height < bounds.height;
  if (reachesBeyond && inside.width > 0 && inside.height > 0) paste(scale(inside), whole);
  return whole;
}

function intersect(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return { x, y, width, height };
}

/** Writes a plane into one that holds it, up to a pixel by which rounding may have moved its far edges. */
function paste(part: PlacedMask, into: PlacedMask): void {
  const columns = Math.min(part.width, into.x + into.width - part.x);
  const rows = Math.min(part.height, into.y + into.height - part.y);
  for (let y = 0; y < rows; y++) {
    const row = part.data.subarray(y * part.width, y * part.width + columns);
    into.data.set(row, (part.y - into.y + y) * into.width + part.x - into.x);
  }
}
