import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dilateDisc } from './dilate-disc.ts';
import type { Mask } from './mask.ts';
import { masksOnCanvas } from './regions.test-helper.ts';

function naiveDilation({ width, data }: Mask, radius: number): number[] {
  return Array.from(data, (_, i) => {
    let largest = 0;
    data.forEach((value, j) => {
      const [dx, dy] = [(i % width) - (j % width), Math.floor(i / width) - Math.floor(j / width)];
      if (dx * dx + dy * dy <= radius * radius) largest = Math.max(largest, value);
    });
    return largest;
  });
}

describe('dilateDisc', () => {
  it('gives every pixel the largest coverage within the radius', () => {
    const radii = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 9, noNaN: true }));
    fc.assert(
      fc.property(masksOnCanvas(18), radii, ({ mask }, radius) => {
        expect([...dilateDisc(mask, radius)]).toEqual(naiveDilation(mask, radius));
      }),
      { numRuns: 300 },
    );
  });

  it('does so where nothing is fully covered', () => {
    const data = Uint8Array.from({ length: 15 * 15 }, (_, i) => (i % 7 === 0 ? 1 + (i % 200) : 0));
    const mask = { width: 15, height: 15, data };
    expect([...dilateDisc(mask, 2.5)]).toEqual(naiveDilation(mask, 2.5));
  });

  it('never writes into the mask it is given', () => {
    const data = Uint8Array.of(0, 9, 255, 0);
    dilateDisc({ width: 4, height: 1, data }, 2);
    expect([...data]).toEqual([0, 9, 255, 0]);
  });
});
