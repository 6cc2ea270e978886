import { TILE_PIXELS, type TileMap, type TileStore } from '../../raster/index.ts';
import type { ColourMode } from '../document.ts';

const BLACK = 0;
const WHITE = 255;

/** From the narrowest to the widest. */
const MODES: readonly ColourMode[] = ['mono', 'grey', 'colour'];

/**
 * The narrowest colour mode, from `mode` on, that allows all of these pixels. Transparent ones have no
 * colour.
 * @param pixels straight-alpha RGBA8
 */
export function fittingMode(pixels: Uint8Array | Uint8ClampedArray, mode: ColourMode): ColourMode {
  let fitting = mode;
  for (let i = 0; i < pixels.length && fitting !== 'colour'; i += 4) {
    const alpha = pixels[i + 3]!;
    if (alpha === 0) continue;
    const grey = pixels[i]!;
    if (grey !== pixels[i + 1] || grey !== pixels[i + 2]) return 'colour';
    if (alpha !== 255 || (grey !== BLACK && grey !== WHITE)) fitting = 'grey';
  }
  return fitting;
}

/** As {@link fittingMode}, for the pixels of tiles. */
export function fittingModeOfTiles(store: TileStore, tiles: TileMap, mode: ColourMode): ColourMode {
  const scratch = new Uint8Array(TILE_PIXELS * 4);
  let fitting = mode;
  for (const tile of tiles.values()) {
    if (fitting === 'colour') break;
    fitting = fittingMode(store.pixels(tile, scratch), fitting);
  }
  return fitting;
}

/** The mode that allows all that these allow; `mono` of none. */
export function widestMode(modes: Iterable<ColourMode>): ColourMode {
  let widest = 0;
  for (const mode of modes) widest = Math.max(widest, MODES.indexOf(mode));
  return MODES[widest]!;
}
