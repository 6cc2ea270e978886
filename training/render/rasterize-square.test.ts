import { expect, test } from 'vitest';
import { rasterizeSquare } from './rasterize-square.ts';

const svg = (width: number, height: number, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;

test.each([
  [512, 768, 96, { left: 16, top: 0, width: 64, height: 96 }],
  [512, 640, 100, { left: 10, top: 0, width: 80, height: 100 }],
  [768, 512, 96, { left: 0, top: 16, width: 96, height: 64 }],
  [512, 512, 64, { left: 0, top: 0, width: 64, height: 64 }],
])('a picture of %i x %i is in the middle of a square of %i', (width, height, size, place) => {
  const { pixels, ...placed } = rasterizeSquare(svg(width, height, ''), { width, height }, size);
  expect(placed).toEqual(place);
  expect(pixels).toHaveLength(place.width * place.height * 4);
});

test.each([33, 100, 257])('odd shapes stay inside of a square of %i', (size) => {
  for (const height of [511, 513, 701, 1111]) {
    const { left, top, ...picture } = rasterizeSquare(svg(512, height, ''), { width: 512, height }, size);
    expect(Math.max(picture.width, picture.height)).toBe(size);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(left + picture.width).toBeLessThanOrEqual(size);
    expect(Math.abs(picture.width / picture.height - 512 / height) * size).toBeLessThan(2);
  }
});

test('pixels are premultiplied', () => {
  const half = svg(8, 8, '<rect width="8" height="8" fill="#ff8000" fill-opacity="0.5"/>');
  const [red, green, blue, alpha] = rasterizeSquare(half, { width: 8, height: 8 }, 8).pixels;
  expect(alpha).toBeGreaterThanOrEqual(127);
  expect(alpha).toBeLessThanOrEqual(128);
  expect(red).toBe(alpha);
  expect(Math.abs(green! - 64)).toBeLessThanOrEqual(1);
  expect(blue).toBe(0);
});
