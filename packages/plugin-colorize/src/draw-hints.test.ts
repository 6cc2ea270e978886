import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawHints, reaches } from './draw-hints.ts';
import { planFit } from './fit-sketch.ts';

/** Sketch pixels 100..899 x 50..449 on 128 x 64 cells: 6.25 pixels a cell. */
const fit = planFit({ x: 100, y: 50, width: 800, height: 400 }, 128);
const size = fit.width * fit.height;
const at = (planes: Float32Array, column: number, row: number) =>
  [0, 1, 2, 3].map((c) => planes[c * size + row * fit.width + column]);

describe('drawHints', () => {
  it('draws discs where the hints are in the sketch', () => {
    const hint = { x: 500, y: 250, radius: 62.5, color: '#ff8033' };
    const planes = drawHints([hint], fit);
    for (let row = 0; row < fit.height; row++)
      for (let column = 0; column < fit.width; column++) {
        const inside = Math.hypot(column + 0.5 - 64, row + 0.5 - 32) <= 10;
        const expected = inside ? [1, 128 / 255, 51 / 255, 1] : [0, 0, 0, 0];
        at(planes, column, row).forEach((value, c) => expect(value).toBeCloseTo(expected[c]!, 6));
      }
  });

  it('marks at least one cell for every hint inside, however small', () => {
    const hint = fc.record({
      x: fc.double({ min: 100, max: 899.9, noNaN: true }),
      y: fc.double({ min: 50, max: 449.9, noNaN: true }),
      radius: fc.double({ min: 0.001, max: 20, noNaN: true }),
      color: fc.constant('#123456'),
    });
    fc.assert(
      fc.property(hint, (one) => {
        const planes = drawHints([one], fit);
        const column = Math.floor((one.x - 100) / 6.25);
        const row = Math.floor((one.y - 50) / 6.25);
        expect(at(planes, column, row)[3]).toBe(1);
      }),
    );
  });

  it('lets later hints win', () => {
    const under = { x: 300, y: 200, radius: 40, color: '#000000' };
    const over = { x: 300, y: 200, radius: 10, color: '#ffffff' };
    expect(at(drawHints([under, over], fit), 32, 24)).toEqual([1, 1, 1, 1]);
    expect(at(drawHints([over, under], fit), 32, 24)).toEqual([0, 0, 0, 1]);
  });

  it('never marks the paper around the sketch', () => {
    const padded = planFit({ x: 0, y: 0, width: 100, height: 20 }, 64);
    const planes = drawHints([{ x: 50, y: 10, radius: 1e6, color: '#00ff00' }], padded);
    const { content, width, height } = padded;
    const marked = planes.subarray(3 * width * height).reduce((sum, value) => sum + value);
    expect(marked).toBe(content.width * content.height);
    expect(marked).toBeLessThan(width * height);
  });
});

describe('reaches', () => {
  it('is true where any of the disc lies in the picture', () => {
    const hint = (x: number, y: number, radius = 3) => ({ x, y, radius, color: '#000000' });
    expect([hint(0, 0), hint(5, 5), hint(-2.9, 5), hint(12, 12)].map((one) => reaches(one, 10, 10))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([hint(-3, 5), hint(12.2, 12.2), hint(5, 400)].map((one) => reaches(one, 10, 10))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
