import { expect } from 'vitest';
import { createImage, type RasterImage, type Rect } from '../../raster/index.ts';

export type Rgba = readonly [number, number, number, number];
export const BLACK: Rgba = [0, 0, 0, 255];
export const WHITE: Rgba = [255, 255, 255, 255];
export const RED: Rgba = [255, 0, 0, 255];
export const BLUE: Rgba = [0, 0, 255, 255];
export const CLEAR: Rgba = [0, 0, 0, 0];

/** A rectangle by four numbers. */
export function rect(x: number, y: number, width: number, height: number): Rect {
  return { x, y, width, height };
}

/** The rectangle of the whole canvas. */
export function canvasOf({ width, height }: { readonly width: number; readonly height: number }): Rect {
  return { x: 0, y: 0, width, height };
}

/** A picture by its colour at every pixel, or of one colour. */
export function image(
  width: number,
  height: number,
  colour: Rgba | ((x: number, y: number) => Rgba),
): RasterImage {
  const result = createImage(width, height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 4)
      result.data.set(typeof colour === 'function' ? colour(x, y) : colour, i);
  return result;
}

/** Noise that repeats for the same seed; `alpha` as given, or noise as well. */
export function noise(width: number, height: number, seed: number, alpha?: number): RasterImage {
  const result = createImage(width, height);
  let state = Math.imul(seed, 2654435761) | 1;
  for (let i = 0; i < result.data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    result.data[i] = i % 4 === 3 && alpha !== undefined ? alpha : state >>> 24;
  }
  return result;
}

/** Coverage of a rectangle, by the document's pixels. */
export function planeOf(
  { x, y, width, height }: Rect,
  value: (x: number, y: number) => number,
): Uint8Array<ArrayBuffer> {
  const plane = new Uint8Array(width * height);
  for (let row = 0, i = 0; row < height; row++)
    for (let column = 0; column < width; column++, i++) plane[i] = value(x + column, y + row);
  return plane;
}

/** Whether a pixel lies in a rectangle. */
export function inside({ x, y, width, height }: Rect, px: number, py: number): boolean {
  return px >= x && py >= y && px < x + width && py < y + height;
}

export function at({ width, data }: RasterImage, x: number, y: number): Rgba {
  const i = (y * width + x) * 4;
  return [data[i]!, data[i + 1]!, data[i + 2]!, data[i + 3]!];
}

/** The largest difference of two pictures in any channel, colours weighed by alpha, in levels of 255. */
export function difference(a: RasterImage, b: RasterImage): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  let largest = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    const [alpha, other] = [a.data[i + 3]!, b.data[i + 3]!];
    largest = Math.max(largest, Math.abs(alpha - other));
    for (let c = i; c < i + 3; c++)
      largest = Math.max(largest, Math.abs(a.data[c]! * alpha - b.data[c]! * other) / 255);
  }
  return largest;
}

/** Checks that pictures or planes are the same to the byte; fast for large ones. */
export function expectSame(
  actual: Uint8Array | Uint8ClampedArray,
  expected: Uint8Array | Uint8ClampedArray,
): void {
  const [a, b] = [actual, expected].map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (Buffer.compare(a!, b!) === 0) return;
  const index = actual.findIndex((byte, i) => byte !== expected[i]);
  expect({ length: a!.length, index, byte: a![index] }).toEqual({
    length: b!.length,
    index,
    byte: b![index],
  });
  throw new Error('bytes differ');
}
