import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitView, keepReachable, panBy, rescaleView, zoomAt } from './view.ts';

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('zoomAt', () => {
  it('keeps the point under the pointer where it is', () => {
    fc.assert(
      fc.property(
        finite(0.05, 20),
        finite(-500, 500),
        finite(-500, 500),
        finite(0.3, 3),
        finite(0, 900),
        finite(0, 900),
        (zoom, panX, panY, factor, x, y) => {
          const before = { zoom, panX, panY };
          const after = zoomAt(before, factor, x, y);
          expect((x - after.panX) / after.zoom).toBeCloseTo((x - panX) / zoom, 6);
          expect((y - after.panY) / after.zoom).toBeCloseTo((y - panY) / zoom, 6);
        },
      ),
    );
  });
  it('stops at the ends of its range', () => {
    expect(zoomAt({ zoom: 60, panX: 0, panY: 0 }, 100, 0, 0).zoom).toBe(64);
    expect(zoomAt({ zoom: 0.02, panX: 0, panY: 0 }, 0.001, 0, 0).zoom).toBe(0.01);
  });
});

describe('fitView', () => {
  it('shows a large document whole and a small one at 100 %', () => {
    const viewport = { width: 1000, height: 600 };
    const large = fitView({ width: 4000, height: 3000 }, viewport);
    expect(3000 * large.zoom).toBeLessThanOrEqual(600 - 64 + 1e-9);
    expect(large.panX).toBeGreaterThan(0);
    expect(fitView({ width: 10, height: 10 }, viewport)).toEqual({ zoom: 1, panX: 495, panY: 295 });
  });
});

it('keepReachable never loses the document', () => {
  const view = keepReachable(
    panBy({ zoom: 1, panX: 0, panY: 0 }, 99_999, -99_999),
    { width: 100, height: 100 },
    { width: 500, height: 400 },
  );
  expect(view).toEqual({ zoom: 1, panX: 452, panY: -52 });
});

it('rescaleView shows the same part of a document twice its size', () => {
  const view = { zoom: 1.5, panX: 30, panY: -7 };
  expect(rescaleView(view, { width: 100, height: 50 }, { width: 200, height: 100 })).toEqual({
    zoom: 0.75,
    panX: 30,
    panY: -7,
  });
});
