import { createImage, type RasterImage } from '@koma/core/raster';
import { seededRandom } from '@koma/core/plugin';

export type Colour = readonly [red: number, green: number, blue: number];

export interface DrawingOptions {
  readonly paper?: Colour;
  readonly ink?: Colour;
  /** Standard deviation of the paper's and the ink's noise, codes. */
  readonly noise?: number;
}

/** Whether a pixel of a test drawing is inked: a circle, a bar and a hairline. Tests only. */
export function isInked(x: number, y: number, width: number, height: number): boolean {
  const radius = Math.min(width, height) * 0.3;
  const ring = Math.abs(Math.hypot(x - width / 2, y - height / 2) - radius) < Math.max(1, radius / 12);
  const bar = Math.abs(x - width / 2) < Math.max(1, width / 60) && Math.abs(y - height / 2) < radius;
  return ring || bar || (y === Math.floor(height * 0.1) && x > width * 0.2 && x < width * 0.8);
}

/** A drawing in one ink on paper, opaque; the same for the same arguments. Tests only. */
export function drawing(width: number, height: number, options: DrawingOptions = {}): RasterImage {
  const { paper = [255, 255, 255], ink = [0, 0, 0], noise = 0 } = options;
  const random = seededRandom(7);
  // The sum of twelve even numbers is nearly Gaussian, with a standard deviation of 1.
  const gaussian = (): number => Array.from({ length: 12 }, random).reduce((sum, v) => sum + v, -6);
  return paint(width, height, (x, y) => {
    const colour = isInked(x, y, width, height) ? ink : paper;
    const off = noise === 0 ? 0 : noise * gaussian();
    return [colour[0] + off, colour[1] + off, colour[2] + off, 255];
  });
}

/** A picture made pixel by pixel. Tests only. */
export function paint(
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly [number, number, number, number],
): RasterImage {
  const image = createImage(width, height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 4) image.data.set(colour(x, y), i);
  return image;
}

/** The four values of a pixel. Tests only. */
export function pixel({ width, data }: RasterImage, x: number, y: number): number[] {
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
}

/** Largest difference of two pictures of one size in any byte. Tests only. */
export function largestDifference(a: RasterImage, b: RasterImage): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  let largest = 0;
  for (let i = 0; i < a.data.length; i++) largest = Math.max(largest, Math.abs(a.data[i]! - b.data[i]!));
  return largest;
}

/** A sketch made pixel by pixel, of tones: 255 paper, 0 ink. Tests only. */
export function toneSketch(width: number, height: number, tone: (x: number, y: number) => number) {
  const values = Uint8Array.from({ length: width * height }, (_, p) =>
    tone(p % width, Math.floor(p / width)),
  );
  return {
    width,
    height,
    tone: values,
    inverted: false,
    white: [255, 255, 255] as const,
    blank: false,
  };
}
