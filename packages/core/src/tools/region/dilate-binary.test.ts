import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dilateBinary, discChords } from './dilate-binary.ts';
import { masksOnCanvas } from './regions.test-helper.ts';

describe('dilateBinary', () => {
  it('writes wherever a pixel above the threshold is within the radius, and nowhere else', () => {
    const radii = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.double({ min: 0, max: 20, noNaN: true }));
    fc.assert(
      fc.property(masksOnCanvas(), radii, fc.constantFrom(1, 128, 255), ({ mask }, radius, threshold) => {
        const { width, data } = mask;
        const out = new Uint8Array(data.length).fill(7);
        dilateBinary(mask, threshold, radius, out, 200);
        const expected = Array.from(data, (_, i) =>
          data.some((value, j) => {
            const [dx, dy] = [(i % width) - (j % width), Math.floor(i / width) - Math.floor(j / width)];
            return value >= threshold && dx * dx + dy * dy <= radius * radius;
          })
            ? 200
            : 7,
        );
        expect([...out]).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});

describe('discChords', () => {
  it('halves the chords of a disc, row by row from its centre', () => {
    expect([...discChords(5)]).toEqual([5, 4, 4, 4, 3, 0]);
    expect([...discChords(0.9)]).toEqual([0]);
  });
});
