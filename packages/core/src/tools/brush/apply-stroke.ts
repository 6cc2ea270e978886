import { TILE, type Rect } from '../../raster/index.ts';
import {
  WHOLE_TILE,
  strokeAlphaRow,
  type StrokeBlend,
  type TileCoverage,
  type TileSelection,
} from './stroke-alpha.ts';

/** How a stroke meets the pixels of a layer. */
export interface StrokePaint extends StrokeBlend {
  /** `erase` lowers alpha and keeps the colours under it. */
  readonly mode: 'paint' | 'erase';
  /** sRGB, 0-255; not used to erase. */
  readonly r: number;
  readonly g: number;
  readonly b: number;
  /** Keeps alpha as it is: colours change where there is alpha, and erasing does nothing. */
  readonly alphaLock: boolean;
}

/** Straight-alpha RGBA8 of a whole tile, 256x256. */
export type TilePixels = Uint8Array | Uint8ClampedArray;

/**
 * Puts a stroke on one tile of a layer: W3C source-over on straight alpha, rounded once to the
 * nearest level from float64. Pixels that come out with no alpha keep the colour they had.
 *
 * @param source the tile as it was before the stroke
 * @param target gets the result within `rect`, and is not touched outside; may be `source` itself
 * @param coverage of the stroke
 * @param selection undefined: all is selected
 * @param rect in pixels of the tile, within it; all of it by default
 */
export function applyStroke(
  source: TilePixels,
  target: TilePixels,
  coverage: TileCoverage,
  paint: StrokePaint,
  selection: TileSelection = 255,
  rect: Rect = WHOLE_TILE,
): void {
  const alphas = new Float64Array(rect.width);
  const applyRow = paint.mode === 'erase' ? (paint.alphaLock ? copyRow : eraseRow) : paintRow;
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    const start = y * TILE + rect.x;
    strokeAlphaRow(alphas, coverage, selection, paint, start, rect.width);
    applyRow(source, target, start * 4, alphas, paint);
  }
}

function paintRow(
  source: TilePixels,
  target: TilePixels,
  start: number,
  alphas: Float64Array,
  paint: StrokePaint,
): void {
  const { r, g, b, alphaLock } = paint;
  for (let i = 0, p = start; i < alphas.length; i++, p += 4) {
    const alpha = alphas[i]!;
    const backdrop = source[p + 3]!;
    const red = source[p]!;
    const green = source[p + 1]!;
    const blue = source[p + 2]!;
    let share = alpha;
    let result = backdrop;
    if (backdrop < 255 && !alphaLock && alpha > 0) {
      const sum = alpha + (backdrop / 255) * (1 - alpha);
      result = (sum * 255 + 0.5) | 0;
      share = alpha / sum;
    }
    if (result === 0) share = 0;
    target[p] = (red + (r - red) * share + 0.5) | 0;
    target[p + 1] = (green + (g - green) * share + 0.5) | 0;
    target[p + 2] = (blue + (b - blue) * share + 0.5) | 0;
    target[p + 3] = result;
  }
}

function eraseRow(source: TilePixels, target: TilePixels, start: number, alphas: Float64Array): void {
  for (let i = 0, p = start; i < alphas.length; i++, p += 4) {
    target[p] = source[p]!;
    target[p + 1] = source[p + 1]!;
    target[p + 2] = source[p + 2]!;
    target[p + 3] = (source[p + 3]! * (1 - alphas[i]!) + 0.5) | 0;
  }
}

function copyRow(source: TilePixels, target: TilePixels, start: number, alphas: Float64Array): void {
  target.set(source.subarray(start, start + alphas.length * 4), start);
}
