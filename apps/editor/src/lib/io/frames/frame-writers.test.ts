import { createImage, type RasterImage } from '@koma/core/raster';
import { decode, decodeApng } from 'fast-png';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeWriter } from './make-writer.ts';

/** A bright square that moves over a ground of more colours than a palette has, all of which change a little. */
function frame(n: number, alpha = 255): RasterImage {
  const image = createImage(24, 16);
  for (let y = 0, i = 0; y < 16; y++)
    for (let x = 0; x < 24; x++, i += 4) {
      const inside = x >= n * 4 && x < n * 4 + 8 && y >= 4 && y < 12;
      image.data.set(inside ? [240, 30 * n, 80, alpha] : [x * 9, y * 14, 60 + 3 * n, 255], i);
    }
  return image;
}

async function written(format: 'zip' | 'apng' | 'gif', frames: readonly RasterImage[], delay = 80) {
  const writer = makeWriter(format, delay);
  for (const image of frames) await writer.add(image);
  return writer.finish();
}

const frames = [frame(0), frame(1), frame(2)];

describe('an APNG', () => {
  it('has every frame to the byte, as another program reads them', async () => {
    const {
      width,
      height,
      frames: read,
      numberOfPlays,
    } = decodeApng(await written('apng', frames), {
      checkCrc: true,
    });
    expect([width, height, numberOfPlays]).toEqual([24, 16, 0]);
    expect(read.map(({ delayNumber, delayDenominator }) => delayNumber / delayDenominator)).toEqual([
      0.08, 0.08, 0.08,
    ]);
    expect(read.map(({ data }) => rgba(data, 24 * 16))).toEqual(frames.map(({ data }) => [...data]));
  });

  it('is not made of nothing', async () => {
    await expect(written('apng', [])).rejects.toThrow(RangeError);
  });
});

describe('a GIF', () => {
  it('has every frame in its colours, and plays for ever', async () => {
    const file = await written('gif', frames);
    const { pages, delay, loop } = await sharp(file).metadata();
    expect({ pages, delay, loop }).toEqual({ pages: 3, delay: [80, 80, 80], loop: 0 });
    for (const [page, image] of frames.entries()) {
      const data = await sharp(file, { page }).ensureAlpha().raw().toBuffer();
      expect(largestDifference(data, image.data)).toBeLessThanOrEqual(24);
    }
  });

  it('shows what is transparent on white', async () => {
    const file = await written('gif', [frame(0, 0)]);
    const data = await sharp(file).ensureAlpha().raw().toBuffer();
    expect([...data.subarray((4 * 24 + 1) * 4, (4 * 24 + 1) * 4 + 4)]).toEqual([255, 255, 255, 255]);
  });
});

describe('an archive', () => {
  it('has a numbered PNG a frame, to the byte, and is the same when made again', async () => {
    const file = await written('zip', frames);
    const files = unzipSync(file);
    expect(Object.keys(files)).toEqual(['frame-001.png', 'frame-002.png', 'frame-003.png']);
    for (const [i, bytes] of Object.values(files).entries()) {
      const { data, channels } = decode(bytes);
      expect(channels).toBe(3);
      expect([...data]).toEqual([...frames[i]!.data].filter((_, p) => p % 4 !== 3));
    }
    expect(await written('zip', frames)).toEqual(file);
  });
});

/** Opaque pictures may be stored without alpha. */
function rgba(data: ArrayLike<number>, pixels: number): number[] {
  const channels = data.length / pixels;
  return Array.from({ length: pixels * 4 }, (_, i) =>
    i % 4 < channels ? data[Math.floor(i / 4) * channels + (i % 4)]! : 255,
  );
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}
