import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import type { RasterImage } from '@koma/core/raster';

/** Side of the picture that times are measured on, in pixels. */
export const SIDE = 512;

/** Four times the SVG's own 72 dpi: drawing large and shrinking gives cleaner lines. */
const DENSITY = 288;

/** `panel` is coloured, `manga` grey with screentone and hatching. */
export type Sample = 'panel' | 'manga';

/** A sample, cropped to a shape and drawn without an alpha channel. */
function drawSample(sample: Sample, width: number, height: number): Sharp {
  const svg = fileURLToPath(new URL(`../../../samples/${sample}.svg`, import.meta.url));
  return sharp(svg, { density: DENSITY })
    .resize(width, height, { fit: 'cover' })
    .flatten({ background: '#fff' });
}

/** The picture as an 8-bit RGB PNG file. */
export function samplePng(sample: Sample, width: number, height: number): Promise<Buffer> {
  return drawSample(sample, width, height).png().toBuffer();
}

/** The picture's pixels, the same as in {@link samplePng}. */
export async function samplePixels(sample: Sample, width: number, height: number): Promise<RasterImage> {
  const rgba = await drawSample(sample, width, height).ensureAlpha().raw().toBuffer();
  return { width, height, data: new Uint8ClampedArray(rgba) };
}

/** Largest difference of any channel of two pictures of one size, in levels of 255. */
export function largestDifference(a: RasterImage, b: RasterImage): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  let largest = 0;
  for (let i = 0; i < a.data.length; i++) largest = Math.max(largest, Math.abs(a.data[i]! - b.data[i]!));
  return largest;
}
