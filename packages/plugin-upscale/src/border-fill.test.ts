import { createImage, type RasterImage } from '@koma/core/raster';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillTransparentBorder } from './border-fill.ts';

/** Every step looks at every pixel of the picture as the step before left it. */
function naiveFill(image: RasterImage, steps: number): RasterImage {
  const { width, height } = image;
  let data = image.data.slice();
  let known = Array.from({ length: width * height }, (_, i) => data[i * 4 + 3]! > 0);
  for (let step = 0; step < steps; step++) {
    const nextData = data.slice();
    const nextKnown = [...known];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        if (known[y * width + x]) continue;
        const neighbours: number[] = [];
        for (const [dx, dy] of [
          [-1, -1],
          [0, -1],
          [1, -1],
          [-1, 0],
          [1, 0],
          [-1, 1],
          [0, 1],
          [1, 1],
        ] as const) {
          const [nx, ny] = [x + dx, y + dy];
          if (nx >= 0 && nx < width && ny >= 0 && ny < height && known[ny * width + nx])
            neighbours.push(ny * width + nx);
        }
        if (neighbours.length === 0) continue;
        for (let c = 0; c < 3; c++) {
          nextData[(y * width + x) * 4 + c] =
            neighbours.reduce((sum, i) => sum + data[i * 4 + c]!, 0) / neighbours.length;
        }
        nextKnown[y * width + x] = true;
      }
    data = nextData;
    known = nextKnown;
  }
  return { width, height, data };
}

const picture = fc
  .record({
    width: fc.integer({ min: 1, max: 12 }),
    height: fc.integer({ min: 1, max: 12 }),
    hidden: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .chain(({ width, height, hidden }) =>
    fc
      .record({
        colours: fc.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 }),
        dice: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: width * height,
          maxLength: width * height,
        }),
      })
      .map(({ colours, dice }) => {
        const image = { width, height, data: new Uint8ClampedArray(colours) };
        dice.forEach(
          (value, i) => (image.data[i * 4 + 3] = value <= hidden ? 0 : Math.max(1, colours[i * 4 + 3]!)),
        );
        return image;
      }),
  );

it('agrees with looking at every pixel in every step', () => {
  fc.assert(
    fc.property(picture, fc.integer({ min: 0, max: 14 }), (image, steps) => {
      const before = image.data.slice();
      expect(fillTransparentBorder(image, steps)).toEqual(naiveFill(image, steps));
      expect(image.data).toEqual(before);
    }),
    { numRuns: 200 },
  );
});

it('leaves nothing hidden after any number of steps, and forgets what was hidden', () => {
  fc.assert(
    fc.property(picture, fc.uint8Array({ minLength: 3, maxLength: 3 }), (image, colour) => {
      const other = { ...image, data: image.data.slice() };
      let visible = 0;
      for (let i = 0; i < other.data.length; i += 4) {
        if (other.data[i + 3] === 0) other.data.set(colour, i);
        else visible++;
      }
      fc.pre(visible > 0);
      expect(fillTransparentBorder(image, Infinity)).toEqual(fillTransparentBorder(other, Infinity));
    }),
    { numRuns: 100 },
  );
});

it('returns the same picture where nothing is hidden, or everything is', () => {
  const empty = createImage(5, 4);
  expect(fillTransparentBorder(empty, 7)).toBe(empty);
  const full = { ...empty, data: empty.data.map((_, i) => (i % 4 === 3 ? 1 : i)) };
  expect(fillTransparentBorder(full, 7)).toBe(full);
});

it('spreads one visible pixel by one ring a step', () => {
  const image = createImage(9, 9);
  image.data.set([200, 100, 50, 30], (4 * 9 + 4) * 4);
  const { data } = fillTransparentBorder(image, 3);
  for (let y = 0; y < 9; y++)
    for (let x = 0; x < 9; x++) {
      const reached = Math.max(Math.abs(x - 4), Math.abs(y - 4)) <= 3;
      expect([...data.subarray((y * 9 + x) * 4, (y * 9 + x) * 4 + 3)]).toEqual(
        reached ? [200, 100, 50] : [0, 0, 0],
      );
    }
});
