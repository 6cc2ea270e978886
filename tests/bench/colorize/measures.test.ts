import type { RasterImage } from '@koma/core/raster';
import { expect, test } from 'vitest';
import { chromaCorrelation, colourSpread, deltaE, leakRate, psnr, toLab } from './measures.ts';

const RED = [220, 40, 40] as const;
const BLUE = [40, 60, 220] as const;
const SIDE = 64;

function picture(colour: (x: number, y: number) => readonly [number, number, number]): RasterImage {
  const data = new Uint8ClampedArray(4 * SIDE * SIDE).fill(255);
  for (let i = 0; i < SIDE * SIDE; i++) data.set(colour(i % SIDE, Math.floor(i / SIDE)), 4 * i);
  return { width: SIDE, height: SIDE, data };
}

const halves = picture((x) => (x < SIDE / 2 ? RED : BLUE));
const everywhere = new Uint8Array(SIDE * SIDE).fill(1);

test('psnr of a known error', () => {
  const off = picture((x) => (x < SIDE / 2 ? [210, 40, 40] : [30, 60, 220]));
  // 10 levels in one channel of three: a mean squared error of 100 / 3.
  expect(psnr(off, halves)).toBeCloseTo(10 * Math.log10((255 ** 2 * 3) / 100), 6);
});

test('a strip of the neighbour’s colour leaks, a colour from nowhere does not', () => {
  const leaking = picture((x) => (x < SIDE / 2 + 6 ? RED : BLUE));
  expect(leakRate(toLab(leaking), toLab(halves), everywhere, SIDE)).toBeCloseTo(6 / SIDE, 6);
  const green = picture((x) =>
    x >= SIDE / 2 && x < SIDE / 2 + 6 ? [30, 200, 30] : x < SIDE / 2 ? RED : BLUE,
  );
  expect(leakRate(toLab(green), toLab(halves), everywhere, SIDE)).toBe(0);
  expect(leakRate(toLab(halves), toLab(halves), everywhere, SIDE)).toBe(0);
});

test('chroma that follows correlates, chroma that is exchanged does the opposite', () => {
  const [a, b] = [toLab(halves), toLab(picture((x) => (x < SIDE / 2 ? BLUE : RED)))];
  expect(chromaCorrelation(a, a, everywhere)).toBeCloseTo(1, 6);
  expect(chromaCorrelation(a, b, everywhere)).toBeCloseTo(-1, 6);
  expect(chromaCorrelation(a, toLab(picture(() => [128, 128, 128])), everywhere)).toBeNaN();
});

test('the spread of two colours is half their distance', () => {
  const lab = toLab(halves);
  expect(colourSpread(lab, everywhere)).toBeCloseTo(deltaE(lab, 0, lab, SIDE - 1) / 2, 3);
  expect(colourSpread(toLab(picture(() => RED)), everywhere)).toBe(0);
});
