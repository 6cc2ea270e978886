import { createImage, type RasterImage } from '@koma/core/raster';
import { expect, it } from 'vitest';
import { framesOfOneSize } from './frames-of-one-size.ts';

/** Draws a bust that becomes a whole figure half way, and counts. */
function morph(shapes: readonly (readonly [number, number])[]) {
  const asked: number[] = [];
  const draw = async (t: number): Promise<RasterImage> => {
    asked.push(t);
    const [width, height] = shapes[Math.round(t * (shapes.length - 1))]!;
    const image = createImage(width, height);
    image.data.fill(1 + Math.round(t * 200));
    return image;
  };
  return { asked, draw };
}

it('ends of one shape are the end pictures themselves, drawn once', async () => {
  const { asked, draw } = morph([
    [6, 8],
    [6, 8],
  ]);
  const frameAt = await framesOfOneSize(draw);
  const [first, last] = [await frameAt(0), await frameAt(1)];
  expect(asked).toEqual([0, 1]);
  expect(first).toEqual(await draw(0));
  expect(last).toEqual(await draw(1));
});

it('ends of two shapes are exactly the end pictures on one canvas, and so is all between', async () => {
  const { draw } = morph([
    [8, 8],
    [20, 20],
    [4, 10],
  ]);
  const frameAt = await framesOfOneSize(draw);
  const sizes = [];
  for (const t of [0, 0.5, 1]) {
    const { width, height } = await frameAt(t);
    sizes.push([width, height]);
  }
  expect(sizes).toEqual([
    [8, 10],
    [8, 10],
    [8, 10],
  ]);
  const last = await frameAt(1);
  const row = [...last.data.subarray(0, 8 * 4)];
  expect(row).toEqual([...Array(8).fill(0), ...Array(16).fill(201), ...Array(8).fill(0)]);
});

it('an end that is asked for twice is drawn anew, since frames are given away', async () => {
  const { asked, draw } = morph([
    [2, 2],
    [2, 2],
  ]);
  const frameAt = await framesOfOneSize(draw);
  const [once, twice] = [await frameAt(1), await frameAt(1)];
  expect(once).not.toBe(twice);
  expect(once).toEqual(twice);
  expect(asked).toEqual([0, 1, 1]);
});
