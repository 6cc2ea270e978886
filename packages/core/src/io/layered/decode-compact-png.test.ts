import fc from 'fast-check';
import { zlibSync } from 'fflate';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { decodeCompactPng } from './decode-compact-png.ts';
import { encodeCompactPng, encodeMaskPng } from './encode-compact-png.ts';
import { pngFile } from './png-file.ts';
import { coverage, decodeWithSharp, picture, pictures } from './portable.test-helper.ts';

const noise = (x: number, y: number) => (Math.imul(x * 7919 + y * 104729 + 13, 0x9e3779b1) >>> 24) & 255;
const samples = picture(67, 45, (x, y) => [noise(x, y), x * 3, y * 5, noise(y, x)]);

it('gives back every picture that we write', () => {
  fc.assert(
    fc.property(pictures, (image) => {
      expect(decodeCompactPng(encodeCompactPng(image))).toEqual(image);
    }),
  );
});

it.each([2, 3, 5, 16, 17, 200])('gives back a palette of %i colours', (count) => {
  const image = picture(259, 3, (x) => [x % count, 100, 200, (x % count) ^ 255]);
  expect(decodeCompactPng(encodeCompactPng(image))).toEqual(image);
});

it.each([
  ['hard', coverage(67, 5, (x, y) => ((x * y) % 3 === 0 ? 255 : 0))],
  ['soft', coverage(67, 5, noise)],
])('gives back a %s mask as grey', (_, mask) => {
  const grey = picture(67, 5, (x, y) => {
    const value = mask.data[y * 67 + x]!;
    return [value, value, value, 255];
  });
  expect(decodeCompactPng(encodeMaskPng(mask))).toEqual(grey);
});

it.each([
  ['RGBA', sharp(samples.data, { raw: { width: 67, height: 45, channels: 4 } })],
  ['RGB', sharp(samples.data, { raw: { width: 67, height: 45, channels: 4 } }).removeAlpha()],
  ['grey', sharp(samples.data, { raw: { width: 67, height: 45, channels: 4 } }).extractChannel(1)],
])("reads another encoder's %s, of any filter, as another decoder does", async (_, pixels) => {
  const png = new Uint8Array(await pixels.png({ adaptiveFiltering: true, compressionLevel: 3 }).toBuffer());
  expect(decodeCompactPng(png)).toEqual(await decodeWithSharp(png));
});

it('takes data that is split over several chunks', () => {
  const png = encodeCompactPng(samples);
  const view = new DataView(png.buffer);
  let at = 8;
  const typeAt = (offset: number) => String.fromCharCode(...png.subarray(offset + 4, offset + 8));
  while (typeAt(at) !== 'IDAT') at += 12 + view.getUint32(at);
  const [head, length] = [png.subarray(0, at), view.getUint32(at)];
  const data = png.subarray(at + 8, at + 8 + length);
  const chunk = (part: Uint8Array) => [
    0,
    0,
    part.length >> 8,
    part.length & 255,
    73,
    68,
    65,
    84,
    ...part,
    0,
    0,
    0,
    0,
  ];
  const parts = [];
  for (let from = 0; from < length; from += 1000) parts.push(...chunk(data.subarray(from, from + 1000)));
  const split = Uint8Array.from([...head, ...parts, ...png.subarray(at + 12 + length)]);
  expect(decodeCompactPng(split)).toEqual(samples);
});

it('refuses other kinds of PNG', async () => {
  const raw = { width: 67, height: 45, channels: 4 } as const;
  const interlaced = await sharp(samples.data, { raw }).png({ progressive: true }).toBuffer();
  const deep = await sharp(samples.data, { raw }).toColourspace('rgb16').png().toBuffer();
  for (const png of [interlaced, deep]) expect(() => decodeCompactPng(png)).toThrow('no PNG of this kind');
  expect(() => decodeCompactPng(new TextEncoder().encode('GIF89a'))).toThrow('damaged');
});

it('refuses a picture that is cut short, and unpacks no more of a bomb than there is room for', () => {
  const parts = { width: 10, height: 10, bitDepth: 8, colorType: 0 } as const;
  const full = new Uint8Array(11 * 10);
  expect(decodeCompactPng(pngFile(parts, [full]))).toEqual(picture(10, 10, [0, 0, 0, 255]));
  expect(() => decodeCompactPng(pngFile(parts, [full.subarray(1)]))).toThrow('ends before the picture');
  const bomb = pngFile(parts, [full, new Uint8Array(2 ** 22)]);
  expect(bomb.length).toBeLessThan(zlibSync(new Uint8Array(2 ** 22), { level: 1 }).length + 200);
  expect(decodeCompactPng(bomb)).toEqual(picture(10, 10, [0, 0, 0, 255]));
});
