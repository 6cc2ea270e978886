import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../steps/index.ts';
import { gapDepth, heartOf, MAX_GAP, padMask, placeDepths, rescaledDepths } from './open-space.ts';
import { planes } from './regions.test-helper.ts';

describe('gapDepth', () => {
  it('leaves no way between two line pixels that are at most a gap apart', () => {
    // A path of 4-steps from one side of the line AB to the other has two neighbours p and q on either side of it
    // (or on it). All such pairs must contain a pixel within the depth of A or of B.
    const ends = fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(ends, ([bx, by]) => {
        fc.pre(bx !== 0 || by !== 0);
        const apart = Math.hypot(bx, by);
        fc.pre(apart <= MAX_GAP);
        const depth = gapDepth(Math.ceil(apart));
        const side = (x: number, y: number): number => bx * y - by * x;
        const closed = (x: number, y: number): boolean =>
          Math.min(x * x + y * y, (x - bx) ** 2 + (y - by) ** 2) <= depth;
        for (let y = -1; y <= by + 1; y++)
          for (let x = Math.min(0, bx) - 1; x <= Math.max(0, bx) + 1; x++) {
            const along = (x * bx + y * by) / (apart * apart);
            if (along < 0 || along > 1) continue;
            for (const [nx, ny] of [
              [x + 1, y],
              [x, y + 1],
            ] as const) {
              const alongNext = (nx * bx + ny * by) / (apart * apart);
              if (alongNext < 0 || alongNext > 1 || side(x, y) * side(nx, ny) > 0) continue;
              expect(closed(x, y) || closed(nx, ny)).toBe(true);
            }
          }
      }),
      { numRuns: 300 },
    );
  });

  it('closes straight gaps of as many clear pixels, and none that are two wider', () => {
    for (let gap = 1; gap <= MAX_GAP; gap++) {
      const halfway = (clear: number): number => Math.floor((clear + 1) / 2) ** 2;
      expect(halfway(gap)).toBeLessThanOrEqual(gapDepth(gap));
      expect(halfway(gap + 2)).toBeGreaterThan(gapDepth(gap));
    }
  });

  it('leaves room for two more in a byte, however wide the gap asked for', () => {
    expect(heartOf(gapDepth(MAX_GAP))).toBeLessThan(256);
    expect(gapDepth(1000)).toBe(gapDepth(MAX_GAP));
  });
});

describe('padMask', () => {
  it('adds one pixel of 0 on all sides', () => {
    const padded = padMask({ width: 2, height: 1, data: Uint8Array.of(5, 6) });
    expect([padded.width, padded.height]).toEqual([4, 3]);
    expect([...padded.data]).toEqual([0, 0, 0, 0, 0, 5, 6, 0, 0, 0, 0, 0]);
  });
});

describe('placeDepths', () => {
  it('tells distances up to half a gap, open space, and what lies 2 px farther still', () => {
    fc.assert(
      fc.property(planes(12), fc.integer({ min: 0, max: 12 }), (plane, gap) => {
        const limit = gapDepth(gap);
        const { width, height, data } = padMask(plane);
        placeDepths({ width, height, data }, limit).forEach((depth, i) => {
          let nearest = Infinity;
          data.forEach((value, j) => {
            const [dx, dy] = [(i % width) - (j % width), Math.floor(i / width) - Math.floor(j / width)];
            if (value === 0) nearest = Math.min(nearest, dx * dx + dy * dy);
          });
          if (nearest <= limit) expect(depth).toBe(nearest);
          else expect(depth).toBe(Math.sqrt(nearest) >= Math.sqrt(limit) + 2 ? heartOf(limit) : limit + 1);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('rescaledDepths', () => {
  it('reads the depths for a narrower gap off those for a wider one, or says that it cannot', () => {
    let rescaled = 0;
    fc.assert(
      fc.property(planes(40), fc.integer({ min: 1, max: 30 }), fc.nat(), (plane, wide, share) => {
        const [wider, limit] = [gapDepth(wide), gapDepth(share % (wide + 1))];
        const depths = finish(rescaledDepths(placeDepths(plane, wider), wider, limit));
        if (!depths) return;
        rescaled++;
        expect(depths).toEqual(placeDepths(plane, limit));
      }),
      { numRuns: 200 },
    );
    expect(rescaled).toBeGreaterThan(20);
    expect(finish(rescaledDepths(new Uint8Array(4), gapDepth(4), gapDepth(3)))).toBeUndefined();
  });
});
