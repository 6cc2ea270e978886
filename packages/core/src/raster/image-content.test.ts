import { describe, expect, it } from 'vitest';
import { flattenOnto, isGrey, isOpaque } from './image-content.ts';
import { imageFromBytes } from './raster-image.ts';

const pixels = (...bytes: number[]) => imageFromBytes(bytes.length / 4, 1, Uint8Array.from(bytes));

describe('isOpaque, isGrey', () => {
  it('see a single transparent or coloured pixel', () => {
    expect(isOpaque(pixels(1, 1, 1, 255, 2, 2, 2, 255))).toBe(true);
    expect(isOpaque(pixels(1, 1, 1, 255, 2, 2, 2, 254))).toBe(false);
    expect(isGrey(pixels(1, 1, 1, 255, 2, 2, 2, 9))).toBe(true);
    expect(isGrey(pixels(1, 1, 1, 255, 2, 2, 3, 9))).toBe(false);
  });
  it('does not call a picture coloured for what nobody sees', () => {
    expect(isGrey(pixels(1, 1, 1, 255, 2, 2, 3, 0))).toBe(true);
  });
});

describe('flattenOnto', () => {
  it('mixes by alpha', () => {
    expect([...flattenOnto(pixels(0, 100, 255, 128, 9, 9, 9, 0, 1, 2, 3, 255), 255, 255, 255).data]).toEqual([
      127, 177, 255, 255, 255, 255, 255, 255, 1, 2, 3, 255,
    ]);
  });
});
