import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growMask, shrinkMask } from './grow-mask.ts';
import {
  disc,
  edgeError,
  plain,
  polygon,
  trueCoverage,
  WHITE,
  type Scene,
  type Shape,
} from './scenes.test-helper.ts';

const drawn = (shape: Shape): Scene => ({
  width: 48,
  height: 44,
  shape,
  line: 0,
  ink: WHITE,
  fill: plain(WHITE),
  ground: plain(WHITE),
});
const maskOf = (shape: Shape) => {
  const scene = drawn(shape);
  return { width: 48, height: 44, data: Uint8Array.from(trueCoverage(scene, 'ridge'), Math.round) };
};
const moved =
  (shape: Shape, by: number): Shape =>
  (x, y) =>
    shape(x, y) - by;
const radii = [0.4, 2.5, 6.2];
/** Distances to a polygon's outside are exact, so growing it rounds its corners as a disc does. */
const shapes: Shape[] = [disc(23.4, 21.7, 11), polygon([14, 12], [35.5, 17], [28, 33.2], [12.3, 28])];

describe('growMask', () => {
  it('moves edges outwards by fractions of a pixel, in every direction', () => {
    for (const shape of shapes)
      for (const radius of radii) {
        const truth = trueCoverage(drawn(moved(shape, radius)), 'ridge');
        const { mean, most } = edgeError(growMask(maskOf(shape), radius).data, truth);
        expect(mean).toBeLessThan(0.08 * 255);
        expect(most).toBeLessThan(0.4 * 255);
      }
  });

  it('changes nothing farther away than it grows, nowhere shrinks, and nothing at 0', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 8, noNaN: true }), (radius) => {
        const before = maskOf(shapes[1]!);
        const after = growMask(before, radius);
        const beyond = trueCoverage(drawn(moved(shapes[1]!, radius + 1)), 'ridge');
        after.data.forEach((value, at) => {
          expect(value).toBeGreaterThanOrEqual(before.data[at]!);
          if (beyond[at] === 0) expect(value).toBe(0);
        });
      }),
      { numRuns: 3 },
    );
    const same = maskOf(shapes[0]!);
    expect(growMask(same, 0)).toBe(same);
  });

  it('widens a hair that covers no pixel whole', () => {
    const hair = { width: 20, height: 9, data: new Uint8Array(180) };
    hair.data.fill(100, 80, 100);
    const grown = growMask(hair, 2);
    for (const row of [2, 3, 4, 5, 6]) expect(grown.data[20 * row + 10]).toBeGreaterThan(80);
  });
});

describe('shrinkMask', () => {
  it('moves edges inwards', () => {
    for (const radius of radii) {
      const truth = trueCoverage(drawn(moved(shapes[0]!, -radius)), 'ridge');
      const { mean, most } = edgeError(shrinkMask(maskOf(shapes[0]!), radius).data, truth);
      expect(mean).toBeLessThan(0.08 * 255);
      expect(most).toBeLessThan(0.4 * 255);
    }
  });

  it('leaves a subject at the edge of the plane there', () => {
    const all = { width: 9, height: 9, data: new Uint8Array(81).fill(255) };
    expect(shrinkMask(all, 3).data).toEqual(all.data);
  });

  it('takes away what is narrower than twice the radius', () => {
    const hair = { width: 9, height: 9, data: new Uint8Array(81) };
    hair.data.fill(255, 36, 45);
    expect(shrinkMask(hair, 1.5).data.every((value) => value === 0)).toBe(true);
  });
});
