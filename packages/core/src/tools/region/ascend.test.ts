import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascend, type Ascent } from './ascend.ts';
import type { BinaryPlane } from './mask.ts';
import { gapDepth, heartOf, padMask, placeDepths } from './open-space.ts';
import { planeFromText, planes } from './regions.test-helper.ts';

interface Climb {
  readonly ascent: Ascent | undefined;
  readonly width: number;
  readonly plane: Uint8Array;
  readonly depths: Uint8Array;
}

function climb(plane: BinaryPlane, x: number, y: number, limit: number): Climb {
  const padded = padMask(plane);
  const depths = placeDepths(padded, limit);
  const { width, data } = padded;
  return {
    ascent: ascend(data.slice(), depths, width, (y + 1) * width + x + 1, limit),
    width,
    plane: data,
    depths,
  };
}

/** A big room, and a small one of 5 × 5 with an opening of one pixel at its left. */
const rooms = planeFromText(
  '...........#######',
  '...........#.....#',
  '...........#.....#',
  '.................#',
  '...........#.....#',
  '...........#.....#',
  '...........#######',
  '...........#......',
  '...........#......',
);

describe('ascend', () => {
  it('leads from the seed to the summit in 4-steps, all of them passable', () => {
    fc.assert(
      fc.property(
        planes(14),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 12 }),
        (plane, atX, atY, limit) => {
          const [x, y] = [atX % plane.width, atY % plane.height];
          const { ascent, width, plane: padded, depths } = climb(plane, x, y, limit);
          const seed = (y + 1) * width + x + 1;
          expect(ascent === undefined).toBe(padded[seed] === 0);
          if (ascent === undefined) return;
          const { summit, path } = ascent;
          expect([path[0], path.at(-1)]).toEqual([summit, seed]);
          path.forEach((pixel, i) => {
            expect(padded[pixel]).toBe(1);
            if (i > 0) expect([1, width]).toContain(Math.abs(pixel - path[i - 1]!));
          });
          expect(ascent.limit).toBeLessThanOrEqual(limit);
          expect(depths[summit]).toBe(Math.max(...path.map((pixel) => depths[pixel]!)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('climbs from beside a line to the open space of its own room', () => {
    const { ascent, width, depths } = climb(rooms, 10, 1, gapDepth(5));
    expect(depths[ascent!.summit]).toBe(heartOf(gapDepth(5)));
    expect((ascent!.summit % width) - 1).toBeLessThan(10);
    expect(ascent!.limit).toBe(gapDepth(5));
  });

  it('stays in a room that is narrower than the gap, and closes its opening', () => {
    const { ascent, width } = climb(rooms, 12, 1, gapDepth(7));
    expect((ascent!.summit % width) - 1).toBeGreaterThan(11);
    expect(ascent!.limit).toBe(1);
  });

  it('leaves a room whose opening is as wide as itself', () => {
    const bay = planeFromText(
      '.........####',
      '............#',
      '............#',
      '............#',
      '.........####',
      '.............',
    );
    const open = planeFromText(...Array.from({ length: 6 }, () => '.............'));
    const tall = { ...bay, height: 12, data: Uint8Array.of(...bay.data, ...open.data) };
    const limit = gapDepth(5);
    const { ascent, depths } = climb(tall, 11, 2, limit);
    expect(ascent!.limit).toBe(limit);
    expect(depths[ascent!.summit]).toBe(heartOf(limit));
  });
});
