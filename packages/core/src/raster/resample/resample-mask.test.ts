import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resampleChannel, roundsTo } from './by-definition.test-helper.ts';
import { resampleMask, type BytePlane } from './resample-mask.ts';

const FILTERS = ['area', 'bilinear', 'bicubic', 'lanczos3'] as const;
const side = fc.integer({ min: 1, max: 14 });

const masks = fc
  .tuple(side, side)
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height })
      .map((bytes): BytePlane => ({ width, height, data: new Uint8Array(bytes) })),
  );

function expectDefinition(mask: BytePlane, result: BytePlane, filter: (typeof FILTERS)[number]): void {
  const expected = resampleChannel(
    filter,
    mask.data,
    [mask.width, mask.height],
    [result.width, result.height],
  );
  expect(result.data).toHaveLength(expected.length);
  const wrong = expected.findIndex((value, i) => !roundsTo(value, result.data[i]!));
  if (wrong >= 0) expect([wrong, result.data[wrong]]).toEqual([wrong, expected[wrong]]);
}

describe.each(FILTERS)('resampleMask by %s', (filter) => {
  it('is its definition', () => {
    fc.assert(
      fc.property(masks, side, side, (mask, width, height) => {
        expectDefinition(mask, resampleMask(mask, width, height, { filter }), filter);
      }),
      { numRuns: 250 },
    );
  });

  it('keeps a full mask full and an empty one empty', () => {
    for (const value of [0, 255]) {
      const data = new Uint8Array(11 * 7).fill(value);
      const result = resampleMask({ width: 11, height: 7, data }, 5, 19, { filter });
      expect(result.data.every((byte) => byte === value)).toBe(true);
    }
  });

  it('gives the same mask back where nothing changes', () => {
    const mask: BytePlane = { width: 2, height: 1, data: Uint8Array.of(3, 4) };
    expect(resampleMask(mask, 2, 1, { filter })).toBe(mask);
  });
});

describe('resampleMask', () => {
  it.each(['area', 'lanczos3'] as const)(
    'is its definition by %s where so many rows are needed at once that it works in strips',
    (filter) => {
      const [width, height] = [12, 20_000];
      const data = Uint8Array.from({ length: width * height }, (_, i) => Math.imul(i, 2654435761) >>> 24);
      const mask: BytePlane = { width, height, data };
      expectDefinition(mask, resampleMask(mask, 55, 2, { filter }), filter);
    },
  );

  it('rounds halves up', () => {
    const mask: BytePlane = { width: 2, height: 1, data: Uint8Array.of(0, 1) };
    expect([...resampleMask(mask, 1, 1, { filter: 'area' }).data]).toEqual([1]);
    expect([...resampleMask(mask, 1, 1, { filter: 'bilinear' }).data]).toEqual([1]);
  });

  it('refuses sizes that no mask has', () => {
    const mask: BytePlane = { width: 2, height: 1, data: Uint8Array.of(0, 1) };
    expect(() => resampleMask(mask, 0, 1, { filter: 'area' })).toThrow(RangeError);
    expect(() => resampleMask(mask, 1, -4, { filter: 'area' })).toThrow(RangeError);
  });
});
