import fc from 'fast-check';
import { expect, it } from 'vitest';
import { edgePixels } from './edge-pixels.ts';

it('finds the pixels with another kind among their neighbours, as looking at each does', () => {
  const planes = fc.record({
    columns: fc.integer({ min: 1, max: 8 }),
    height: fc.integer({ min: 3, max: 20 }),
    cuts: fc.array(fc.nat(700), { maxLength: 6 }),
  });
  fc.assert(
    fc.property(planes, fc.integer({ min: 1, max: 4 }), ({ columns, height, cuts }, margin) => {
      const width = 4 * columns;
      const plane = new Uint8Array(width * height);
      // Runs of 0 and 1, so that there are large even areas and single pixels.
      let value = 0;
      for (let i = 0; i < plane.length; i++) {
        if (cuts.includes(i)) value = 1 - value;
        plane[i] = value;
      }
      const expected: number[] = [];
      for (let y = margin; y < height - margin; y++)
        for (let x = margin; x < width - margin; x++) {
          const own = plane[y * width + x];
          const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => plane[(y + dy) * width + x + dx]));
          if (around.some((near) => near !== own)) expected.push(y * width + x);
        }
      expect([...edgePixels(plane, width, height, margin)]).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});
