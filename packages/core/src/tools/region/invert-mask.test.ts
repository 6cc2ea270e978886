import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complementCoverage, invertMask } from './invert-mask.ts';
import { EMPTY_MASK } from './mask.ts';
import { maskFromText, masksOnCanvas, onCanvas, textOf } from './regions.test-helper.ts';

describe('invertMask', () => {
  it('swaps inside and outside on the whole canvas, and back', () => {
    fc.assert(
      fc.property(masksOnCanvas(), ({ mask, canvas }) => {
        const before = onCanvas(mask, canvas);
        const inverted = invertMask(mask, canvas);
        expect(onCanvas(inverted, canvas)).toEqual(before.map((value) => 255 - value));
        expect(onCanvas(invertMask(inverted, canvas), canvas)).toEqual(before);
      }),
    );
  });

  it('makes everything of nothing, and nothing of everything', () => {
    const canvas = { width: 2, height: 2 };
    expect(textOf(invertMask(EMPTY_MASK, canvas), canvas)).toEqual(['##', '##']);
    expect(invertMask(maskFromText(0, 0, '##', '##'), canvas)).toBe(EMPTY_MASK);
    expect(invertMask(EMPTY_MASK, { width: 0, height: 5 })).toBe(EMPTY_MASK);
  });
});

describe('complementCoverage', () => {
  it('leaves the plane given as it was', () => {
    const data = Uint8Array.of(0, 100, 255);
    expect([...complementCoverage(data)]).toEqual([255, 155, 0]);
    expect([...data]).toEqual([0, 100, 255]);
  });
});
