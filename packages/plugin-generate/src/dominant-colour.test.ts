import { randomStream } from '@koma/character';
import { expect, test } from 'vitest';
import { dominantColour } from './dominant-colour.ts';
import { colourDistance, hexToOklab, type Oklab } from './oklab.ts';

const random = randomStream(1, 'colours');
const around = ([l, a, b]: Oklab, spread: number): Oklab => [
  l + random.between(-spread, spread),
  a + random.between(-spread, spread),
  b + random.between(-spread, spread),
];
const cloud = (hex: string, count: number): Oklab[] =>
  Array.from({ length: count }, () => around(hexToOklab(hex), 0.02));

test('is the commonest colour, whatever else there is', () => {
  const colours = [...cloud('#f29ab8', 50), ...cloud('#5b86d8', 80), ...cloud('#ecc763', 60)];
  const { colour, share } = dominantColour(colours)!;
  expect(colourDistance(colour, hexToOklab('#5b86d8'))).toBeLessThan(0.01);
  expect(share).toBeCloseTo(80 / 190, 1);
});

test('is not drawn away by many that are all different', () => {
  const noise = Array.from({ length: 300 }, (): Oklab => [
    random.next(),
    random.between(-0.2, 0.2),
    random.between(-0.2, 0.2),
  ]);
  expect(
    colourDistance(dominantColour([...noise, ...cloud('#cf4844', 100)])!.colour, hexToOklab('#cf4844')),
  ).toBeLessThan(0.02);
});

test('of nothing is nothing', () => {
  expect(dominantColour([])).toBeUndefined();
});
