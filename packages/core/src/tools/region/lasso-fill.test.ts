import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lassoFill } from './lasso-fill.ts';
import { convexShapes, drawRecipe, openShape } from './line-art.test-helper.ts';
import { EMPTY_MASK, type BinaryPlane, type PlacedMask } from './mask.ts';
import { polygonMask } from './polygon-mask.ts';
import {
  coverageAt,
  maskFromText,
  naiveFlood,
  onCanvas,
  planeFromText,
  planes,
  textOf,
} from './regions.test-helper.ts';

function everything({ width, height }: BinaryPlane): PlacedMask {
  return { x: 0, y: 0, width, height, data: new Uint8Array(width * height).fill(255) };
}

const room = planeFromText(
  '..........',
  '..####....',
  '..#..#.##.',
  '..#..#.##.',
  '..####....',
  '..........',
);
const around = maskFromText(1, 0, '########', '########', '########', '########', '########', '########');

describe('lassoFill', () => {
  it('fills what is closed inside the lasso, without the lines', () => {
    expect(textOf(lassoFill(around, room), room)).toEqual([
      '..........',
      '..........',
      '...##.....',
      '...##.....',
      '..........',
      '..........',
    ]);
  });

  it('fills, without gap closing, exactly what no way leads to from outside', () => {
    const lassos = fc.array(
      fc.tuple(fc.double({ min: -3, max: 18, noNaN: true }), fc.double({ min: -3, max: 18, noNaN: true })),
      { minLength: 3, maxLength: 6 },
    );
    fc.assert(
      fc.property(planes(15), lassos, (plane, corners) => {
        const lasso = polygonMask(corners.flat(), plane);
        // A page one pixel larger on all sides of the lasso's own, all of it passable outside the lasso.
        const inLasso = onCanvas(lasso, plane).map((value) => value >= 128);
        const ground = Uint8Array.from(plane.data, (value, i) => (inLasso[i] ? value : 1));
        const reached = new Set<number>();
        inLasso.forEach((inside, i) => {
          if (inside || reached.has(i)) return;
          const { width, height } = plane;
          naiveFlood({ width, height, data: ground }, i % width, Math.floor(i / width)).forEach(
            (value, j) => {
              if (value !== 0) reached.add(j);
            },
          );
        });
        const expected = inLasso.map((inside, i) =>
          inside && plane.data[i] === 1 && !reached.has(i) ? 255 : 0,
        );
        expect(onCanvas(lassoFill(lasso, plane), plane)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves a room alone that the lasso cuts', () => {
    const across = maskFromText(
      0,
      0,
      '....######',
      '....######',
      '....######',
      '....######',
      '....######',
      '....######',
    );
    expect(lassoFill(across, room)).toBe(EMPTY_MASK);
  });

  it('fills a shape with a gap once the gap is closed, and nothing outside it', () => {
    fc.assert(
      fc.property(convexShapes, fc.nat(), fc.integer({ min: 3, max: 8 }), (recipe, start, count) => {
        const shape = drawRecipe(recipe);
        const { plane, apart, fromGap } = openShape(shape, start, count);
        const inside = naiveFlood(shape.plane, ...shape.centre);
        const outside = naiveFlood(shape.plane, 0, 0);
        const lasso = polygonMask([20, 20, 140, 20, 140, 140, 20, 140], plane);
        const filled = onCanvas(lassoFill(lasso, plane, { gap: Math.ceil(apart) }), plane);
        filled.forEach((value, i) => {
          const isWrong = value === 0 ? inside[i] !== 0 : outside[i] !== 0;
          if (isWrong) expect(fromGap(i)).toBeLessThanOrEqual(apart + 3);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('closes rooms that are smaller than the gap asked for', () => {
    const plane = planeFromText(
      ...Array.from({ length: 11 }, () => '.'.repeat(30)),
      '.........#########............',
      '.........#.......#............',
      '.........#.......#............',
      '.........#....................',
      '.........#.......#............',
      '.........#.......#............',
      '.........#.......#............',
      '.........#.......#............',
      '.........#########............',
      ...Array.from({ length: 10 }, () => '.'.repeat(30)),
    );
    const lasso = polygonMask([2, 2, 28, 2, 28, 28, 2, 28], plane);
    const filled = lassoFill(lasso, plane, { gap: 20 });
    expect(coverageAt(filled, 12, 15)).toBe(255);
    expect(coverageAt(filled, 19, 14)).toBe(0);
    expect(lassoFill(lasso, plane)).toBe(EMPTY_MASK);
  });

  it('takes the edge of the canvas for a line where the lasso reaches it', () => {
    const plane = planeFromText('...#..', '...#..', '####..', '......');
    expect(textOf(lassoFill(everything(plane), plane), plane)).toEqual([
      '###.##',
      '###.##',
      '....##',
      '######',
    ]);
    const upTo = maskFromText(0, 0, '####.', '####.', '####.');
    expect(textOf(lassoFill(upTo, plane), plane)).toEqual(['###...', '###...', '......', '......']);
  });

  it('grows under the lines when asked to', () => {
    expect(textOf(lassoFill(around, room, { grow: 1 }), room)).toEqual([
      '..........',
      '...##.....',
      '..####....',
      '..####....',
      '...##.....',
      '..........',
    ]);
  });

  it('is empty for an empty lasso', () => {
    expect(lassoFill(EMPTY_MASK, room, { gap: 5, grow: 2 })).toBe(EMPTY_MASK);
  });
});
