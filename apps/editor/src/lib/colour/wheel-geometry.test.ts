import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handleAt, hueAt, isOnRing, shadeAt } from './wheel-geometry.ts';

const box = { left: 30, top: 10, width: 200, height: 200 };

describe('the ring of hues', () => {
  it.each([
    [130, 20, 0],
    [220, 110, 90],
    [130, 200, 180],
    [40, 110, 270],
  ])('has at %d, %d the hue %d', (x, y, hue) => {
    expect(hueAt(x, y, box)).toBeCloseTo(hue, 9);
  });

  it('has its handle on the ring, where the hue is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 359.999, noNaN: true }), (hue) => {
        const handle = handleAt(hue);
        const [x, y] = [box.left + handle.x * 2, box.top + handle.y * 2];
        const away = Math.abs(hueAt(x, y, box) - hue);
        expect(Math.min(away, 360 - away)).toBeLessThan(1e-9);
        expect(isOnRing(x, y, box)).toBe(true);
      }),
    );
  });

  it('does not take the middle or the corners', () => {
    expect(isOnRing(130, 110, box)).toBe(false);
    expect(isOnRing(130, 110 - 70, box)).toBe(false);
    expect(isOnRing(32, 12, box)).toBe(false);
  });
});

describe('shadeAt', () => {
  it('is saturation rightwards and value upwards, held at the edges', () => {
    expect(shadeAt(80, 60, box)).toEqual({ s: 0.25, v: 0.75 });
    expect(shadeAt(-99, 999, box)).toEqual({ s: 0, v: 0 });
    expect(shadeAt(999, -99, box)).toEqual({ s: 1, v: 1 });
  });
});
