import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawing, paint, pixel } from './drawings.test-helper.ts';
import { lineArt } from './line-art.ts';
import { readSketch } from './read-sketch.ts';

test('lines on white paper are left to the bit, transparency and hidden colours too', () => {
  const image = paint(32, 32, (x, y) => (x === y ? [x, 7, 99, 255 - x] : [255, 255, 255, y > 20 ? 0 : 255]));
  const lines = lineArt(image, readSketch(image));
  expect(lines).toEqual(image);
  expect(lines.data.buffer).not.toBe(image.data.buffer);
});

test('grey paper becomes white, lines keep their colour', () => {
  const image = drawing(80, 80, { paper: [200, 180, 150], ink: [100, 45, 150] });
  const lines = lineArt(image, readSketch(image));
  expect(pixel(lines, 0, 0)).toEqual([255, 255, 255, 255]);
  // Half, a quarter and all of the paper's light.
  expect(pixel(lines, 40, 40)).toEqual([128, 64, 255, 255]);
});

test('light lines on dark paper become dark lines on white', () => {
  const image = drawing(80, 80, { paper: [0, 0, 0], ink: [255, 255, 255] });
  const lines = lineArt(image, readSketch(image));
  expect(pixel(lines, 0, 0)).toEqual([255, 255, 255, 255]);
  expect(pixel(lines, 40, 40)).toEqual([0, 0, 0, 255]);
});

test('nothing gets darker than it was, and what was lighter stays lighter', () => {
  const code = fc.nat(255);
  fc.assert(
    fc.property(code, code, fc.integer({ min: 1, max: 255 }), (a, b, white) => {
      const image = paint(2, 1, (x) => [x ? b : a, 0, 0, 255]);
      const sketch = { ...readSketch(image), inverted: false, white: [white, 255, 255] as const };
      const [first, , , , second] = lineArt(image, sketch).data;
      expect(first).toBeGreaterThanOrEqual(a);
      if (a <= b) expect(first).toBeLessThanOrEqual(second!);
      if (a >= white) expect(first).toBe(255);
    }),
  );
});
