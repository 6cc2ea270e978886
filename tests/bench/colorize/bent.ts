import type { RasterImage } from '@koma/core/raster';

/** Largest displacement, as a share of the side. */
const BEND = 0.05;

/**
 * A picture mirrored and bent by slow waves, different for every `number`: what a reference of the same figure is like
 * when it is no copy.
 */
export function bent({ width, height, data }: RasterImage, number: number): RasterImage {
  const out = new Uint8ClampedArray(data.length);
  const phase = number * 2.399963;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / height];
      const fromX = Math.round(width * (1 - u + BEND * Math.sin(2 * Math.PI * v + phase))) - 1;
      const fromY = Math.round(height * (v + BEND * Math.sin(2 * Math.PI * u + 2 * phase)));
      const from = 4 * (clamp(fromY, height) * width + clamp(fromX, width));
      const to = 4 * (y * width + x);
      for (let c = 0; c < 4; c++) out[to + c] = data[from + c]!;
    }
  return { width, height, data: out };
}

function clamp(value: number, limit: number): number {
  return Math.min(limit - 1, Math.max(0, value));
}
