import { describe, expect, it } from 'vitest';
import { EMPTY_MASK, feather, reframeMask, type PlacedMask } from '../../tools/index.ts';
import { inside, planeOf, rect } from './page.test-helper.ts';
import { softenMask } from './soften-mask.ts';

const CANVAS = { width: 30, height: 20 };
const placed = (area: ReturnType<typeof rect>): PlacedMask => ({ ...area, data: planeOf(area, () => 255) });
const plane = (mask: PlacedMask) => reframeMask(mask, { x: 0, y: 0, ...CANVAS }).data;

describe('softenMask', () => {
  it('softens edges as a feather of one pixel does', () => {
    const mask = placed(rect(8, 6, 9, 7));
    expect(plane(softenMask(mask, CANVAS))).toEqual(plane(feather(mask, 1, CANVAS)));
  });

  it('leaves full what covers the canvas', () => {
    expect(plane(softenMask(placed(rect(0, 0, 30, 20)), CANVAS)).every((value) => value === 255)).toBe(true);
  });

  it('softens only the edges that lie on the canvas', () => {
    // As if the canvas and the mask went on beyond, which is what a larger canvas shows.
    const cases = [
      rect(0, 5, 12, 15),
      rect(20, 0, 10, 9),
      rect(0, 0, 30, 4),
      rect(29, 19, 1, 1),
      rect(3, 0, 1, 20),
    ];
    for (const area of cases) {
      const big = { width: 130, height: 120 };
      const reaches = (x: number, y: number): boolean => {
        const clamp = (value: number, size: number) => Math.max(0, Math.min(size - 1, value - 50));
        return inside(area, clamp(x, 30), clamp(y, 20));
      };
      const around = rect(0, 0, 130, 120);
      const wide = feather({ ...around, data: planeOf(around, (x, y) => (reaches(x, y) ? 255 : 0)) }, 1, big);
      const expected = reframeMask(wide, rect(50, 50, 30, 20)).data;
      expect(plane(softenMask(placed(area), CANVAS))).toEqual(expected);
    }
  });

  it('keeps within the canvas and is empty where there is nothing', () => {
    const soft = softenMask(placed(rect(0, 0, 5, 5)), CANVAS);
    expect(soft).toMatchObject({ x: 0, y: 0 });
    expect(softenMask(EMPTY_MASK, CANVAS).width).toBe(0);
  });
});
