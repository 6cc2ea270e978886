import type { ImageOrigin } from '@koma/core/plugin';
import { expect, it } from 'vitest';
import { autoNoise } from './auto-noise.ts';

const jpeg = (jpegQuality: number): ImageOrigin => ({ format: 'jpeg', lossless: false, jpegQuality });

it('leaves lossless pictures and edited ones alone', () => {
  expect(autoNoise(undefined)).toBeNull();
  expect(autoNoise({ format: 'png', lossless: true })).toBeNull();
  expect(autoNoise({ format: 'webp', lossless: true })).toBeNull();
});

it.each<[number, ReturnType<typeof autoNoise>]>([
  [100, null],
  [96, null],
  [95, 0],
  [85, 0],
  [84, 1],
  [65, 1],
  [64, 2],
  [27, 2],
  [26, 3],
  [1, 3],
])('a JPEG of quality %i gets level %s', (quality, level) => {
  expect(autoNoise(jpeg(quality))).toBe(level);
});

it('is never weaker for a worse JPEG', () => {
  const strength = (quality: number) => autoNoise(jpeg(quality)) ?? -1;
  for (let quality = 2; quality <= 100; quality++)
    expect(strength(quality)).toBeLessThanOrEqual(strength(quality - 1));
});

it('gives the faintest level where a lossy file tells no quality', () => {
  expect(autoNoise({ format: 'webp', lossless: false })).toBe(0);
  expect(autoNoise({ format: 'jpeg', lossless: false })).toBe(0);
});
