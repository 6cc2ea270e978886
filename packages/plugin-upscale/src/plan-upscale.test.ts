import { KomaError } from '@koma/core/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Family, Noise } from './network.ts';
import { MAX_OUTPUT_PIXELS, planUpscale, targetSize, type SizeRequest } from './plan-upscale.ts';

const FAMILIES: readonly Family[] = ['upconv7', 'cunet', 'vgg7'];
const NOISES: readonly Noise[] = [null, 0, 1, 2, 3];
const models = (size: SizeRequest, family: Family, noise: Noise) =>
  planUpscale(100, 60, size, family, noise).passes.map((pass) => pass.model);

function refusal(action: () => unknown): KomaError {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(KomaError);
    return error as KomaError;
  }
  throw new Error('nothing was refused');
}

describe('targetSize', () => {
  it('multiplies by the scale', () => {
    for (const scale of [1, 2, 4, 8])
      expect(targetSize(37, 20, { scale })).toEqual({ width: 37 * scale, height: 20 * scale });
  });

  it('rounds a percentage to whole pixels, at least one', () => {
    expect(targetSize(101, 33, { percent: 150 })).toEqual({ width: 152, height: 50 });
    expect(targetSize(101, 33, { percent: 100 })).toEqual({ width: 101, height: 33 });
    expect(targetSize(30, 20, { percent: 1 })).toEqual({ width: 1, height: 1 });
  });

  it('keeps the proportions where one side is given, and takes both as they are', () => {
    expect(targetSize(400, 300, { width: 1000 })).toEqual({ width: 1000, height: 750 });
    expect(targetSize(400, 300, { height: 1000 })).toEqual({ width: 1333, height: 1000 });
    expect(targetSize(400, 300, { width: 500, height: 900 })).toEqual({ width: 500, height: 900 });
    expect(targetSize(1, 1000, { height: 10 })).toEqual({ width: 1, height: 10 });
  });

  it('asks for a side where none is given', () => {
    expect(refusal(() => targetSize(4, 3, {}))).toMatchObject({
      code: 'PARAMETER_INVALID',
      details: { param: 'width' },
    });
  });
});

