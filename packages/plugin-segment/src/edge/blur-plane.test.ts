import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blurPlane, blurReach, FULL_BLUR } from './blur-plane.ts';

const clampTo = (value: number, most: number): number => Math.min(most, Math.max(0, value));

/** Every pixel by itself, weights of the true Gaussian, the outermost pixels going on. */
function trueGaussian(data: Uint8Array, width: number, height: number, sigma: number, at: number): number {
  const reach = Math.ceil(5 * sigma);
  let sum = 0;
  let total = 0;
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const weight = Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
      const y = clampTo(Math.floor(at / width) + dy, height - 1);
      sum += weight * data[y * width + clampTo((at % width) + dx, width - 1)]!;
      total += weight;
    }
  return sum / total;
}

describe('blurPlane', () => {
  it('is within 3 % of the true Gaussian', () => {
    const [width, height] = [30, 24];
    const data = Uint8Array.from({ length: width * height }, (_, i) => (i % width > 12 || i > 500 ? 255 : 0));
    for (const sigma of [0.7, 1, 1.5, 2.3, 4, 7]) {
      const blurred = blurPlane(data, width, height, sigma);
      for (let at = 0; at < data.length; at += 13)
        expect(
          Math.abs((255 * blurred[at]!) / FULL_BLUR - trueGaussian(data, width, height, sigma, at)),
        ).toBeLessThan(0.03 * 255);
    }
  });

  it('gives a pixel the same bits in whatever part of a plane that holds its reach', () => {
    const [width, height] = [60, 20];
    const bytes = fc.uint8Array({ minLength: width * height, maxLength: width * height });
    fc.assert(
      fc.property(bytes, fc.double({ min: 0.3, max: 4, noNaN: true }), (data, sigma) => {
        const reach = blurReach(sigma);
        fc.pre(2 * reach < width);
        const whole = blurPlane(data, width, height, sigma);
        const left = width - 2 * reach - 1;
        const part = new Uint8Array((2 * reach + 1) * height);
        for (let y = 0; y < height; y++)
          part.set(data.subarray(y * width + left, (y + 1) * width), y * (2 * reach + 1));
        const blurred = blurPlane(part, 2 * reach + 1, height, sigma);
        for (let y = 0; y < height; y++)
          expect(blurred[y * (2 * reach + 1) + reach]).toBe(whole[y * width + left + reach]);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps full coverage full and none at none, at the largest sigma too', () => {
    expect(blurPlane(new Uint8Array(12).fill(255), 4, 3, 100).every((value) => value === FULL_BLUR)).toBe(
      true,
    );
    expect(blurPlane(new Uint8Array(12), 4, 3, 100).every((value) => value === 0)).toBe(true);
    const step = Uint8Array.from({ length: 2000 }, (_, x) => (x < 1000 ? 255 : 0));
    const blurred = blurPlane(step, 2000, 1, 100);
    expect(blurred[0]).toBe(FULL_BLUR);
    expect(blurred[1999]).toBe(0);
    expect((blurred[999]! + blurred[1000]!) / 2).toBeCloseTo(FULL_BLUR / 2, -1);
  });

  it('copies at sigma 0', () => {
    expect([...blurPlane(Uint8Array.of(0, 9, 255), 3, 1, 0)]).toEqual([0, 9 * 256, FULL_BLUR]);
  });
});
