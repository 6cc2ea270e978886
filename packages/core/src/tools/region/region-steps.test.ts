import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Steps } from '../../steps/index.ts';
import { feather, featherSteps } from './feather.ts';
import { fillEverywhere, fillEverywhereSteps, floodFill, floodFillSteps } from './flood-fill.ts';
import { gapFill, gapFillSteps } from './gap-fill.ts';
import type { GrowingRegion } from './growing-region.ts';
import { grow, growSteps } from './grow.ts';
import { lassoFill, lassoFillSteps } from './lasso-fill.ts';
import { strokePages } from './line-art.test-helper.ts';
import type { BinaryPlane, PlacedMask } from './mask.ts';
import { polygonMask } from './polygon-mask.ts';
import { masksOnCanvas, planes } from './regions.test-helper.ts';
import { shrink, shrinkSteps } from './shrink.ts';

/** Runs two pieces of work turn by turn, so that anything they share would show. */
function interleaved<T>(one: Steps<T>, other: Steps<T>): readonly [T, T] {
  let [a, b] = [one.next(), other.next()];
  const fractions: number[] = [];
  while (!a.done || !b.done) {
    if (!a.done) {
      fractions.push(a.value);
      a = one.next();
    }
    if (!b.done) b = other.next();
  }
  fractions.forEach((fraction, i) => {
    expect(fraction).toBeGreaterThanOrEqual(fractions[i - 1] ?? 0);
    expect(fraction).toBeLessThanOrEqual(1);
  });
  return [a.value, b.value];
}

const expectSame = (make: () => Steps<PlacedMask>, whole: PlacedMask) =>
  expect(interleaved(make(), make())).toEqual([whole, whole]);

const gaps = fc.integer({ min: 0, max: 12 });
const pages = fc.oneof(planes(24), strokePages);

describe('kernels in steps', () => {
  it('find the same regions as in one piece', () => {
    fc.assert(
      fc.property(pages, fc.nat(), fc.nat(), gaps, (plane, atX, atY, gap) => {
        const [x, y] = [atX % plane.width, atY % plane.height];
        expectSame(() => floodFillSteps(plane, x, y), floodFill(plane, x, y));
        expectSame(() => fillEverywhereSteps(plane), fillEverywhere(plane));
        expectSame(() => gapFillSteps(plane, x, y, gap), gapFill(plane, x, y, gap));
      }),
      { numRuns: 100 },
    );
  });

  it('close and fill the same areas as in one piece', () => {
    fc.assert(
      fc.property(pages, gaps, (plane, gap) => {
        const { width, height } = plane;
        const lasso = polygonMask([1, 1, width - 1, 2, width - 2, height, 0, height - 1], plane);
        expectSame(
          () => lassoFillSteps(lasso, plane, { gap, grow: 1 }),
          lassoFill(lasso, plane, { gap, grow: 1 }),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('grow, shrink and soften as in one piece', () => {
    fc.assert(
      fc.property(masksOnCanvas(), fc.integer({ min: 0, max: 24 }), ({ mask, canvas }, radius) => {
        expectSame(() => growSteps(mask, radius, canvas), grow(mask, radius, canvas));
        expectSame(() => shrinkSteps(mask, radius, canvas), shrink(mask, radius, canvas));
        expectSame(() => featherSteps(mask, radius, canvas), feather(mask, radius, canvas));
      }),
      { numRuns: 100 },
    );
  });
});

/** A page with a frame whose border is open on one side: large enough for many stops. */
function openFrame(): BinaryPlane {
  const [width, height] = [900, 1200];
  const data = new Uint8Array(width * height).fill(1);
  for (let x = 100; x < 800; x++) data[100 * width + x] = data[1000 * width + x] = 0;
  for (let y = 100; y <= 1000; y++) data[y * width + 800] = 0;
  for (let y = 100; y <= 1000; y++) if (y < 500 || y > 512) data[y * width + 100] = 0;
  return { width, height, data };
}

describe('a gap fill in steps', () => {
  it('stops often, and shows a region that grows to what it fills', () => {
    let region: GrowingRegion | undefined;
    const steps = gapFillSteps(openFrame(), 300, 300, 20, (found) => (region = found));
    const sizes: number[] = [];
    let stops = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      stops++;
      if (region) sizes.push(region.data.reduce((sum, value) => sum + (value === region!.value ? 1 : 0), 0));
    }
    expect(stops).toBeGreaterThan(30);
    expect(sizes.length).toBeGreaterThan(3);
    sizes.forEach((size, i) => expect(size).toBeGreaterThanOrEqual(sizes[i - 1] ?? 0));
    expect(sizes.at(-1)).toBe(step.value.data.reduce((sum, value) => sum + (value === 255 ? 1 : 0), 0));
  });
});
