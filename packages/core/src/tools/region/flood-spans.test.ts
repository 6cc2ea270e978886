import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floodSpans } from './flood-spans.ts';
import { maskBounds } from './mask-bounds.ts';
import { naiveFlood, planes } from './regions.test-helper.ts';

describe('floodSpans', () => {
  it('changes what a pixel-by-pixel fill reaches, and nothing else', () => {
    fc.assert(
      fc.property(planes(20), fc.nat(), fc.nat(), fc.boolean(), (plane, atX, atY, ofLines) => {
        const { width, height } = plane;
        const [x, y] = [atX % width, atY % height];
        const from = plane.data[y * width + x]!;
        const to = ofLines ? 1 - from : 7;
        const passable = { width, height, data: plane.data.map((value) => (value === from ? 1 : 0)) };
        const reached = naiveFlood(passable, x, y);
        const work = plane.data.slice();
        const bounds = floodSpans(work, width, height, x, y, to);
        expect([...work]).toEqual([...plane.data].map((value, i) => (reached[i] === 255 ? to : value)));
        expect(bounds).toEqual(maskBounds({ x: 0, y: 0, width, height, data: Uint8Array.from(reached) }));
      }),
      { numRuns: 500 },
    );
  });

  it('finds its way through a labyrinth of more spans than the stack begins with', () => {
    const side = 301;
    const comb = Uint8Array.from({ length: side * side }, (_, i) => {
      const [x, y] = [i % side, Math.floor(i / side)];
      return y === 150 || x % 2 === 0 ? 1 : 0;
    });
    const bounds = floodSpans(comb, side, side, 0, 0, 2);
    expect(bounds).toEqual({ x: 0, y: 0, width: side, height: side });
    expect(comb.includes(1)).toBe(false);
  });

  it('does nothing outside the plane or where the value is there already', () => {
    const plane = Uint8Array.of(1, 1, 0, 0);
    for (const [x, y, to] of [
      [-1, 0, 2],
      [0, 2, 2],
      [2, 0, 2],
      [0, 0, 1],
    ] as const)
      expect(floodSpans(plane, 2, 2, x, y, to)).toMatchObject({ width: 0, height: 0 });
    expect([...plane]).toEqual([1, 1, 0, 0]);
  });
});
