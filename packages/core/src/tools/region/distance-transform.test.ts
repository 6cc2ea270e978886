import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceTransform } from './distance-transform.ts';
import type { BinaryPlane } from './mask.ts';
import { planes } from './regions.test-helper.ts';

const UNLIMITED = 2 ** 32 - 1;

/** The nearest 0 of all, tried one by one. */
function naiveDistances({ width, data }: BinaryPlane, limit: number): number[] {
  return Array.from(data, (_, i) => {
    let nearest = limit;
    data.forEach((value, j) => {
      const [dx, dy] = [(i % width) - (j % width), Math.floor(i / width) - Math.floor(j / width)];
      if (value === 0) nearest = Math.min(nearest, dx * dx + dy * dy);
    });
    return nearest;
  });
}

/** Planes where only a few pixels are 0, so that distances get long. */
const sparse = fc
  .tuple(
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 1, max: 30 }),
    fc.array(fc.nat(), { maxLength: 5 }),
  )
  .map(([width, height, holes]) => {
    const data = new Uint8Array(width * height).fill(1);
    for (const hole of holes) data[hole % data.length] = 0;
    return { width, height, data };
  });

describe('distanceTransform', () => {
  it('gives the squared distance to the nearest 0, as trying all of them does', () => {
    fc.assert(
      fc.property(fc.oneof(planes(18), sparse), (plane) => {
        const squared = distanceTransform(plane, UNLIMITED, new Uint32Array(plane.data.length));
        expect([...squared]).toEqual(naiveDistances(plane, UNLIMITED));
      }),
      { numRuns: 100 },
    );
  });

  it('gives the limit wherever the distance is longer', () => {
    fc.assert(
      fc.property(fc.oneof(planes(18), sparse), fc.integer({ min: 0, max: 255 }), (plane, limit) => {
        const squared = distanceTransform(plane, limit, new Uint8Array(plane.data.length));
        expect([...squared]).toEqual(naiveDistances(plane, limit));
      }),
      { numRuns: 100 },
    );
  });

  it('stays exact on the longest pages', () => {
    const plane = { width: 1, height: 30000, data: new Uint8Array(30000).fill(1) };
    plane.data[0] = 0;
    expect(distanceTransform(plane, UNLIMITED, new Uint32Array(30000))[29999]).toBe(29999 ** 2);
    const row = { width: 30000, height: 1, data: plane.data };
    expect(distanceTransform(row, UNLIMITED, new Uint32Array(30000))[29999]).toBe(29999 ** 2);
  });

  it('refuses a plane that cannot hold the distances', () => {
    const plane = { width: 2, height: 1, data: Uint8Array.of(0, 1) };
    expect(() => distanceTransform(plane, 256, new Uint8Array(2))).toThrow(RangeError);
    expect(() => distanceTransform(plane, 255, new Uint8Array(1))).toThrow(RangeError);
  });
});
