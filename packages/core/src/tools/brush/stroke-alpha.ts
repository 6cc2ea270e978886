import { TILE, type Rect } from '../../raster/index.ts';
import { FULL_COVERAGE } from './coverage-plane.ts';

/** What coverage becomes before it meets the pixels. */
export interface StrokeBlend {
  /** Opacity of the whole stroke, 0-1. */
  readonly opacity: number;
  /**
   * For 1-bit layers: a pixel is painted whole if at least half of it is covered and selected, else
   * not at all. Opacity is ignored.
   */
  readonly mono?: boolean;
}

/** Coverage of a whole tile: 16 bits as from a `StrokeBuffer`, or 8 bits as from a fill or a mask. */
export type TileCoverage = Uint16Array | Uint8Array;

/** Selection of a whole tile, 0-255, or one value for all of it. */
export type TileSelection = Uint8Array | number;

/** A whole tile as a rectangle of its own. */
export const WHOLE_TILE: Rect = { x: 0, y: 0, width: TILE, height: TILE };

/**
 * The alpha with which a row of a stroke is painted.
 * @param out gets `count` values 0-1
 * @param start index of the first pixel in the tile
 */
export function strokeAlphaRow(
  out: Float64Array,
  coverage: TileCoverage,
  selection: TileSelection,
  blend: StrokeBlend,
  start: number,
  count: number,
): void {
  const full = coverage.BYTES_PER_ELEMENT === 2 ? FULL_COVERAGE : 255;
  const scale = (blend.mono ? 1 : blend.opacity) / full;
  if (typeof selection === 'number') {
    const selected = scale * (selection / 255);
    for (let i = 0; i < count; i++) out[i] = coverage[start + i]! * selected;
  } else {
    const selected = scale / 255;
    for (let i = 0; i < count; i++) out[i] = coverage[start + i]! * selection[start + i]! * selected;
  }
  // Half of 8 bits is 128 of 255, and 32896 of 65535 is the same share.
  if (blend.mono) for (let i = 0; i < count; i++) out[i] = out[i]! >= HALF ? 1 : 0;
}

/** 128 / 255, less what multiplying may lose. */
const HALF = 128 / 255 - 1e-9;
