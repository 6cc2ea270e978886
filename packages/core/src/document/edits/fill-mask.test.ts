import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillMask } from './fill-mask.ts';

const byte = fc.integer({ min: 0, max: 255 });

describe('fillMask', () => {
  it('goes from what was there to the value by coverage and opacity, to the nearest level', () => {
    fc.assert(
      fc.property(
        byte,
        byte,
        byte,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (before, value, cover, opacity) => {
          const mask = Uint8Array.of(before);
          fillMask(mask, Uint8Array.of(cover), value, opacity);
          const exact = before + (value - before) * (cover / 255) * opacity;
          expect(Math.abs(mask[0]! - exact)).toBeLessThanOrEqual(0.5 + 1e-9);
        },
      ),
    );
  });

  it('takes one coverage for all pixels, and says where that is none', () => {
    const mask = Uint8Array.of(0, 100, 255);
    expect(fillMask(mask, 0, 9)).toBe(false);
    expect([...mask]).toEqual([0, 100, 255]);
    expect(fillMask(mask, 255, 9)).toBe(true);
    expect([...mask]).toEqual([9, 9, 9]);
  });
});
