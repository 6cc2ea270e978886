import type { RasterImage } from '@koma/core/raster';
import { createImage } from '@koma/core/raster';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodePicture } from './encode-picture.ts';

/** 16 x 16; every grey or colour level, and every alpha where asked for. */
function picture({ grey = false, alpha = false }): RasterImage {
  const image = createImage(16, 16);
  for (let i = 0; i < 256; i++)
    image.data.set([i, grey ? i : 255 - i, grey ? i : 90, alpha ? 255 - i : 255], i * 4);
  return image;
}

async function decode(bytes: Uint8Array): Promise<Uint8ClampedArray> {
  return new Uint8ClampedArray(await sharp(bytes).toColourspace('srgb').ensureAlpha().raw().toBuffer());
}

/** Where a PNG's header holds its colour type: 0 grey, 2 RGB, 4 grey with alpha, 6 RGBA. */
const PNG_COLOUR_TYPE = 25;

test.each([
  [{ grey: true }, 0],
  [{}, 2],
  [{ grey: true, alpha: true }, 4],
  [{ alpha: true }, 6],
])('PNG: %j becomes colour type %i, exactly', async (content, colourType) => {
  const image = picture(content);
  const bytes = await encodePicture(image, { format: 'png', quality: 95 });
  expect(bytes[PNG_COLOUR_TYPE]).toBe(colourType);
  expect(await decode(bytes)).toEqual(image.data);
});

test('JPEG has full-resolution colour and white behind transparency', async () => {
  const image = picture({ alpha: true });
  image.data.fill(0, 0, 8 * 16 * 4);
  const bytes = await encodePicture(image, { format: 'jpeg', quality: 95 });
  expect(await sharp(bytes).metadata()).toMatchObject({
    format: 'jpeg',
    chromaSubsampling: '4:4:4',
    channels: 3,
  });
  expect([...(await decode(bytes)).subarray(0, 4)]).toEqual([255, 255, 255, 255]);
});

test('a grey JPEG has one channel', async () => {
  const bytes = await encodePicture(picture({ grey: true, alpha: true }), { format: 'jpeg', quality: 95 });
  expect(await sharp(bytes).metadata()).toMatchObject({ channels: 1 });
});

test('WebP keeps transparency', async () => {
  const bytes = await encodePicture(picture({ alpha: true }), { format: 'webp', quality: 90 });
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', hasAlpha: true });
  expect((await decode(bytes))[128 * 4 + 3]).toBe(127);
});

test.each(['png', 'jpeg', 'webp'] as const)('%s: the same picture gives the same bytes', async (format) => {
  const [a, b] = await Promise.all([0, 1].map(() => encodePicture(picture({}), { format, quality: 95 })));
  expect(a).toEqual(b);
});

test('lower quality gives a smaller file', async () => {
  const size = async (quality: number) =>
    (await encodePicture(picture({}), { format: 'jpeg', quality })).length;
  expect(await size(30)).toBeLessThan(await size(95));
});

test('a side that the format cannot hold is told', async () => {
  await expect(encodePicture(createImage(16_384, 1), { format: 'webp', quality: 95 })).rejects.toMatchObject({
    code: 'IMAGE_ENCODE_FAILED',
    message: 'The result is 16384 x 1 pixels, and a webp file has at most 16383 a side. Write PNG instead.',
  });
});
