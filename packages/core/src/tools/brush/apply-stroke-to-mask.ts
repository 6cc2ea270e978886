import { TILE, type Rect } from '../../raster/index.ts';
import {
  WHOLE_TILE,
  strokeAlphaRow,
  type StrokeBlend,
  type TileCoverage,
  type TileSelection,
} from './stroke-alpha.ts';

/**
 * Puts a stroke on one tile of an 8-bit plane: a layer mask, a quick mask, a grey layer's values.
 * @param source 256x256 values as they were before the stroke
 * @param target gets the result within `rect`, and is not touched outside; may be `source` itself
 * @param value what is painted, 0-255: 255 reveals, 0 hides
 * @param selection undefined: all is selected
 * @param rect in pixels of the tile, within it; all of it by default
 */
export function applyStrokeToMask(
  source: Uint8Array,
  target: Uint8Array,
  coverage: TileCoverage,
  value: number,
  blend: StrokeBlend,
  selection: TileSelection = 255,
  rect: Rect = WHOLE_TILE,
): void {
  const alphas = new Float64Array(rect.width);
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    const start = y * TILE + rect.x;
    strokeAlphaRow(alphas, coverage, selection, blend, start, rect.width);
    for (let i = 0; i < rect.width; i++) {
      const before = source[start + i]!;
      target[start + i] = (before + (value - before) * alphas[i]! + 0.5) | 0;
    }
  }
}
