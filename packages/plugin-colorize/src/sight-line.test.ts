import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toneSketch } from './drawings.test-helper.ts';
import { sightOver } from './sight-line.ts';

const SIZE = 24;
const sightIn = (tone: (x: number, y: number) => number) =>
  sightOver(toneSketch(SIZE, SIZE, tone).tone, SIZE);
const place = fc.nat(SIZE - 1);

describe('sightOver', () => {
  it('is clear over paper and its grain', () => {
    const sight = sightIn((x, y) => 226 + ((x * 7 + y * 3) % 30));
    fc.assert(
      fc.property(place, place, place, place, (a, b, c, d) => {
        expect(sight(a, b, c, d)).toBe(1);
      }),
    );
  });

  it.each<[string, (x: number, y: number) => number]>([
    ['upright', (x) => x - 12],
    ['falling', (x, y) => x - y],
    ['rising', (x, y) => x + y - 23],
    ['steep', (x, y) => x - Math.round(y / 3) - 5],
    ['gentle', (x, y) => y - Math.round(x / 4) - 6],
  ])('is barred by a line one pixel wide: %s', (_name, side) => {
    const sight = sightIn((x, y) => (side(x, y) === 0 ? 0 : 255));
    fc.assert(
      fc.property(place, place, place, place, (a, b, c, d) => {
        const [from, to] = [side(a, b), side(c, d)];
        // Beside the line it bars nothing: all of one side of a straight line can be seen from there.
        if (from * to < 0) expect(sight(a, b, c, d)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('goes through a gap', () => {
    const sight = sightIn((x, y) => (x === 12 && y !== 10 ? 0 : 255));
    expect(sight(4, 10, 20, 10)).toBe(1);
    expect(sight(4, 9, 20, 9)).toBe(0);
  });

  it('does not count the pixel that looks, but the one that is looked at', () => {
    const sight = sightIn((x) => (x === 12 ? 0 : 255));
    expect(sight(12, 5, 3, 5)).toBe(1);
    expect(sight(3, 5, 12, 5)).toBe(0);
    expect(sight(12, 5, 12, 5)).toBe(1);
  });

  it('gets dimmer the darker the darkest pixel on the way', () => {
    let last = 1;
    for (let tone = 255; tone >= 0; tone -= 5) {
      const seen = sightIn((x) => (x === 10 ? tone : x === 14 ? 240 : 255))(2, 2, 20, 2);
      expect(seen).toBeLessThanOrEqual(last);
      last = seen;
    }
    expect(last).toBe(0);
  });
});
