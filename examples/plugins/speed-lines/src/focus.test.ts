import { seededRandom } from '@koma/plugin-kit';
import { describe, expect, it } from 'vitest';
import { Coverage } from './coverage.ts';
import { drawFlash, drawFocusLines, type FocusOptions } from './focus.ts';
import { linePlaces } from './places.ts';

const [WIDTH, HEIGHT] = [240, 160];
const options: FocusOptions = {
  centreX: 140,
  centreY: 70,
  clearX: 50,
  clearY: 35,
  count: 90,
  width: 6,
  taper: 1,
  ragged: 0.5,
  jitter: 0.7,
  gaps: 0.2,
};

function drawn(draw: typeof drawFocusLines, change: Partial<FocusOptions> = {}, seed = 3): Uint8Array {
  const coverage = new Coverage(WIDTH, HEIGHT);
  draw(coverage, { ...options, ...change }, seededRandom(seed));
  return coverage.finish();
}

/** Mean ink where a place's distance, in units of the oval, lies between two. */
function inkBetween(filled: Uint8Array, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < filled.length; i++) {
    const dx = ((i % WIDTH) + 0.5 - options.centreX) / options.clearX;
    const dy = (Math.floor(i / WIDTH) + 0.5 - options.centreY) / options.clearY;
    const distance = Math.hypot(dx, dy);
    if (distance < from || distance >= to) continue;
    sum += filled[i]! / 255;
    count++;
  }
  return sum / count;
}

describe.each([
  ['drawFocusLines', drawFocusLines],
  ['drawFlash', drawFlash],
] as const)('%s', (_name, draw) => {
  it('leaves the oval clear and grows denser outwards', () => {
    const filled = drawn(draw);
    expect(inkBetween(filled, 0, 0.97)).toBe(0);
    const rings = [inkBetween(filled, 1, 1.3), inkBetween(filled, 1.6, 1.9), inkBetween(filled, 2.2, 3)];
    expect(rings[0]).toBeGreaterThan(0.001);
    expect(rings[1]).toBeGreaterThan(rings[0]!);
    expect(rings[2]).toBeGreaterThanOrEqual(rings[1]!);
  });

  it('is the same for a seed and another for another', () => {
    expect(drawn(draw)).toEqual(drawn(draw));
    expect(drawn(draw)).not.toEqual(drawn(draw, {}, 4));
  });

  it('has nothing but finite ink where the centre lies far outside', () => {
    const filled = drawn(draw, { centreX: -500, centreY: 900 });
    expect(filled.some((ink) => ink > 0)).toBe(true);
  });
});

it('drawFlash fills all that is far from the centre', () => {
  expect(inkBetween(drawn(drawFlash), 1.51, 9)).toBe(1);
});

describe('linePlaces', () => {
  it('stands lines in order and evenly where nothing else is asked for', () => {
    expect(linePlaces(4, 0, 0, seededRandom(1))).toEqual([0.125, 0.375, 0.625, 0.875]);
    const places = linePlaces(200, 1, 0.3, seededRandom(2));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
  });

  it('leaves about the share of gaps that is asked for', () => {
    for (const gaps of [0.2, 0.5])
      expect(linePlaces(5000, 0.5, gaps, seededRandom(9)).length / 5000).toBeCloseTo(1 - gaps, 1);
  });
});
