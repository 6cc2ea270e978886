import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillEverywhere, floodFill, maskOfValue } from './flood-fill.ts';
import { trimMask } from './mask-bounds.ts';
import { EMPTY_MASK } from './mask.ts';
import { naiveFlood, onCanvas, planeFromText, planes, textOf } from './regions.test-helper.ts';

describe('floodFill', () => {
  it('is the 4-connected region around the seed, cut to its bounds', () => {
    fc.assert(
      fc.property(planes(), fc.nat(), fc.nat(), (plane, atX, atY) => {
        const [x, y] = [atX % plane.width, atY % plane.height];
        const before = plane.data.slice();
        const mask = floodFill(plane, x, y);
        expect(onCanvas(mask, plane)).toEqual(naiveFlood(plane, x, y));
        expect(trimMask(mask)).toBe(mask);
        expect(plane.data).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('does not slip through corners', () => {
    const plane = planeFromText('..#', '.#.', '#..');
    expect(textOf(floodFill(plane, 0, 0), plane)).toEqual(['##.', '#..', '...']);
  });

  it('is empty on a line and outside the plane', () => {
    const plane = planeFromText('.#', '..');
    for (const [x, y] of [
      [1, 0],
      [-1, 0],
      [0, -1],
      [2, 0],
      [0, 2],
    ] as const)
      expect(floodFill(plane, x, y)).toBe(EMPTY_MASK);
  });

  it('takes a seed between pixels for the pixel it lies in', () => {
    const plane = planeFromText('.#.');
    expect(floodFill(plane, 2.9, 0.5)).toEqual(floodFill(plane, 2, 0));
    expect(floodFill(plane, 1.2, 0.5)).toBe(EMPTY_MASK);
  });

  it('takes pages of one pixel and of one column', () => {
    expect(floodFill(planeFromText('.'), 0, 0)).toEqual({
      x: 0,
      y: 0,
      width: 1,
      height: 1,
      data: Uint8Array.of(255),
    });
    const column = { width: 1, height: 30000, data: new Uint8Array(30000).fill(1) };
    column.data[20000] = 0;
    expect(floodFill(column, 0, 25000)).toMatchObject({ x: 0, y: 20001, width: 1, height: 9999 });
  });
});

describe('fillEverywhere', () => {
  it('takes all passable pixels, connected or not', () => {
    const plane = planeFromText('#####', '#.#.#', '#####', '#..##');
    const mask = fillEverywhere(plane);
    expect(mask).toMatchObject({ x: 1, y: 1, width: 3, height: 3 });
    expect(textOf(mask, plane)).toEqual(['.....', '.#.#.', '.....', '.##..']);
    expect(fillEverywhere(planeFromText('##'))).toBe(EMPTY_MASK);
  });
});

describe('maskOfValue', () => {
  it('covers the pixels of one value inside a rectangle', () => {
    const plane = Uint8Array.of(3, 3, 1, 3, 2, 3);
    const mask = maskOfValue(plane, 3, { x: 1, y: 0, width: 2, height: 2 }, 3);
    expect([...mask.data]).toEqual([255, 0, 0, 255]);
  });
});
