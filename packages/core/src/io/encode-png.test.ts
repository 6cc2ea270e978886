import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createImage, imageFromBytes, type RasterImage } from '../raster/index.ts';
import { pictures, solid } from '../raster/pictures.test-helper.ts';
import { encodePng } from './encode-png.ts';
import { readPngHeader } from './png-header.ts';

/** libvips' reading of a PNG as straight RGBA8, colour under alpha 0 included. */
async function decodeWithSharp(png: Uint8Array): Promise<RasterImage> {
  const { data, info } = await sharp(png, { failOn: 'warning' }).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const image = createImage(width, height);
  const hasAlpha = channels % 2 === 0;
  for (let pixel = 0; pixel < width * height; pixel++)
    for (let c = 0; c < 4; c++) {
      const from = c === 3 ? channels - 1 : channels < 3 ? 0 : c;
      image.data[pixel * 4 + c] = c === 3 && !hasAlpha ? 255 : data[pixel * channels + from]!;
    }
  return image;
}

const colorType = async (image: RasterImage) => readPngHeader(await encodePng(image)).colorType;

describe('encodePng', () => {
  it('loses nothing, colour under transparent pixels included', async () => {
    await fc.assert(
      fc.asyncProperty(pictures({ maxSide: 19 }), async (image) => {
        expect(await decodeWithSharp(await encodePng(image))).toEqual(image);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the colours hidden in a picture that shows only grey', async () => {
    const image = imageFromBytes(2, 1, Uint8Array.of(80, 80, 80, 255, 200, 10, 30, 0));
    expect(await decodeWithSharp(await encodePng(image))).toEqual(image);
  });

  it('stores grey as grey and opaque pictures without alpha', async () => {
    expect(await colorType(solid(3, 3, [90, 90, 90, 255]))).toBe(0);
    expect(await colorType(solid(3, 3, [90, 91, 90, 255]))).toBe(2);
    expect(await colorType(solid(3, 3, [90, 90, 90, 254]))).toBe(4);
    expect(await colorType(solid(3, 3, [90, 91, 90, 254]))).toBe(6);
  });

  it.each([
    ['grey', [7, 7, 7, 255]],
    ['RGB', [7, 8, 9, 255]],
    ['grey and alpha', [7, 7, 7, 0]],
    ['RGBA', [7, 8, 9, 0]],
  ])('encodes a single %s pixel', async (_, pixel) => {
    const image = solid(1, 1, pixel);
    expect(await decodeWithSharp(await encodePng(image))).toEqual(image);
  });

  it.each([
    ['many blocks of rows', 700, 900],
    ['rows longer than a block', 270_000, 2],
  ])('encodes a picture of %s', async (_, width, height) => {
    const image = createImage(width, height);
    for (let i = 0; i < image.data.length; i++) image.data[i] = (i * i * 31 + (i >> 7)) & 255;
    const decoded = await decodeWithSharp(await encodePng(image));
    expect([decoded.width, decoded.height]).toEqual([width, height]);
    expect(Buffer.from(decoded.data.buffer).equals(Buffer.from(image.data.buffer))).toBe(true);
  });

  it('uses filters: a gradient takes a small part of its size', async () => {
    const image = createImage(256, 64);
    for (let i = 0; i < image.data.length; i += 4) {
      const x = (i >> 2) & 255;
      image.data.set([x, 255 - x, (x + (i >> 10)) & 255, 255], i);
    }
    expect((await encodePng(image)).length).toBeLessThan(image.data.length / 50);
  });

  it('tells how far it is, to the end', async () => {
    const told: number[] = [];
    await encodePng(createImage(1200, 1000), (fraction) => told.push(fraction));
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  it('leaves the picture as it was', async () => {
    const image = solid(5, 3, [1, 2, 3, 4]);
    const before = image.data.slice();
    await encodePng(image);
    expect(image.data).toEqual(before);
  });
});
