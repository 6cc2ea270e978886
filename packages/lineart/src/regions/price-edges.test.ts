import { expect, it } from 'vitest';
import { priceEdges } from './price-edges.ts';
import { Feature, FEATURES } from './region-map.ts';

/** The price of a border of 10 sides at 65 each between two regions. */
function priceOf(
  one: Record<number, number>,
  two: Record<number, number>,
  colour = false,
  capacity = 650,
): number {
  const features = new Float32Array(2 * FEATURES);
  for (const [feature, value] of Object.entries(one)) features[Number(feature)] = value;
  for (const [feature, value] of Object.entries(two)) features[FEATURES + Number(feature)] = value;
  const edges = {
    count: 1,
    a: Uint32Array.of(0),
    b: Uint32Array.of(1),
    capacity: Int32Array.of(capacity),
    length: Uint32Array.of(10),
  };
  priceEdges(edges, features, colour);
  return edges.capacity[0]!;
}
const { darkness, lightness, greenRed } = Feature;

it('leaves equal material as dear as it is', () => {
  expect(priceOf({ [darkness]: 0.3 }, { [darkness]: 0.3 })).toBe(650);
});

it('makes borders cheaper the more both sides differ, never below 1 a side', () => {
  const prices = [0.1, 0.2, 0.4, 0.7].map((dark) => priceOf({}, { [darkness]: dark }));
  expect(prices.toSorted((a, b) => b - a)).toEqual(prices);
  expect(prices[1]).toBe(10 + Math.round(640 * Math.exp(-0.5)));
  expect(priceOf({}, { [lightness]: 100 }, true)).toBe(10);
});

it('goes by colours on colour pages', () => {
  expect(priceOf({ [greenRed]: 30 }, { [greenRed]: -30 })).toBe(650);
  expect(priceOf({ [greenRed]: 30 }, { [greenRed]: -30 }, true)).toBeLessThan(20);
});

it('prefers a line to the edge of a solid black', () => {
  expect(priceOf({}, { [darkness]: 1 }, false, 20)).toBeGreaterThan(
    priceOf({}, { [darkness]: 0.6 }, false, 20),
  );
});
