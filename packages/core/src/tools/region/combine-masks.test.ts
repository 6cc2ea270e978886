import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineMasks, type CombineMode } from './combine-masks.ts';
import { trimMask } from './mask-bounds.ts';
import { EMPTY_MASK } from './mask.ts';
import { masksOnCanvas, onCanvas } from './regions.test-helper.ts';

const oracle: Record<CombineMode, (a: number, b: number) => number> = {
  replace: (_, b) => b,
  add: (a, b) => Math.max(a, b),
  subtract: (a, b) => Math.min(a, 255 - b),
  intersect: (a, b) => Math.min(a, b),
};
const modes = fc.constantFrom<CombineMode>('replace', 'add', 'subtract', 'intersect');
const canvas = { width: 25, height: 25 };

describe('combineMasks', () => {
  it('combines coverage pixel by pixel, wherever the two masks lie', () => {
    fc.assert(
      fc.property(masksOnCanvas(), masksOnCanvas(), modes, ({ mask: a }, { mask: b }, mode) => {
        const [before, other] = [onCanvas(a, canvas), onCanvas(b, canvas)];
        const combined = combineMasks(a, b, mode);
        expect(onCanvas(combined, canvas)).toEqual(before.map((value, i) => oracle[mode](value, other[i]!)));
        expect(trimMask(combined)).toBe(combined);
      }),
      { numRuns: 400 },
    );
  });

  it('changes nothing when a soft selection is added to itself', () => {
    fc.assert(
      fc.property(masksOnCanvas(), ({ mask }) => {
        expect(onCanvas(combineMasks(mask, mask, 'add'), canvas)).toEqual(onCanvas(mask, canvas));
      }),
    );
  });

  it('takes empty selections on either side', () => {
    for (const mode of ['replace', 'add', 'subtract', 'intersect'] as const)
      expect(combineMasks(EMPTY_MASK, EMPTY_MASK, mode)).toBe(EMPTY_MASK);
  });
});
