import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceToSegment, roundPoints, simplifyLine, type PointPair } from './stroke-points.ts';

const place = fc.tuple(
  fc.double({ min: -50, max: 50, noNaN: true }),
  fc.double({ min: -50, max: 50, noNaN: true }),
);

describe('simplifyLine', () => {
  it('leaves the ends of a straight line', () => {
    const line: PointPair[] = Array.from({ length: 50 }, (_, i) => [i, 2 * i]);
    expect(simplifyLine(line, 0.1)).toEqual([line[0], line[49]]);
  });

  it('keeps corners, clicks and lines of two places', () => {
    const corner: PointPair[] = [
      [0, 0],
      [5, 0],
      [10, 0],
      [10, 7],
    ];
    expect(simplifyLine(corner, 0.5)).toEqual([
      [0, 0],
      [10, 0],
      [10, 7],
    ]);
    expect(simplifyLine([[3, 4]], 1)).toEqual([[3, 4]]);
    expect(
      simplifyLine(
        [
          [3, 4],
          [3, 4],
        ],
        1,
      ),
    ).toHaveLength(2);
  });

  it('leaves no place out that is farther from the new line than the distance', () => {
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (line, distance) => {
          const simple = simplifyLine(line, distance);
          expect([simple[0], simple.at(-1)]).toEqual([line[0], line.at(-1)]);
          for (const point of line) {
            const away = simple.map((end, i) => distanceToSegment(point, simple[Math.max(0, i - 1)]!, end));
            expect(Math.min(...away)).toBeLessThanOrEqual(distance + 1e-9);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('goes through a long scribble', () => {
    const scribble: PointPair[] = Array.from({ length: 20_000 }, (_, i) => [i, i % 2]);
    expect(simplifyLine(scribble, 0.4)).toHaveLength(20_000);
  });
});

describe('roundPoints', () => {
  it('keeps a tenth of a pixel', () => {
    expect(roundPoints([[1.2345, -6.789]])).toEqual([[1.2, -6.8]]);
  });
});
