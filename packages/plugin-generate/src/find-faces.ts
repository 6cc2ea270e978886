import { detectAnimeFaces } from '@koma/character';
import type { FaceBox, GeneratorContext } from '@koma/core/plugin';
import { resizeImage, type RasterImage } from '@koma/core/raster';
import { mergeFaces } from './merge-faces.ts';
import { planTiles, type Tile } from './plan-tiles.ts';

/** Pictures up to this many pixels are looked at in one go. */
const ONE_GO = 2_000_000;
/** Sides of a tile, and what neighbours share: faces larger than that are found in the picture made small. */
const TILE = 1024;
const OVERLAP = 320;
/** Pixels of the picture made small. */
const SMALL = 1_000_000;
/** The smallest faces of large pictures, as a part of the longer side: those of a crowd on a page. */
const SMALLEST = 1 / 100;
/** The cascade's own window. */
const WINDOW = 24;

/**
 * Finds the faces of anime characters. Large pictures are looked at as a whole, made small, and tile by
 * tile for small faces; progress is told and a cancel heard after each.
 *
 * @throws AbortError
 */
export async function findFaces(
  image: RasterImage,
  { signal, progress }: Pick<GeneratorContext, 'signal' | 'progress'>,
): Promise<FaceBox[]> {
  const { width, height } = image;
  if (Math.min(width, height) < WINDOW) return [];
  if (width * height <= ONE_GO) return mergeFaces(facesIn(image));
  const tiles = planTiles(width, height, TILE, OVERLAP);
  const minSize = Math.max(WINDOW, Math.round(Math.max(width, height) * SMALLEST));
  const found: FaceBox[] = [];
  const next = async (done: number): Promise<void> => {
    progress(done / (tiles.length + 1));
    // Lets a cancel through.
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  };
  await next(0);
  found.push(...facesMadeSmall(image));
  for (const [index, tile] of tiles.entries()) {
    await next(index + 1);
    for (const box of facesIn(cut(image, tile), minSize))
      found.push({ ...box, x: box.x + tile.x, y: box.y + tile.y });
  }
  progress(1);
  return mergeFaces(found);
}

function facesIn(image: RasterImage, minSize = WINDOW): FaceBox[] {
  const { width, height, data } = onWhite(image);
  return detectAnimeFaces(data, width, height, { minSize }).map(({ weight, ...box }) => ({
    ...box,
    score: weight,
  }));
}

function facesMadeSmall(image: RasterImage): FaceBox[] {
  const scale = Math.sqrt(SMALL / (image.width * image.height));
  const small = resizeImage(
    image,
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
  const [fx, fy] = [image.width / small.width, image.height / small.height];
  return facesIn(small).map(({ x, y, width, height, score }) => ({
    x: Math.round(x * fx),
    y: Math.round(y * fy),
    width: Math.round(width * fx),
    height: Math.round(height * fy),
    score,
  }));
}

function cut({ width, data }: RasterImage, tile: Tile): RasterImage {
  const result = new Uint8ClampedArray(tile.width * tile.height * 4);
  for (let y = 0; y < tile.height; y++) {
    const from = ((tile.y + y) * width + tile.x) * 4;
    result.set(data.subarray(from, from + tile.width * 4), y * tile.width * 4);
  }
  return { width: tile.width, height: tile.height, data: result };
}

/** The picture on white paper; the same one where nothing shines through. */
function onWhite(image: RasterImage): RasterImage {
  const { data } = image;
  let opaque = true;
  for (let p = 3; p < data.length && opaque; p += 4) opaque = data[p] === 255;
  if (opaque) return image;
  const result = new Uint8ClampedArray(data);
  for (let p = 0; p < result.length; p += 4) {
    const alpha = result[p + 3]! / 255;
    for (let c = 0; c < 3; c++) result[p + c] = 255 + (result[p + c]! - 255) * alpha;
    result[p + 3] = 255;
  }
  return { ...image, data: result };
}
