import {
  createImage,
  TILE,
  TILE_PIXELS,
  tileX,
  tileY,
  type RasterImage,
  type TileMap,
  type TileStore,
} from '@koma/core/raster';

/** Longest side of a thumbnail in pixels: 36 CSS pixels on a fine screen. */
export const THUMBNAIL_SIDE = 72;

/** About this many samples make a pixel; taking all would cost more and look the same. */
const SAMPLES_PER_SIDE = 4;

/** The canvas size scaled to a thumbnail's. */
function thumbnailSize(width: number, height: number): { width: number; height: number; scale: number } {
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(width, height));
  return {
    scale,
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/**
 * A small picture of a layer on its canvas, from samples at even distances.
 * @param canvas the document's size
 */
export function pixelsThumbnail(
  store: TileStore,
  tiles: TileMap,
  canvas: { readonly width: number; readonly height: number },
): RasterImage {
  const { width, height, scale } = thumbnailSize(canvas.width, canvas.height);
  const image = createImage(width, height);
  const sums = new Float64Array(width * height * 5);
  const step = Math.max(1, Math.floor(1 / scale / SAMPLES_PER_SIDE));
  const scratch = new Uint8Array(TILE_PIXELS * 4);
  for (const [key, tile] of tiles) {
    const pixels = store.pixels(tile, scratch);
    forSamples(key, step, canvas, scale, width, height, (at, target) => {
      const alpha = pixels[at * 4 + 3]!;
      for (let c = 0; c < 3; c++) sums[target * 5 + c]! += pixels[at * 4 + c]! * alpha;
      sums[target * 5 + 3]! += alpha;
    });
  }
  const samples = (1 / scale / step) ** 2;
  for (let i = 0; i < width * height; i++) {
    const alpha = sums[i * 5 + 3]!;
    if (alpha === 0) continue;
    for (let c = 0; c < 3; c++) image.data[i * 4 + c] = sums[i * 5 + c]! / alpha;
    image.data[i * 4 + 3] = alpha / samples;
  }
  return image;
}

/** A small grey picture of a mask. */
export function maskThumbnail(
  store: TileStore,
  tiles: TileMap,
  outside: number,
  canvas: { readonly width: number; readonly height: number },
): RasterImage {
  const { width, height, scale } = thumbnailSize(canvas.width, canvas.height);
  const image = createImage(width, height);
  const step = Math.max(1, Math.floor(1 / scale / SAMPLES_PER_SIDE));
  const sums = new Float64Array(width * height);
  const counts = new Float64Array(width * height);
  const scratch = new Uint8Array(TILE_PIXELS);
  for (const [key, tile] of tiles) {
    const coverage = store.coverage(tile, scratch);
    forSamples(key, step, canvas, scale, width, height, (at, target) => {
      sums[target]! += typeof coverage === 'number' ? coverage : coverage[at]!;
      counts[target]!++;
    });
  }
  for (let i = 0; i < width * height; i++) {
    const value = counts[i] ? sums[i]! / counts[i]! : outside;
    image.data.set([value, value, value, 255], i * 4);
  }
  return image;
}

function forSamples(
  key: number,
  step: number,
  canvas: { readonly width: number; readonly height: number },
  scale: number,
  width: number,
  height: number,
  visit: (at: number, target: number) => void,
): void {
  const [x0, y0] = [tileX(key) * TILE, tileY(key) * TILE];
  // On a grid of the whole canvas, so that tiles do not add seams.
  const first = (origin: number) => Math.ceil(Math.max(0, origin) / step) * step;
  for (let y = first(y0); y < Math.min(y0 + TILE, canvas.height); y += step)
    for (let x = first(x0); x < Math.min(x0 + TILE, canvas.width); x += step) {
      const tx = Math.min(width - 1, Math.floor(x * scale));
      const ty = Math.min(height - 1, Math.floor(y * scale));
      visit((y - y0) * TILE + x - x0, ty * width + tx);
    }
}
