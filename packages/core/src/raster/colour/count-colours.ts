import type { RasterImage } from '../raster-image.ts';

/** The different colours of a picture; all lists have the same length. */
export interface ColourCounts {
  /** `r << 16 | g << 8 | b`, rising. */
  readonly colours: Uint32Array;
  /** How much of each was seen: pixels, partly transparent ones by their alpha of 0-1. Above 0. */
  readonly weights: Float64Array;
}

/**
 * Counts the colours that show in a picture. Of a picture with more than `maxSamples` pixels, one pixel is
 * looked at in each cell of a grid, at a place in the cell that is scattered but the same every time, so
 * that a screentone's period does not meet the grid's.
 */
export function countColours(image: RasterImage, maxSamples: number): ColourCounts {
  const samples = sampleColours(image, maxSamples).sort();
  const colours = new Uint32Array(samples.length);
  const weights = new Float64Array(samples.length);
  let count = 0;
  for (const sample of samples) {
    const alpha = (sample & 255) / 255;
    const colour = sample >>> 8;
    if (alpha === 0) continue;
    if (count === 0 || colours[count - 1] !== colour) colours[count++] = colour;
    weights[count - 1] = weights[count - 1]! + alpha;
  }
  return { colours: colours.subarray(0, count), weights: weights.subarray(0, count) };
}

/** Pixels as `r << 24 | g << 16 | b << 8 | a`, one per cell. */
function sampleColours({ width, height, data }: RasterImage, maxSamples: number): Uint32Array {
  const scale = Math.min(1, Math.sqrt(maxSamples / (width * height)));
  const columns = Math.max(1, Math.min(maxSamples, Math.floor(width * scale)));
  const rows = Math.max(1, Math.min(height, Math.floor(maxSamples / columns)));
  const samples = new Uint32Array(columns * rows);
  for (let row = 0, i = 0; row < rows; row++) {
    const top = Math.floor((row * height) / rows);
    const tall = Math.floor(((row + 1) * height) / rows) - top;
    for (let column = 0; column < columns; column++, i++) {
      const left = Math.floor((column * width) / columns);
      const wide = Math.floor(((column + 1) * width) / columns) - left;
      const scatter = hash(i);
      const x = left + ((scatter & 0xffff) % wide);
      const y = top + ((scatter >>> 16) % tall);
      const p = (y * width + x) * 4;
      samples[i] = (data[p]! << 24) | (data[p + 1]! << 16) | (data[p + 2]! << 8) | data[p + 3]!;
    }
  }
  return samples;
}

/** Thomas Wang's 32-bit integer hash: neighbours give unrelated values. */
function hash(key: number): number {
  let value = key ^ 61 ^ (key >>> 16);
  value = Math.imul(value, 9);
  value ^= value >>> 4;
  value = Math.imul(value, 0x27d4eb2d);
  return (value ^ (value >>> 15)) >>> 0;
}
