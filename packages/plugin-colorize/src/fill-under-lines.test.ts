import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toneSketch } from './drawings.test-helper.ts';
import { fillUnderLines } from './fill-under-lines.ts';

const LINE = 100;

describe('fillUnderLines', () => {
  it('lets two sides meet in the middle of a line', () => {
    for (const width of [1, 2, 5, 8]) {
      const from = 10;
      const sketch = toneSketch(30, 3, (x) => (x >= from && x < from + width ? 0 : 255));
      const pixels = Uint32Array.from({ length: 90 }, (_, p) => {
        const x = p % 30;
        return x < from ? 1 : x < from + width ? 0 : 2;
      });
      fillUnderLines(pixels, sketch, LINE, 20);
      const ones = pixels.subarray(30, 60).filter((value) => value === 1).length;
      expect(pixels.includes(0)).toBe(false);
      expect(Math.abs(ones - from - width / 2)).toBeLessThanOrEqual(0.5);
    }
  });

  it('gives every line pixel within reach the colour of an open pixel that is nearest by steps', () => {
    const side = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(
        side,
        side,
        fc.array(fc.boolean(), { minLength: 144, maxLength: 144 }),
        fc.integer({ min: 0, max: 6 }),
        (width, height, open, reach) => {
          const isOpen = (p: number) => open[p]!;
          const sketch = toneSketch(width, height, (x, y) => (isOpen(y * width + x) ? LINE + 1 : LINE));
          const pixels = Uint32Array.from({ length: width * height }, (_, p) => 1000 + p);
          fillUnderLines(pixels, sketch, LINE, reach);
          const steps = (p: number, q: number) =>
            Math.abs((p % width) - (q % width)) + Math.abs(Math.floor(p / width) - Math.floor(q / width));
          pixels.forEach((value, p) => {
            const distances = [...pixels.keys()].filter(isOpen).map((q) => steps(p, q));
            const least = Math.min(...distances);
            const source = value - 1000;
            if (isOpen(p) || least > reach) expect(source).toBe(p);
            else {
              expect(isOpen(source)).toBe(true);
              expect(steps(p, source)).toBe(least);
            }
          });
        },
      ),
    );
  });
});
