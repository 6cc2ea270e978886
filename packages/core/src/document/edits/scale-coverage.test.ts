import { describe, expect, it } from 'vitest';
import { resampleMask, TileStore, type Rect } from '../../raster/index.ts';
import { reframeMask } from '../../tools/index.ts';
import { Maker, planeOf, rect } from './page.test-helper.ts';
import { scaleCoverage } from './scale-coverage.ts';

const WIDTH = 300;
const HEIGHT = 40;
const CANVAS = rect(0, 0, WIDTH, HEIGHT);
const slope = (x: number, y: number) => (x * 3 + y * 5) & 255;

/** Scales coverage of a rectangle and reads a part of the result. */
function scaled(
  area: Rect,
  value: (x: number, y: number) => number,
  [sx, sy]: readonly [number, number],
  part: Rect,
  outside = 0,
): Uint8Array {
  const store = new TileStore();
  const tiles = new Maker(store).coverage(area, value, outside);
  const scale = { width: WIDTH, height: HEIGHT, sx, sy };
  const result = scaleCoverage(store, tiles, scale, outside)!;
  // Beyond what comes back there is what is outside, which the comparison must not take for 0.
  const lifted = { ...result, data: result.data.map((coverage) => coverage - outside) };
  return reframeMask(lifted, part).data.map((coverage) => coverage + outside);
}

describe('scaleCoverage', () => {
  it.each([
    [2, 2],
    [0.5, 1.5],
    [1.37, 0.61],
  ])('of the canvas is the canvas scaled bilinearly (%f, %f)', (sx, sy) => {
    const [width, height] = [Math.round(WIDTH * sx), Math.round(HEIGHT * sy)];
    const plane = { width: WIDTH, height: HEIGHT, data: planeOf(CANVAS, slope) };
    const expected = resampleMask(plane, width, height, { filter: 'bilinear' }).data;
    expect(scaled(CANVAS, slope, [sx, sy], rect(0, 0, width, height))).toEqual(expected);
  });

  it.each([0, 255] as const)('keeps covered to its edge what is (%i outside)', (outside) => {
    const result = scaled(CANVAS, () => 255 - outside, [2, 2], rect(0, 0, 600, 80), outside);
    expect(result.every((coverage) => coverage === 255 - outside)).toBe(true);
  });

  it('scales what lies beyond the canvas, too', () => {
    const result = scaled(
      rect(-256, 0, 556, 256),
      (x, y) => (x < -100 || y > 100 ? 255 : 0),
      [0.5, 0.5],
      rect(-128, 0, 278, 128),
    );
    const at = (x: number, y: number) => result[y * 278 + x + 128];
    expect([at(-120, 5), at(-20, 5), at(100, 10), at(100, 120), at(-60, 100)]).toEqual([255, 0, 0, 255, 255]);
  });

  it('is nothing where there are no tiles', () => {
    const scale = { width: WIDTH, height: HEIGHT, sx: 2, sy: 2 };
    expect(scaleCoverage(new TileStore(), new Map(), scale, 255)).toBeUndefined();
  });
});
