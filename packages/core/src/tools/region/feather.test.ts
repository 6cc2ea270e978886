import { describe, expect, it } from 'vitest';
import { feather } from './feather.ts';
import { trimMask } from './mask-bounds.ts';
import { EMPTY_MASK } from './mask.ts';
import { coverageAt, maskFromText } from './regions.test-helper.ts';
import { rectangleMask } from './rectangle-mask.ts';

const canvas = { width: 300, height: 200 };
const square = rectangleMask({ x: 100, y: 60, width: 100, height: 80 }, canvas);

/** The Gaussian integral, by E. Winitzki's approximation, good to 0.00035. */
function erf(x: number): number {
  const a = 0.147;
  const t = (x * x * (4 / Math.PI + a * x * x)) / (1 + a * x * x);
  return Math.sign(x) * Math.sqrt(1 - Math.exp(-t));
}

describe('feather', () => {
  it('fades a straight edge from 98 % to 2 % over the radius on each side', () => {
    for (const radius of [6, 12, 24]) {
      const soft = feather(square, radius, canvas);
      for (const distance of [-radius, -radius / 2, 0, radius / 2, radius]) {
        const x = Math.floor(100 + distance);
        const fromEdge = x + 0.5 - 100;
        const expected = 127.5 * (1 + erf(fromEdge / (radius / 2) / Math.SQRT2));
        expect(Math.abs(coverageAt(soft, x, 100) - expected)).toBeLessThan(3.2);
      }
    }
  });

  it('keeps the amount of coverage where the canvas has room', () => {
    const soft = feather(square, 24, canvas);
    const sum = soft.data.reduce((total, value) => total + value, 0);
    expect(sum / (100 * 80 * 255)).toBeCloseTo(1, 2);
    expect(trimMask(soft)).toBe(soft);
  });

  it('takes what lies beyond the canvas for not selected', () => {
    const all = rectangleMask({ x: 0, y: 0, width: 300, height: 200 }, canvas);
    const soft = feather(all, 20, canvas);
    expect(coverageAt(soft, 150, 100)).toBe(255);
    expect(Math.abs(coverageAt(soft, 0, 100) - 133)).toBeLessThan(4);
    expect(Math.abs(coverageAt(soft, 0, 0) - 69)).toBeLessThan(4);
  });

  it('changes nothing at radius 0 and where nothing is selected', () => {
    const mask = maskFromText(3, 3, '#o');
    expect(feather(mask, 0, canvas)).toBe(mask);
    expect(feather(EMPTY_MASK, 9, canvas)).toBe(EMPTY_MASK);
  });

  it('can fade a speck away entirely', () => {
    expect(feather(maskFromText(50, 50, '#'), 60, canvas)).toBe(EMPTY_MASK);
  });
});
