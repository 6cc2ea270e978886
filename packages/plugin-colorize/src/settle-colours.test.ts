import { rgbToLab, squaredDeltaE, type Lab } from '@koma/core/raster';
import { expect, test } from 'vitest';
import { settleColours } from './settle-colours.ts';
import { room, SIDE, spotted, type Area } from './settle.test-helper.ts';

type Rgb = readonly [number, number, number];
const SKIN: Rgb = [0.95, 0.78, 0.66];
const HAIR: Rgb = [0.3, 0.32, 0.5];
const CLOTH: Rgb = [0.2, 0.6, 0.3];
const CELLS = SIDE * SIDE;

type Spot = { readonly x: number; readonly y: number; readonly radius: number; readonly colour: Rgb };
function planes(area: readonly Area[], left: Rgb, right: Rgb, spots: readonly Spot[] = []): Float32Array {
  const colour = new Float32Array(3 * CELLS);
  for (let c = 0; c < 3; c++) {
    const values = { left: left[c]!, right: right[c]!, outside: 1 };
    colour.set(
      spotted(
        area,
        values,
        spots.map(({ colour: rgb, ...place }) => ({ ...place, value: rgb[c]! })),
      ),
      c * CELLS,
    );
  }
  return colour;
}

const at = (x: number, y: number): number => y * SIDE + x;
const cell = (colour: Float32Array, p: number): Rgb => [
  colour[p]!,
  colour[CELLS + p]!,
  colour[2 * CELLS + p]!,
];
const apart = (one: Rgb, other: Rgb): number =>
  Math.sqrt(squaredDeltaE(rgbToLab(...one) as Lab, rgbToLab(...other) as Lab));

async function setting() {
  const { tone, regions, area } = await room();
  const figure = spotted(area, { left: 1, right: 1, outside: 0 });
  return { area, options: { regions, figure, tone, hinted: new Float32Array(CELLS) } };
}

test('a patch takes the colour of its area, and the other area keeps its own', async () => {
  const { area, options } = await setting();
  const spots = [{ x: 34, y: 60, radius: 7, colour: CLOTH }];
  const settled = settleColours(planes(area, SKIN, HAIR, spots), options);
  expect(apart(cell(settled, at(34, 60)), SKIN)).toBeLessThan(2);
  expect(apart(cell(settled, at(64, 48)), HAIR)).toBeLessThan(2);
});

test('soft shading stays as it is', async () => {
  const { area, options } = await setting();
  const shaded: Rgb = [0.89, 0.73, 0.62];
  expect(apart(shaded, SKIN)).toBeLessThan(9);
  const given = planes(area, SKIN, HAIR, [{ x: 34, y: 60, radius: 7, colour: shaded }]);
  const settled = settleColours(given, options);
  expect(cell(settled, at(34, 60))).toEqual(cell(given, at(34, 60)));
});

test('a hinted cell keeps its colour', async () => {
  const { area, options } = await setting();
  const hinted = options.hinted.slice();
  hinted[at(34, 60)] = 1;
  const given = planes(area, SKIN, HAIR, [{ x: 34, y: 60, radius: 2, colour: CLOTH }]);
  const settled = settleColours(given, { ...options, hinted });
  expect(cell(settled, at(34, 60))).toEqual(cell(given, at(34, 60)));
  expect(apart(cell(settled, at(36, 60)), SKIN)).toBeLessThan(2);
});

test('nothing drawn, nothing changed', async () => {
  const { area, options } = await setting();
  const given = planes(area, SKIN, HAIR);
  expect(settleColours(given, { ...options, figure: new Float32Array(CELLS) })).toEqual(given);
});
