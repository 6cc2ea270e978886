import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillCoverage } from './fill-coverage.ts';

const byte = fc.integer({ min: 0, max: 255 });
const pixel = fc.tuple(byte, byte, byte, byte);
const rgb = fc.tuple(byte, byte, byte);
const share = fc.double({ min: 0, max: 1, noNaN: true });

const filled = (
  before: readonly number[],
  coverage: number,
  colour: readonly [number, number, number] | undefined,
  alphaLock: boolean,
  opacity = 1,
) => {
  const pixels = Uint8Array.from(before);
  fillCoverage(pixels, Uint8Array.of(coverage), colour, alphaLock, opacity);
  return [...pixels];
};

describe('fillCoverage', () => {
  it('is source-over in premultiplied colour, to the nearest level', () => {
    fc.assert(
      fc.property(pixel, rgb, byte, share, (before, colour, coverage, opacity) => {
        const [, , , alpha] = filled(before, coverage, colour, false, opacity);
        const source = (coverage / 255) * opacity;
        const backdrop = before[3] / 255;
        const sum = source + backdrop * (1 - source);
        expect(Math.abs(alpha! - sum * 255)).toBeLessThanOrEqual(0.5 + 1e-9);
        if (alpha === 0) return;
        const after = filled(before, coverage, colour, false, opacity);
        for (let c = 0; c < 3; c++) {
          const premultiplied = colour[c]! * source + before[c]! * backdrop * (1 - source);
          expect(Math.abs(after[c]! - premultiplied / sum)).toBeLessThanOrEqual(0.5 + 1e-6);
        }
      }),
    );
  });

  it('with alpha locked mixes colours and keeps alpha', () => {
    fc.assert(
      fc.property(pixel, rgb, byte, (before, colour, coverage) => {
        const after = filled(before, coverage, colour, true);
        expect(after[3]).toBe(before[3]);
        for (let c = 0; c < 3 && before[3] > 0; c++)
          expect(
            Math.abs(after[c]! - (before[c]! + ((colour[c]! - before[c]!) * coverage) / 255)),
          ).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });

  it('erases alpha and keeps the colour under it', () => {
    fc.assert(
      fc.property(pixel, byte, (before, coverage) => {
        const after = filled(before, coverage, undefined, false);
        expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
        expect(Math.abs(after[3]! - before[3] * (1 - coverage / 255))).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });

  it('neither erases nor paints on nothing where alpha is locked', () => {
    expect(filled([1, 2, 3, 200], 255, undefined, true)).toEqual([1, 2, 3, 200]);
    expect(filled([1, 2, 3, 0], 255, [9, 9, 9], true)).toEqual([1, 2, 3, 0]);
  });

  it('keeps the hidden colour of a pixel that comes out with no alpha', () => {
    expect(filled([1, 2, 3, 0], 1, [200, 200, 200], false, 0.4)).toEqual([1, 2, 3, 0]);
  });

  it('covers and erases fully without a rest', () => {
    expect(filled([1, 2, 3, 4], 255, [9, 8, 7], false)).toEqual([9, 8, 7, 255]);
    expect(filled([1, 2, 3, 4], 255, undefined, false)).toEqual([1, 2, 3, 0]);
  });

  it('takes one coverage for all pixels', () => {
    const [one, each] = [new Uint8Array(16).fill(50), new Uint8Array(16).fill(50)];
    fillCoverage(one, 100, [255, 0, 9], false);
    fillCoverage(each, new Uint8Array(4).fill(100), [255, 0, 9], false);
    expect(one).toEqual(each);
  });

  it('says when there is nothing to do', () => {
    expect(fillCoverage(new Uint8Array(4), 0, [1, 1, 1], false)).toBe(false);
    expect(fillCoverage(new Uint8Array(4), 255, undefined, true)).toBe(false);
    expect(fillCoverage(new Uint8Array(4), 255, [1, 1, 1], true)).toBe(true);
  });
});