describe('planUpscale', () => {
  it('doubles as often as needed, and not once more', () => {
    const passes = (size: SizeRequest) => models(size, 'upconv7', null).length;
    expect([1, 2, 4, 8].map((scale) => passes({ scale }))).toEqual([0, 1, 2, 3]);
    expect([100, 101, 200, 201, 400, 401, 1600].map((percent) => passes({ percent }))).toEqual([
      0, 1, 1, 2, 2, 3, 4,
    ]);
    expect([{ width: 100 }, { width: 101 }, { width: 200 }, { width: 201 }].map(passes)).toEqual([
      0, 1, 1, 2,
    ]);
    // The side that grows most decides.
    expect(passes({ width: 50, height: 130 })).toBe(2);
  });

  it('removes noise in the first pass only', () => {
    expect(models({ scale: 4 }, 'upconv7', 2)).toEqual(['upconv7-noise2-scale2x', 'upconv7-scale2x']);
    expect(models({ scale: 8 }, 'cunet', 0)).toEqual([
      'cunet-noise0-scale2x',
      'cunet-scale2x',
      'cunet-scale2x',
    ]);
    expect(models({ scale: 4 }, 'vgg7', 3)).toEqual(['vgg7-noise3', 'vgg7-scale2x', 'vgg7-scale2x']);
  });

  it('removes noise at the same size with each family’s own network, or with UpConv 7 filtered down', () => {
    expect(models({ scale: 1 }, 'cunet', 1)).toEqual(['cunet-noise1']);
    expect(models({ scale: 1 }, 'vgg7', 1)).toEqual(['vgg7-noise1']);
    expect(models({ scale: 1 }, 'upconv7', 1)).toEqual(['upconv7-noise1-scale2x']);
    expect(models({ percent: 50 }, 'upconv7', 1)).toEqual(['upconv7-noise1-scale2x']);
  });

  it('uses no network where there is neither noise to remove nor size to gain', () => {
    for (const family of FAMILIES)
      for (const size of [{ scale: 1 }, { percent: 30 }]) expect(models(size, family, null)).toEqual([]);
  });

  it('plans a single pixel', () => {
    expect(planUpscale(1, 1, { scale: 8 }, 'cunet', 3)).toMatchObject({
      enlarged: { width: 8, height: 8 },
      target: { width: 8, height: 8 },
    });
    expect(planUpscale(1, 1, { percent: 1 }, 'upconv7', null)).toMatchObject({
      passes: [],
      target: { width: 1, height: 1 },
    });
  });

  it('reaches every size from above, by less than one doubling', () => {
    const side = fc.integer({ min: 1, max: 3000 });
    const size = fc.oneof(
      fc.record({ scale: fc.constantFrom(1, 2, 4, 8) }),
      fc.record({ percent: fc.double({ min: 1, max: 1600, noNaN: true }) }),
      fc.record({ width: side }),
      fc.record({ height: side }),
      fc.record({ width: side, height: side }),
    );
    fc.assert(
      fc.property(
        side,
        side,
        size,
        fc.constantFrom(...FAMILIES),
        fc.constantFrom(...NOISES),
        (width, height, request, family, noise) => {
          let plan;
          try {
            plan = planUpscale(width, height, request, family, noise);
          } catch (error) {
            expect(error).toMatchObject({ code: 'OUTPUT_TOO_LARGE' });
            return;
          }
          const { passes, enlarged, target } = plan;
          expect(Number.isInteger(target.width) && Number.isInteger(target.height)).toBe(true);
          expect(Math.min(target.width, target.height)).toBeGreaterThanOrEqual(1);
          expect(enlarged.width).toBeGreaterThanOrEqual(target.width);
          expect(enlarged.height).toBeGreaterThanOrEqual(target.height);
          const scale = passes.reduce((product, pass) => product * pass.scale, 1);
          expect(enlarged).toEqual({ width: width * scale, height: height * scale });
          // One axis needs more than half of what was made, unless noise alone asked for a pass.
          const noiseOnly = noise !== null && family === 'upconv7' && passes.length === 1;
          if (scale > 1 && !noiseOnly) {
            expect(target.width * 2 > enlarged.width || target.height * 2 > enlarged.height).toBe(true);
          }
          // The noise level asked for appears exactly once, in front.
          expect(passes.map((pass) => pass.model.includes('noise'))).toEqual(
            passes.map((_, i) => noise !== null && i === 0),
          );
          if (noise !== null) expect(passes[0]!.model).toContain(`noise${noise}`);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('refuses more than 64 megapixels before any work, with the numbers in a sentence', () => {
    expect(planUpscale(8000, 8000, { scale: 1 }, 'upconv7', null).passes).toEqual([]);
    const error = refusal(() => planUpscale(8001, 8000, { scale: 2 }, 'upconv7', null));
    expect(error.code).toBe('IMAGE_TOO_LARGE');
    expect(error.message).toBe(
      'The picture has 64 megapixels (8001 × 8000); at most 64 can be upscaled. Crop or shrink it first.',
    );
    expect(refusal(() => planUpscale(12000, 9000, { scale: 2 }, 'upconv7', null)).details).toEqual({
      width: 12000,
      height: 9000,
      megapixels: 108,
      limit: 64,
    });
  });

  it('refuses more than 256 megapixels of result, and allows exactly that', () => {
    expect(planUpscale(8000, 8000, { scale: 2 }, 'cunet', 1).target).toEqual({ width: 16000, height: 16000 });
    const error = refusal(() => planUpscale(8000, 8000, { percent: 201 }, 'upconv7', null));
    expect(error).toMatchObject({
      code: 'OUTPUT_TOO_LARGE',
      details: { width: 16080, height: 16080, megapixels: 258.6, limit: 256 },
    });
    expect(error.message).toMatch(
      /^The result would have 258\.6 megapixels \(16080 × 16080\); at most 256 are possible\. Choose a smaller size\.$/,
    );
  });

  it('refuses a small result of a shape that needs a huge step in between, and says so', () => {
    const error = refusal(() => planUpscale(1000, 1000, { width: 60000, height: 10 }, 'upconv7', null));
    expect(error).toMatchObject({
      code: 'OUTPUT_TOO_LARGE',
      details: { width: 32000, height: 32000, megapixels: 1024 },
    });
    expect(error.message).toMatch(/^A step on the way to this shape would have 1024 megapixels/);
  });

  it('never holds a step of more than the limit', () => {
    const side = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(side, side, side, side, (width, height, targetWidth, targetHeight) => {
        let plan;
        try {
          plan = planUpscale(width, height, { width: targetWidth, height: targetHeight }, 'upconv7', null);
        } catch (error) {
          expect((error as KomaError).details['megapixels']).toBeGreaterThanOrEqual(64);
          return;
        }
        let pixels = width * height;
        for (const pass of plan.passes) {
          expect(pixels).toBeLessThanOrEqual(MAX_OUTPUT_PIXELS);
          pixels *= pass.scale ** 2;
        }
        expect(targetWidth * targetHeight).toBeLessThanOrEqual(MAX_OUTPUT_PIXELS);
      }),
      { numRuns: 500 },
    );
  });
});
