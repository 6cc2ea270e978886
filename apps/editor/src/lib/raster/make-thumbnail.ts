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

/** At least this many samples a side make a pixel; taking all would cost more and look the same. */
const SAMPLES_PER_SIDE = 4;

/** The document's size in pixels. */
interface Canvas {
  readonly width: number;
  readonly height: number;
}

/** A small picture of a layer on its canvas, from samples all over it. */
export function pixelsThumbnail(store: TileStore, tiles: TileMap, canvas: Canvas): RasterImage {
  const grid = sampleGrid(canvas);
  const image = createImage(grid.columns.size, grid.rows.size);
  const sums = new Float64Array(image.width * image.height * 4);
  const scratch = new Uint8Array(TILE_PIXELS * 4);
  for (const [key, tile] of tiles) {
    if (!grid.meets(key)) continue;
    const pixels = store.pixels(tile, scratch);
    grid.visit(key, (at, target) => {
      const alpha = pixels[at * 4 + 3]!;
      for (let c = 0; c < 3; c++) sums[target * 4 + c]! += pixels[at * 4 + c]! * alpha;
      sums[target * 4 + 3]! += alpha;
    });
  }
  for (let i = 0; i < image.width * image.height; i++) {
    const alpha = sums[i * 4 + 3]!;
    if (alpha === 0) continue;
    for (let c = 0; c < 3; c++) image.data[i * 4 + c] = sums[i * 4 + c]! / alpha;
    image.data[i * 4 + 3] = alpha / grid.samplesOf(i);
  }
  return image;
}

/** A small grey picture of a mask. @param outside what missing tiles stand for */
export function maskThumbnail(
  store: TileStore,
  tiles: TileMap,
  outside: number,
  canvas: Canvas,
): RasterImage {
  const grid = sampleGrid(canvas);
  const image = createImage(grid.columns.size, grid.rows.size);
  // How far it is from what is outside: of missing tiles there is nothing to add.
  const sums = new Float64Array(image.width * image.height);
  const scratch = new Uint8Array(TILE_PIXELS);
  for (const [key, tile] of tiles) {
    if (!grid.meets(key)) continue;
    const coverage = store.coverage(tile, scratch);
    grid.visit(key, (at, target) => {
      sums[target]! += (typeof coverage === 'number' ? coverage : coverage[at]!) - outside;
    });
  }
  for (let i = 0; i < sums.length; i++) {
    const value = outside + sums[i]! / grid.samplesOf(i);
    image.data.set([value, value, value, 255], i * 4);
  }
  return image;
}

/** The cells into which one side of the canvas is divided; a sample is taken in each. */
interface SampleAxis {
  /** Pixels of the thumbnail. */
  readonly size: number;
  /** Side of a cell in pixels of the canvas. */
  readonly step: number;
  /** Of each cell, its pixel of the thumbnail. */
  readonly targets: Uint8Array;
  /** Of each pixel of the thumbnail, how many cells it has. */
  readonly counts: Uint32Array;
  /** By how much samples are shifted along the other side, 0 to 1. */
  readonly shifts: Float64Array;
}

/** Its multiples lie evenly between whole numbers, and repeat nowhere. */
const GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

function sampleAxis(length: number, size: number): SampleAxis {
  const step = Math.max(1, Math.floor(length / size / SAMPLES_PER_SIDE));
  const targets = new Uint8Array(Math.ceil(length / step));
  const counts = new Uint32Array(size);
  for (let i = 0; i < targets.length; i++) {
    targets[i] = Math.floor((i * step * size) / length);
    counts[targets[i]!]!++;
  }
  const shifts = Float64Array.from(targets, (_, i) => (i * GOLDEN_RATIO) % 1);
  return { size, step, targets, counts, shifts };
}

/**
 * Samples of the whole canvas, so that tiles do not add seams. They do not lie in rows and columns:
 * screentone has a grid of its own, of which a grid would see the dots alone, or none.
 */
function sampleGrid(canvas: Canvas) {
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(canvas.width, canvas.height));
  const axis = (length: number) => sampleAxis(length, Math.max(1, Math.round(length * scale)));
  const [columns, rows] = [axis(canvas.width), axis(canvas.height)];
  const place = (cell: number, { step }: SampleAxis, shift: number, length: number) =>
    Math.min(length - 1, cell * step + Math.floor(shift * step));
  return {
    columns,
    rows,
    samplesOf: (target: number) =>
      columns.counts[target % columns.size]! * rows.counts[Math.floor(target / columns.size)]!,
    meets: (key: number) => {
      const [x, y] = [tileX(key) * TILE, tileY(key) * TILE];
      return x >= 0 && y >= 0 && x < canvas.width && y < canvas.height;
    },
    /** @param found is told the index of a sample in the tile, and of its pixel in the thumbnail */
    visit: (key: number, found: (at: number, target: number) => void) => {
      const [x0, y0] = [tileX(key) * TILE, tileY(key) * TILE];
      const right = Math.min(columns.targets.length, Math.ceil((x0 + TILE) / columns.step));
      const bottom = Math.min(rows.targets.length, Math.ceil((y0 + TILE) / rows.step));
      for (let j = Math.floor(y0 / rows.step); j < bottom; j++)
        for (let i = Math.floor(x0 / columns.step); i < right; i++) {
          const x = place(i, columns, rows.shifts[j]!, canvas.width) - x0;
          const y = place(j, rows, columns.shifts[i]!, canvas.height) - y0;
          if (x < 0 || y < 0 || x >= TILE || y >= TILE) continue;
          found(y * TILE + x, rows.targets[j]! * columns.size + columns.targets[i]!);
        }
    },
  };
}
