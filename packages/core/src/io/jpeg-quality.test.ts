import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJpegHeader } from './jpeg-header.ts';
import { estimateJpegQuality } from './jpeg-quality.ts';
import { readFixture } from './read-fixture.test-helper.ts';

/** libjpeg's std_luminance_quant_tbl, written down again so that a slip in one copy shows. */
const STD_LUMINANCE =
  '16 11 10 16 24 40 51 61 12 12 14 19 26 58 60 55 14 13 16 24 40 57 69 56 14 17 22 29 51 87 80 62 ' +
  '18 22 37 56 68 109 103 77 24 35 55 64 81 104 113 92 49 64 78 87 103 121 120 101 72 92 95 98 112 100 103 99';

/** libjpeg's jpeg_quality_scaling and jpeg_add_quant_table, in its order and with its integer division. */
function libjpegTable(quality: number, forceBaseline: boolean): Uint16Array {
  let scaleFactor = quality;
  if (scaleFactor <= 0) scaleFactor = 1;
  if (scaleFactor > 100) scaleFactor = 100;
  if (scaleFactor < 50) scaleFactor = (5000 / scaleFactor) | 0;
  else scaleFactor = 200 - scaleFactor * 2;
  return Uint16Array.from(STD_LUMINANCE.split(' '), (base) => {
    let step = ((Number(base) * scaleFactor + 50) / 100) | 0;
    if (step <= 0) step = 1;
    if (step > 32767) step = 32767;
    if (forceBaseline && step > 255) step = 255;
    return step;
  });
}

const qualities = Array.from({ length: 100 }, (_, i) => i + 1);

describe('estimateJpegQuality', () => {
  it('is exact for every quality of libjpeg, baseline or not', () => {
    for (const quality of qualities) {
      for (const forceBaseline of [true, false]) {
        const estimate = estimateJpegQuality(libjpegTable(quality, forceBaseline));
        expect(estimate).toEqual({ quality, exact: true, error: 0 });
      }
    }
  });

  it.each([10, 50, 75, 90, 98])('reads quality %i from a real file', (quality) => {
    const { lumaTable } = readJpegHeader(readFixture(`good/q${quality}.jpg`));
    expect(estimateJpegQuality(lumaTable ?? new Uint16Array(64))).toMatchObject({ quality, exact: true });
  });

  it("says that mozjpeg's table is not libjpeg's, and how far off it is", () => {
    const { lumaTable } = readJpegHeader(readFixture('good/mozjpeg.jpg'));
    const estimate = estimateJpegQuality(lumaTable ?? new Uint16Array(64));
    expect(estimate).toMatchObject({ quality: 66, exact: false });
    expect(estimate.error).toBeCloseTo(0.49, 2);
  });

  it('stays near for tables that differ by one step here and there', () => {
    const noise = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 90 }), noise, (quality, differences) => {
        const table = libjpegTable(quality, true).map((step, i) =>
          Math.min(255, Math.max(1, step + (differences[i] ?? 0))),
        );
        expect(Math.abs(estimateJpegQuality(table).quality - quality)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('gives a quality from 1 to 100 for any table at all', () => {
    fc.assert(
      fc.property(fc.uint16Array({ minLength: 64, maxLength: 64 }), (table) => {
        const { quality, error } = estimateJpegQuality(table);
        expect(qualities).toContain(quality);
        expect(Number.isFinite(error)).toBe(true);
      }),
    );
  });
});
