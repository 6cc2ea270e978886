import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositeOver } from './composite-over.ts';
import { pictures, pixelAt, solid } from './pictures.test-helper.ts';
import type { RasterImage } from './raster-image.ts';

/**
 * W3C Compositing and Blending Level 1, section 9.1.4 (source-over: Fa = 1, Fb = 1 - as) on
 * premultiplied colours in float64. Codes 0-255, not rounded; undefined where nothing is drawn.
 */
function sourceOver(source: number[], backdrop: number[], opacity: number): number[] | undefined {
  const as = (source[3]! / 255) * opacity;
  const ab = backdrop[3]! / 255;
  const ao = as + ab * (1 - as);
  if (as === 0) return undefined;
  const premultiplied = [0, 1, 2].map((c) => as * source[c]! + ab * backdrop[c]! * (1 - as));
  return [...premultiplied.map((co) => co / ao), ao * 255];
}

const copyOf = (image: RasterImage): RasterImage => ({ ...image, data: image.data.slice() });
const offset = fc.integer({ min: -9, max: 9 });
const opacity = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));

describe('compositeOver', () => {
  it('is the W3C formula, rounded, at every pixel that the source reaches, and changes no other', () => {
    fc.assert(
      fc.property(pictures(), pictures(), offset, offset, opacity, (target, source, x, y, opacity) => {
        const [result, untouched] = [copyOf(target), copyOf(source)];
        compositeOver(result, source, x, y, opacity);
        for (let ty = 0; ty < target.height; ty++)
          for (let tx = 0; tx < target.width; tx++) {
            const [sx, sy] = [tx - x, ty - y];
            const reached = sx >= 0 && sy >= 0 && sx < source.width && sy < source.height;
            const before = pixelAt(target, tx, ty);
            const expected =
              (reached ? sourceOver(pixelAt(source, sx, sy), before, opacity) : undefined) ?? before;
            const got = pixelAt(result, tx, ty);
            for (let c = 0; c < 4; c++)
              expect(Math.abs(got[c]! - expected[c]!)).toBeLessThanOrEqual(0.5 + 1e-9);
          }
        expect(source).toEqual(untouched);
      }),
      { numRuns: 300 },
    );
  });

  it('replaces what lies under an opaque source, exactly', () => {
    fc.assert(
      fc.property(pictures(), pictures({ alpha: ['opaque'] }), (target, source) => {
        const result = copyOf(target);
        compositeOver(result, source, 0, 0, 1);
        for (let y = 0; y < Math.min(target.height, source.height); y++)
          for (let x = 0; x < Math.min(target.width, source.width); x++)
            expect(pixelAt(result, x, y)).toEqual(pixelAt(source, x, y));
      }),
    );
  });

  it('keeps the exact colour of a faint source over nothing', () => {
    const target = solid(1, 1, [0, 0, 0, 0]);
    compositeOver(target, solid(1, 1, [201, 3, 77, 1]), 0, 0, 1);
    expect(pixelAt(target, 0, 0)).toEqual([201, 3, 77, 1]);
  });
});
