import type { RasterImage } from '@koma/plugin-kit';
import type { TonePlane } from './tone-plane.ts';

/** A cut-out of a picture and where it lies in it, whole pixels. */
export interface PlacedImage {
  readonly image: RasterImage;
  readonly x: number;
  readonly y: number;
}

/**
 * Ink in one colour on nothing, or on white where `paper` is given, cut to what is there.
 * @param ink 0-255 a pixel
 * @param paper where white lies under the ink
 */
export function toneLayer(plane: TonePlane, ink: Uint8Array, colour: string, paper: boolean): PlacedImage {
  const { width, height, coverage } = plane;
  const box = boundsOf(width, height, (i) => ink[i]! > 0 || (paper && coverage[i]! > 0));
  const [red, green, blue] = rgbOf(colour);
  const data = new Uint8ClampedArray(box.width * box.height * 4);
  for (let y = 0; y < box.height; y++)
    for (let x = 0; x < box.width; x++) {
      const from = (box.y + y) * width + box.x + x;
      const to = (y * box.width + x) * 4;
      const alpha = paper ? Math.max(ink[from]! / 255, coverage[from]!) : ink[from]! / 255;
      // What of the pixel's opaque part is ink; the rest of it is white paper.
      const share = alpha > 0 ? ink[from]! / 255 / alpha : 0;
      data[to] = paper ? 255 + (red - 255) * share : red;
      data[to + 1] = paper ? 255 + (green - 255) * share : green;
      data[to + 2] = paper ? 255 + (blue - 255) * share : blue;
      data[to + 3] = alpha * 255;
    }
  return { image: { width: box.width, height: box.height, data }, x: box.x, y: box.y };
}

/** The picture with ink multiplied onto it. */
export function withInk(image: RasterImage, ink: Uint8Array, colour: string): RasterImage {
  const rgb = rgbOf(colour);
  const data = new Uint8ClampedArray(image.data);
  for (let i = 0; i < ink.length; i++)
    for (let c = 0; c < 3; c++)
      data[i * 4 + c] = data[i * 4 + c]! * (1 + (rgb[c]! / 255 - 1) * (ink[i]! / 255));
  return { width: image.width, height: image.height, data };
}

/** @param colour `#rrggbb` */
function rgbOf(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The smallest rectangle around what counts; a single pixel where nothing does. */
function boundsOf(
  width: number,
  height: number,
  counts: (i: number) => boolean,
): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let i = 0; i < width * height; i++) {
    if (!counts(i)) continue;
    const x = i % width;
    const y = (i - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  return right > left
    ? { x: left, y: top, width: right - left, height: bottom - top }
    : { x: 0, y: 0, width: 1, height: 1 };
}
