import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPngHeader } from '../png-header.ts';
import { encodeCompactPng, encodeMaskPng } from './encode-compact-png.ts';
import { coverage, decodeWithSharp, picture, pictures } from './portable.test-helper.ts';

const noise = (x: number, y: number) => (Math.imul(x * 7919 + y * 104729 + 13, 0x9e3779b1) >>> 24) & 255;

it('every picture comes back exactly, hidden colours included', async () => {
  await fc.assert(
    fc.asyncProperty(pictures, async (image) => {
      expect(await decodeWithSharp(encodeCompactPng(image))).toEqual(image);
    }),
    { numRuns: 60 },
  );
});

// Wide and high enough for several blocks of rows, and for rows longer than a block.
it.each([
  ['colour with alpha', picture(300, 200, (x, y) => [noise(x, y), x & 255, y & 255, noise(y, x)]), 6],
  ['opaque colour', picture(300, 200, (x, y) => [noise(x, y), x & 255, y & 255, 255]), 2],
  ['grey with alpha', picture(300, 200, (x, y) => [x & 255, x & 255, x & 255, noise(x, y)]), 4],
  ['opaque grey', picture(300, 400, (x, y) => [noise(x, y), noise(x, y), noise(x, y), 255]), 0],
  ['lines of one colour', picture(300, 400, (x, y) => [10, 20, 30, noise(x, y)]), 3],
  ['a very wide one', picture(30_000, 1, (x) => [x & 255, x >> 8, noise(x, 0), 255]), 2],
  ['a very high one', picture(1, 30_000, (_, y) => [y & 255, y >> 8, noise(y, 0), y & 3]), 6],
])('%s is stored as what it is', async (_, image, colorType) => {
  const png = encodeCompactPng(image);
  expect(readPngHeader(png)).toMatchObject({ colorType, bitDepth: 8, complete: true });
  expect(await decodeWithSharp(png)).toEqual(image);
});

it.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 2],
  [5, 4],
  [16, 4],
  [17, 8],
  [256, 8],
])('%i colours take %i bits a pixel', async (count, bitDepth) => {
  const image = picture(259, 3, (x) => [x % count, 100, 200, (x % count) ^ 255]);
  const png = encodeCompactPng(image);
  expect(readPngHeader(png)).toMatchObject({ colorType: 3, bitDepth });
  expect(await decodeWithSharp(png)).toEqual(image);
});

it('the same pixels give the same bytes, and pixels in the middle of a buffer are no different', () => {
  const image = picture(40, 30, (x, y) => [noise(x, y), x, y, 255]);
  const bytes = new Uint8ClampedArray(image.data.length + 3);
  bytes.set(image.data, 3);
  expect(encodeCompactPng({ ...image, data: bytes.subarray(3) })).toEqual(encodeCompactPng(image));
});

it('every chunk has its checksum', () => {
  const png = encodeCompactPng(picture(9, 9, (x, y) => [x, y, 0, x * y]));
  const view = new DataView(png.buffer);
  const types = [];
  for (let at = 8; at < png.length;) {
    const end = at + 8 + view.getUint32(at);
    types.push(new TextDecoder().decode(png.subarray(at + 4, at + 8)));
    expect(view.getUint32(end)).toBe(crc32(png.subarray(at + 4, end)));
    at = end + 4;
  }
  expect(types).toEqual(['IHDR', 'sRGB', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
});

it.each([
  ['hard', 1, coverage(67, 5, (x, y) => ((x * y) % 3 === 0 ? 255 : 0))],
  ['soft', 8, coverage(67, 5, noise)],
])('a %s mask takes %i bits a pixel', async (_, bitDepth, mask) => {
  const png = encodeMaskPng(mask);
  expect(readPngHeader(png)).toMatchObject({ colorType: 0, bitDepth });
  const { data } = await decodeWithSharp(png);
  expect(data.filter((_, i) => i % 4 === 0)).toEqual(new Uint8ClampedArray(mask.data));
});
