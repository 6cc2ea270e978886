import { describe, expect, it } from 'vitest';
import { createImage, imageFromBytes } from './raster-image.ts';

describe('createImage', () => {
  it('is fully transparent black', () => {
    const image = createImage(3, 2);
    expect([image.width, image.height, image.data.length]).toEqual([3, 2, 24]);
    expect(image.data.every((byte) => byte === 0)).toBe(true);
  });

  it.each([
    [0, 1],
    [1, 0],
    [-1, 4],
    [1.5, 2],
    [2, NaN],
    [Infinity, 1],
  ])('refuses %d x %d', (width, height) => {
    expect(() => createImage(width, height)).toThrow(RangeError);
    expect(() => imageFromBytes(width, height, new Uint8Array(4))).toThrow(RangeError);
  });
});

describe('imageFromBytes', () => {
  it('shares the bytes it was given, wherever they start in their buffer', () => {
    const buffer = Uint8Array.of(9, 1, 2, 3, 4, 9);
    const image = imageFromBytes(1, 1, buffer.subarray(1, 5));
    expect([...image.data]).toEqual([1, 2, 3, 4]);
    image.data[0] = 77;
    expect([...buffer]).toEqual([9, 77, 2, 3, 4, 9]);
  });

  it('refuses bytes that do not fit the size, and says what would', () => {
    expect(() => imageFromBytes(2, 3, new Uint8Array(23))).toThrow('2x3 RGBA8 takes 24 bytes, got 23');
    expect(() => imageFromBytes(2, 3, new Uint8Array(25))).toThrow(RangeError);
  });
});
