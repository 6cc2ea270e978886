import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskOutline, type MaskOutline } from './mask-outline.ts';
import { EMPTY_MASK } from './mask.ts';
import { coverageAt, maskFromText, masksOnCanvas } from './regions.test-helper.ts';

type Corner = readonly [number, number];

function loopsOf({ points, starts }: MaskOutline): Corner[][] {
  return Array.from({ length: starts.length - 1 }, (_, i) => {
    const loop: Corner[] = [];
    for (let at = starts[i]!; at < starts[i + 1]!; at += 2) loop.push([points[at]!, points[at + 1]!]);
    return loop;
  });
}

/** All edges of one pixel's length, as "x,y>x,y", in the direction they are walked. */
function unitEdges(loops: readonly Corner[][]): string[] {
  return loops.flatMap((loop) =>
    loop.flatMap(([x0, y0], i) => {
      const [x1, y1] = loop[(i + 1) % loop.length]!;
      const [dx, dy] = [Math.sign(x1 - x0), Math.sign(y1 - y0)];
      const length = Math.abs(x1 - x0) + Math.abs(y1 - y0);
      return Array.from(
        { length },
        (_, s) => `${x0 + s * dx},${y0 + s * dy}>${x0 + (s + 1) * dx},${y0 + (s + 1) * dy}`,
      );
    }),
  );
}

describe('maskOutline', () => {
  it('walks every edge between inside and outside once, the inside to its right', () => {
    fc.assert(
      fc.property(masksOnCanvas(), ({ mask, canvas }) => {
        const inside = (x: number, y: number): boolean => coverageAt(mask, x, y) >= 128;
        const expected: string[] = [];
        for (let y = 0; y < canvas.height; y++)
          for (let x = 0; x < canvas.width; x++) {
            if (!inside(x, y)) continue;
            if (!inside(x, y - 1)) expected.push(`${x},${y}>${x + 1},${y}`);
            if (!inside(x + 1, y)) expected.push(`${x + 1},${y}>${x + 1},${y + 1}`);
            if (!inside(x, y + 1)) expected.push(`${x + 1},${y + 1}>${x},${y + 1}`);
            if (!inside(x - 1, y)) expected.push(`${x},${y + 1}>${x},${y}`);
          }
        expect(unitEdges(loopsOf(maskOutline(mask))).sort()).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });

  it('turns at every point', () => {
    fc.assert(
      fc.property(masksOnCanvas(), ({ mask }) => {
        for (const loop of loopsOf(maskOutline(mask))) {
          expect(loop.length).toBeGreaterThanOrEqual(4);
          loop.forEach(([x, y], i) => {
            const [bx, by] = loop.at(i - 1)!;
            const [nx, ny] = loop[(i + 1) % loop.length]!;
            expect((bx === x) !== (by === y)).toBe(true);
            expect((nx === x) !== (bx === x)).toBe(true);
            expect((ny === y) !== (by === y)).toBe(true);
          });
        }
      }),
    );
  });

  it('outlines a ring by two loops, the hole the other way round', () => {
    expect(loopsOf(maskOutline(maskFromText(5, 6, '###', '#.#', '###')))).toEqual([
      [
        [8, 6],
        [8, 9],
        [5, 9],
        [5, 6],
      ],
      [
        [7, 8],
        [7, 7],
        [6, 7],
        [6, 8],
      ],
    ]);
  });

  it('outlines pixels that touch at a corner apart', () => {
    const loops = loopsOf(maskOutline(maskFromText(0, 0, '#.', '.#')));
    expect(loops.map((loop) => loop.length)).toEqual([4, 4]);
  });

  it('counts coverage from 128 on as inside', () => {
    const mask = { x: 0, y: 0, width: 2, height: 1, data: Uint8Array.of(127, 128) };
    expect(unitEdges(loopsOf(maskOutline(mask)))).toHaveLength(4);
    expect(loopsOf(maskOutline(mask))[0]).toContainEqual([1, 0]);
  });

  it('has no loops for an empty mask', () => {
    expect(loopsOf(maskOutline(EMPTY_MASK))).toEqual([]);
    expect(loopsOf(maskOutline(maskFromText(0, 0, '..', '..')))).toEqual([]);
  });
});
