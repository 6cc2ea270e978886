import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import type { RasterImage } from '@koma/core/raster';

/** Side of the picture that times are measured on, in pixels. */
export const SIDE = 512;

/** Four times the SVG's own 72 dpi: drawing large and shrinking gives cleaner lines. */
const DENSITY = 288;

/** The sample panel, cropped to a shape and drawn without an alpha channel. */
function drawPanel(width: number, height: number): Sharp {
  const panel = fileURLToPath(new URL('../../../samples/panel.svg', import.meta.url));
  return sharp(panel, { density: DENSITY })
    .resize(width, height, { fit: 'cover' })
    .flatten({ background: '#fff' });
}

/** The picture as an 8-bit RGB PNG file. */
export function panelPng(width: number, height: number): Promise<Buffer> {
  return drawPanel(width, height).png().toBuffer();
}

/** The 512 × 512 picture's pixels, the same as in {@link panelPng}. */
export async function panelPixels(): Promise<RasterImage> {
  const rgba = await drawPanel(SIDE, SIDE).ensureAlpha().raw().toBuffer();
  return { width: SIDE, height: SIDE, data: new Uint8ClampedArray(rgba) };
}

/** Largest difference of any channel of two pictures of one size, in levels of 255. */
export function largestDifference(a: RasterImage, b: RasterImage): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  let largest = 0;
  for (let i = 0; i < a.data.length; i++) largest = Math.max(largest, Math.abs(a.data[i]! - b.data[i]!));
  return largest;
}
