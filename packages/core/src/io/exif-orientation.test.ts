import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latin1, tiff } from './build-file.test-helper.ts';
import { readExifOrientation, swapsSides } from './exif-orientation.ts';

const read = (bytes: number[]) => readExifOrientation(Uint8Array.from(bytes));

describe('readExifOrientation', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'reads %i in both byte orders, with and without the Exif mark',
    (value) => {
      for (const order of ['II', 'MM'] as const) {
        expect(read(tiff(value, order))).toBe(value);
        expect(read([...latin1('Exif\0\0'), ...tiff(value, order)])).toBe(value);
        expect(read(tiff(value, order, 4))).toBe(value);
      }
    },
  );

  it('counts values and types that make no sense as 1', () => {
    for (const value of [0, 9, 0x0600, 65535]) expect(read(tiff(value))).toBe(1);
    expect(read(tiff(6, 'MM', 2))).toBe(1);
  });

  it('reads a block that lies in the middle of a larger buffer', () => {
    const bytes = Uint8Array.from([1, 2, 3, ...tiff(6), 4]);
    expect(readExifOrientation(bytes.subarray(3))).toBe(6);
  });

  it('gives 1 and never throws for a block cut anywhere before the value', () => {
    const whole = Uint8Array.from(tiff(6));
    for (let length = 0; length < 8 + 2 + 24; length++)
      expect(readExifOrientation(whole.subarray(0, length))).toBe(1);
  });

  it('never throws for damaged blocks', () => {
    const damage = fc.array(fc.tuple(fc.nat(37), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.constantFrom<'II' | 'MM'>('II', 'MM'), (changes, order) => {
        const bytes = Uint8Array.from(tiff(6, order));
        for (const [at, value] of changes) bytes[at] = value;
        const found = readExifOrientation(bytes);
        expect(Number.isInteger(found) && found >= 1 && found <= 8).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('swapsSides', () => {
  it('is true for the quarter turns', () => {
    expect(([1, 2, 3, 4, 5, 6, 7, 8] as const).filter(swapsSides)).toEqual([5, 6, 7, 8]);
  });
});
