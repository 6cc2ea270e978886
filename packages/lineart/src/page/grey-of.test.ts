import { expect, it } from 'vitest';
import { finish } from '../steps.ts';
import { greyOf } from './grey-of.ts';

const image = (...pixels: number[][]) => ({
  width: pixels.length,
  height: 1,
  data: Uint8ClampedArray.from(pixels.flat()),
});

it('is 0 for black, 255 for white, and luma between', () => {
  const { grey } = finish(
    greyOf(image([0, 0, 0, 255], [255, 255, 255, 255], [255, 0, 0, 255], [0, 255, 0, 255])),
  );
  expect([...grey.data]).toEqual([0, 255, 77, 149]);
});

it('lays transparent pixels over white', () => {
  const { grey } = finish(greyOf(image([0, 0, 0, 0], [0, 0, 0, 128], [255, 0, 0, 0])));
  expect([...grey.data]).toEqual([255, 127, 255]);
});

it('counts every pixel', () => {
  const { histogram } = finish(greyOf(image([7, 7, 7, 255], [9, 9, 9, 255], [7, 7, 7, 255])));
  expect([histogram[7], histogram[9], histogram.reduce((a, b) => a + b)]).toEqual([2, 1, 3]);
});

it('tells colour pages from grey ones, old paper and invisible colours', () => {
  const many = (pixel: number[]) => image(...Array.from({ length: 200 }, () => pixel));
  const isColour = (pixel: number[]): boolean => finish(greyOf(many(pixel))).colour;
  expect(isColour([200, 60, 60, 255])).toBe(true);
  expect(isColour([120, 120, 120, 255])).toBe(false);
  expect(isColour([240, 228, 200, 255])).toBe(false);
  expect(isColour([200, 60, 60, 0])).toBe(false);
});
