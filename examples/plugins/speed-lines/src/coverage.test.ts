import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Coverage } from './coverage.ts';

const [WIDTH, HEIGHT] = [12, 9];

/** By the crossings of a ray: whether a place is inside an outline. */
function inside(outline: readonly number[], x: number, y: number): boolean {
  let odd = false;
  for (let i = 0; i < outline.length; i += 2) {
    const [ax, ay] = [outline[i]!, outline[i + 1]!];
    const [bx, by] = [outline[(i + 2) % outline.length]!, outline[(i + 3) % outline.length]!];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
  }
  return odd;
}

function sampled(outline: readonly number[], px: number, py: number, samples = 24): number {
  let count = 0;
  for (let j = 0; j < samples; j++)
    for (let i = 0; i < samples; i++)
      if (inside(outline, px + (i + 0.5) / samples, py + (j + 0.5) / samples)) count++;
  return count / samples ** 2;
}

describe('Coverage', () => {
  it('fills triangles as a dense sampling of them does, inside the picture and beyond it', () => {
    const place = fc.double({ min: -8, max: 20, noNaN: true });
    fc.assert(
      fc.property(fc.array(place, { minLength: 6, maxLength: 6 }), (outline) => {
        const coverage = new Coverage(WIDTH, HEIGHT);
        coverage.add(outline);
        const filled = coverage.finish();
        for (let y = 0; y < HEIGHT; y++)
          for (let x = 0; x < WIDTH; x++)
            expect(Math.abs(filled[y * WIDTH + x]! / 255 - sampled(outline, x, y))).toBeLessThan(0.09);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('gives a pixel the share of it that is covered', () => {
    const coverage = new Coverage(4, 2);
    coverage.add([0.25, 0, 2.5, 0, 2.5, 0.5, 0.25, 0.5]);
    expect([...coverage.finish()]).toEqual([96, 128, 64, 0, 0, 0, 0, 0]);
  });

  it('keeps overlapping ink as ink and cuts holes that turn the other way', () => {
    const square = [1, 1, 7, 1, 7, 7, 1, 7];
    const coverage = new Coverage(8, 8);
    coverage.add(square);
    coverage.add(square);
    expect(coverage.finish()[4 * 8 + 4]).toBe(255);
    const ring = new Coverage(8, 8);
    ring.add(square);
    ring.add([3, 3, 3, 5, 5, 5, 5, 3]);
    expect([ring.finish()[4 * 8 + 4], ring.finish()[2 * 8 + 4]]).toEqual([0, 255]);
  });
});
