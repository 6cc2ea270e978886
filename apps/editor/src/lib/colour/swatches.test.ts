import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SWATCHES, readSwatches, STARTING_SWATCHES, storeSwatches, withSwatches } from './swatches.ts';

const hex = fc.nat(0xffffff).map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('readSwatches', () => {
  it('reads what was stored', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hex, { maxLength: MAX_SWATCHES }), (swatches) => {
        expect(readSwatches(storeSwatches(swatches))).toEqual(swatches);
      }),
    );
  });

  it.each([null, '', 'null', '{', '{"0":"#ffffff"}', '7', '"#ffffff"'])(
    'starts anew where %j was stored',
    (stored) => {
      expect(readSwatches(stored)).toEqual(STARTING_SWATCHES);
    },
  );

  it('takes the colours out of a list with other things, each once', () => {
    const stored = JSON.stringify(['#FF0000', 1, null, 'red', ['#00ff00'], '#f00', ' abc ']);
    expect(readSwatches(stored)).toEqual(['#ff0000', '#aabbcc']);
  });

  it('leaves a list that somebody emptied empty', () => {
    expect(readSwatches('[]')).toEqual([]);
  });

  it('gives colours only, whatever was stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (stored) => {
        const swatches = readSwatches(stored);
        for (const swatch of swatches) expect(swatch).toMatch(/^#[\da-f]{6}$/);
        expect(new Set(swatches).size).toBe(swatches.length);
      }),
    );
  });
});

describe('withSwatches', () => {
  it('adds at the end, each colour once', () => {
    expect(withSwatches(['#000000', '#ffffff'], ['#FFF', '#123456', 'x', '123456'])).toEqual([
      '#000000',
      '#ffffff',
      '#123456',
    ]);
  });

  it('keeps the old ones when there are too many', () => {
    const many = Array.from({ length: MAX_SWATCHES }, (_, i) => `#0000${i.toString(16).padStart(2, '0')}`);
    expect(withSwatches(many, ['#abcdef'])).toEqual(many);
  });
});
