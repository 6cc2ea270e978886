import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from './constrain-angle.ts';
import { pullString } from './pulled-string.ts';

/** A string pulled in tiny steps, each of which draws its end straight towards the hand (lazy-brush). */
function pulledInSteps(end: Point, from: Point, to: Point, length: number, steps: number): Point {
  let { x, y } = end;
  for (let i = 1; i <= steps; i++) {
    const [hx, hy] = [from.x + ((to.x - from.x) * i) / steps, from.y + ((to.y - from.y) * i) / steps];
    const distance = Math.hypot(hx - x, hy - y);
    if (distance > length) {
      x += ((hx - x) * (distance - length)) / distance;
      y += ((hy - y) * (distance - length)) / distance;
    }
  }
  return { x, y };
}

const coordinate = fc.double({ min: -100, max: 100, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const length = fc.double({ min: 5, max: 80, noNaN: true });
/** Where the free end lies from the held one: within the string's length. */
const offset = fc.tuple(
  fc.double({ min: 0, max: 7, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const endOf = (from: Point, [angle, slack]: [number, number], length: number): Point => ({
  x: from.x + Math.cos(angle) * slack * length,
  y: from.y + Math.sin(angle) * slack * length,
});

describe('pullString', () => {
  it('ends where a string does that is pulled in steps too small to matter', () => {
    fc.assert(
      fc.property(point, point, offset, length, (from, to, offset, length) => {
        const end = endOf(from, offset, length);
        const result = pullString(end, from, to, length);
        const steps = pulledInSteps(end, from, to, length, 20000);
        expect(Math.hypot(result.x - steps.x, result.y - steps.y)).toBeLessThan(0.05);
      }),
      { numRuns: 60 },
    );
  });

  it('ends at the same place when it is pulled along the line in many moves', () => {
    fc.assert(
      fc.property(
        point,
        point,
        offset,
        length,
        fc.integer({ min: 2, max: 40 }),
        (from, to, offset, length, n) => {
          let end = endOf(from, offset, length);
          const once = pullString(end, from, to, length);
          let hand: Point = from;
          for (let i = 1; i <= n; i++) {
            const next = { x: from.x + ((to.x - from.x) * i) / n, y: from.y + ((to.y - from.y) * i) / n };
            end = pullString(end, hand, next, length);
            hand = next;
          }
          expect(Math.hypot(once.x - end.x, once.y - end.y)).toBeLessThan(1e-5);
        },
      ),
    );
  });

  it('does not move while the string is slack', () => {
    const end = { x: 0, y: 0 };
    expect(pullString(end, { x: 3, y: 0 }, { x: 0, y: 9 }, 10)).toBe(end);
  });

  it('is as long as it was after it got taut', () => {
    fc.assert(
      fc.property(point, point, offset, length, (from, to, offset, length) => {
        const end = endOf(from, offset, length);
        const result = pullString(end, from, to, length);
        const distance = Math.hypot(result.x - to.x, result.y - to.y);
        if (result === end) expect(distance).toBeLessThanOrEqual(length);
        else expect(distance).toBeCloseTo(length, 8);
      }),
    );
  });
});
