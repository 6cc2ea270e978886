import { describe, expect, it } from 'vitest';
import { regionPreview } from './region-preview.ts';

describe('regionPreview', () => {
  it('tints the pixels that have the value, and leaves the others transparent', () => {
    const piece = regionPreview({
      x: 5,
      y: 6,
      width: 2,
      height: 2,
      data: Uint8Array.of(2, 1, 0, 2),
      value: 2,
    });
    expect(piece.frame).toEqual({ x: 5, y: 6, width: 2, height: 2 });
    const tint = [64, 132, 255, 150];
    expect([...piece.data]).toEqual([...tint, 0, 0, 0, 0, 0, 0, 0, 0, ...tint]);
  });

  it('is small for a page of any size, and lies on all of it', () => {
    const [width, height] = [3000, 10];
    const data = new Uint8Array(width * height).map((_, i) => (i % width < 1500 ? 1 : 0));
    const {
      frame,
      outputWidth,
      outputHeight,
      data: pixels,
    } = regionPreview({ x: 0, y: 0, width, height, data, value: 1 });
    expect([outputWidth, outputHeight]).toEqual([1000, 4]);
    expect(frame).toMatchObject({ width: 3000, height: 12 });
    expect([pixels[499 * 4 + 3], pixels[500 * 4 + 3]]).toEqual([150, 0]);
  });
});
