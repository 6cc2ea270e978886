import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapFill } from './gap-fill.ts';
import {
  convexShapes,
  drawRecipe,
  drawShape,
  openShape,
  starShapes,
  strokePages,
} from './line-art.test-helper.ts';
import type { BinaryPlane } from './mask.ts';
import { naiveFlood, onCanvas, planeFromText, planes, textOf } from './regions.test-helper.ts';

const gaps = fc.integer({ min: 0, max: 30 });

/** How many pieces the pixels farther than `distance` from all lines fall into, the slow way. */
function openPieces(
  { width, height, data }: BinaryPlane,
  inside: readonly number[],
  distance: number,
): number {
  const lines = [...data.keys()].filter((i) => data[i] === 0);
  const open = Uint8Array.from(inside, (value, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return value !== 0 &&
      lines.every((j) => Math.hypot((j % width) - x, Math.floor(j / width) - y) > distance)
      ? 1
      : 0;
  });
  let pieces = 0;
  for (let at = open.indexOf(1); at >= 0; at = open.indexOf(1)) {
    pieces++;
    naiveFlood({ width, height, data: open }, at % width, Math.floor(at / width)).forEach((value, i) => {
      if (value !== 0) open[i] = 0;
    });
  }
  return pieces;
}

describe('gapFill', () => {
  it('is the plain fill of closed convex shapes, at any gap and from any place inside', () => {
    fc.assert(
      fc.property(convexShapes, gaps, fc.nat(), (recipe, gap, pick) => {
        const { plane, centre } = drawRecipe(recipe);
        const inside = naiveFlood(plane, ...centre);
        const places = [...inside.keys()].filter((i) => inside[i] !== 0);
        const seed = places[pick % places.length]!;
        const filled = gapFill(plane, seed % plane.width, Math.floor(seed / plane.width), gap);
        expect(onCanvas(filled, plane)).toEqual(inside);
      }),
      { numRuns: 60 },
    );
  });

  it('is the plain fill of any closed shape that the gap does not cut into rooms, spikes and all', () => {
    let compared = 0;
    fc.assert(
      fc.property(starShapes, fc.integer({ min: 1, max: 20 }), (recipe, gap) => {
        const { plane, centre } = drawRecipe(recipe);
        const inside = naiveFlood(plane, ...centre);
        if (openPieces(plane, inside, (gap + 1) / 2) > 1) return;
        compared++;
        expect(onCanvas(gapFill(plane, ...centre, gap), plane)).toEqual(inside);
      }),
      { numRuns: 30 },
    );
    expect(compared).toBeGreaterThan(10);
  });

  it('stays inside a shape with a gap, and fills all of it but for the gap', () => {
    fc.assert(
      fc.property(convexShapes, fc.nat(), fc.integer({ min: 1, max: 8 }), (recipe, start, count) => {
        const shape = drawRecipe(recipe);
        const { plane, apart, fromGap } = openShape(shape, start, count);
        const inside = naiveFlood(shape.plane, ...shape.centre);
        const filled = onCanvas(gapFill(plane, ...shape.centre, Math.ceil(apart)), plane);
        filled.forEach((value, i) => {
          if (value !== inside[i]) expect(fromGap(i)).toBeLessThanOrEqual(apart + 3);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is the plain fill when told to close none', () => {
    fc.assert(
      fc.property(convexShapes, fc.nat(), fc.integer({ min: 1, max: 8 }), (recipe, start, count) => {
        const shape = drawRecipe(recipe);
        const { plane } = openShape(shape, start, count);
        expect(onCanvas(gapFill(plane, ...shape.centre, 0), plane)).toEqual(
          naiveFlood(plane, ...shape.centre),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('closes straight gaps as wide as told, and none that are two wider', () => {
    const box = drawShape([
      [50, 50],
      [110, 50],
      [110, 110],
      [50, 110],
    ]);
    for (const gap of [1, 2, 5, 10, 29, 30]) {
      const closed = openShape(box, 10, gap).plane;
      expect(onCanvas(gapFill(closed, 80, 80, gap), closed)[0]).toBe(0);
      const wider = openShape(box, 10, gap + 2).plane;
      expect(onCanvas(gapFill(wider, 80, 80, gap), wider)[0]).toBe(255);
    }
  });

  it('never leaves the plain fill, is in one piece, and holds the seed, on any plane', () => {
    fc.assert(
      fc.property(fc.oneof(planes(24), strokePages), fc.nat(), fc.nat(), gaps, (plane, atX, atY, gap) => {
        const [x, y] = [atX % plane.width, atY % plane.height];
        const plain = naiveFlood(plane, x, y);
        const filled = onCanvas(gapFill(plane, x, y, gap), plane);
        filled.forEach((value, i) => expect(value).toBeLessThanOrEqual(plain[i]!));
        const data = Uint8Array.from(filled, (value) => (value === 0 ? 0 : 1));
        expect(naiveFlood({ ...plane, data }, x, y)).toEqual(filled);
        if (plane.data[y * plane.width + x] === 1) expect(filled[y * plane.width + x]).toBe(255);
      }),
      { numRuns: 400 },
    );
  });

  it('meets the fill of the other side in the gap, so that both together leave nothing out', () => {
    const plane = planeFromText(
      ...Array.from(
        { length: 30 },
        (_, y) => `${'.'.repeat(20)}${y < 13 || y > 17 ? '#' : '.'}${'.'.repeat(20)}`,
      ),
    );
    const left = onCanvas(gapFill(plane, 3, 3, 6), plane);
    const right = onCanvas(gapFill(plane, 37, 3, 6), plane);
    left.forEach((value, i) => expect(value + right[i]!).toBe(plane.data[i] === 1 ? 255 : 0));
    expect(left[15 * 41 + 18]).toBe(255);
    expect(right[15 * 41 + 22]).toBe(255);
  });

  it('holds a seed that is as near to one room as to another', () => {
    const plane = planeFromText(
      ...Array.from({ length: 40 }, (_, y) =>
        Array.from({ length: 40 }, (_, x) => {
          const isStroke = (y === 11 && x >= 14 && x < 24) || (x === 31 && y >= 18 && y < 34);
          return isStroke ? '#' : '.';
        }).join(''),
      ),
    );
    expect(onCanvas(gapFill(plane, 25, 13, 12), plane)[13 * 40 + 25]).toBe(255);
  });

  it('fills the room clicked in when it is narrower than the gap', () => {
    const plane = planeFromText(
      '..........................',
      '..#########...............',
      '..#.......#...............',
      '..#.......#...............',
      '..#.......................',
      '..#.......#...............',
      '..#.......#...............',
      '..#########...............',
      ...Array.from({ length: 16 }, () => '..........................'),
    );
    const inside = Array.from({ length: 5 }, (_, i) => [3 + i, 2 + i] as const);
    for (const [x, y] of [...inside, [9, 2], [3, 6]] as const) {
      const filled = textOf(gapFill(plane, x, y, 11), plane);
      const room = '...#######................';
      expect(filled.slice(2, 7)).toEqual([room, room, '...########...............', room, room]);
      expect(filled.join('').replaceAll('.', '')).toHaveLength(36);
    }
  });

  it('takes the edge of the canvas for the end of a gap', () => {
    const plane = planeFromText(
      ...Array.from({ length: 20 }, (_, y) => `${'.'.repeat(14)}${y > 2 ? '#' : '.'}${'.'.repeat(14)}`),
    );
    expect(onCanvas(gapFill(plane, 3, 15, 4), plane)[19 * 29 + 28]).toBe(0);
    expect(onCanvas(gapFill(plane, 3, 15, 1), plane)[19 * 29 + 28]).toBe(255);
  });

  it('takes a seed between pixels for the pixel it lies in', () => {
    const shape = drawShape([
      [50, 50],
      [110, 50],
      [110, 110],
      [50, 110],
    ]);
    const { plane } = openShape(shape, 10, 5);
    expect(gapFill(plane, 80.7, 80.2, 6)).toEqual(gapFill(plane, 80, 80, 6));
  });

  it('is empty on a line', () => {
    expect(gapFill(planeFromText('.#.'), 1, 0, 5).width).toBe(0);
  });
});
