import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featherMask } from './feather-mask.ts';

const [width, height] = [40, 30];
const masks = fc
  .record({ x: fc.nat(40), y: fc.nat(30), radius: fc.double({ min: 1, max: 20, noNaN: true }) })
  .map(({ x, y, radius }) => ({
    width,
    height,
    data: Uint8Array.from({ length: width * height }, (_, at) =>
      Math.round(
        255 * Math.min(1, Math.max(0, radius - Math.hypot((at % width) - x, Math.floor(at / width) - y))),
      ),
    ),
  }));
const radii = fc.double({ min: 0, max: 9, noNaN: true });
const edge = { width: 41, height: 1, data: Uint8Array.from({ length: 41 }, (_, x) => (x < 20 ? 255 : 0)) };

describe('featherMask', () => {
  it('inwards nowhere grows, outwards nowhere shrinks, and the middle lies between them', () => {
    fc.assert(
      fc.property(masks, radii, (mask, radius) => {
        const inner = featherMask(mask, radius, 'in').data;
        const outer = featherMask(mask, radius, 'out').data;
        const middle = featherMask(mask, radius, 'centre').data;
        mask.data.forEach((value, at) => {
          expect(inner[at]).toBeLessThanOrEqual(value);
          expect(outer[at]).toBeGreaterThanOrEqual(value);
          expect(middle[at]).toBeGreaterThanOrEqual(inner[at]!);
          expect(middle[at]).toBeLessThanOrEqual(outer[at]!);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('fades over its width, on the side it is told', () => {
    const at = (direction: 'in' | 'out' | 'centre', x: number): number =>
      featherMask(edge, 8, direction).data[x]!;
    expect(at('in', 20)).toBe(0);
    expect(at('in', 19)).toBeLessThan(40);
    expect(at('in', 11)).toBeGreaterThan(235);
    expect(at('out', 19)).toBe(255);
    expect(at('out', 20)).toBeGreaterThan(215);
    expect(at('out', 28)).toBeLessThan(20);
    expect(at('centre', 12)).toBeGreaterThan(240);
    expect(at('centre', 27)).toBeLessThan(15);
    expect(at('centre', 19) + at('centre', 20)).toBe(255);
  });

  it('leaves the mask exactly as it is far away, and everywhere at 0', () => {
    for (const direction of ['in', 'out', 'centre'] as const) {
      const { data } = featherMask(edge, 5, direction);
      for (const x of [0, 5, 35, 40]) expect(data[x]).toBe(edge.data[x]);
      expect(featherMask(edge, 0, direction)).toBe(edge);
    }
  });
});
