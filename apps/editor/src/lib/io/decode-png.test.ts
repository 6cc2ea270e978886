import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createImage, type RasterImage } from '@koma/core/raster';
import { buildPng } from './build-png.test-helper.ts';
import { canDecodePng, decodePng } from './decode-png.ts';

const FIXTURES = new URL('../../../../../tests/fixtures/good/', import.meta.url);
const files = readdirSync(FIXTURES).filter((name) => name.endsWith('.png'));

/** libvips' reading as straight RGBA8: the upper byte of 16 bits, profiles ignored, hidden colour kept. */
async function decodeWithSharp(png: Uint8Array): Promise<RasterImage> {
  const { depth } = await sharp(png).metadata();
  const reader = sharp(png, { ignoreIcc: true });
  const deep = depth === 'ushort';
  const raw = deep ? reader.toColourspace('rgb16').raw({ depth: 'ushort' }) : reader.raw();
  const { data, info } = await raw.toBuffer({ resolveWithObject: true });
  const samples = deep ? new Uint16Array(new Uint8Array(data).buffer).map((code) => code >> 8) : data;
  const { width, height, channels } = info;
  const image = createImage(width, height);
  const [hasColour, hasAlpha] = [channels >= 3, channels % 2 === 0];
  for (let p = 0; p < width * height; p++) {
    const at = p * channels;
    const [r, g, b] = hasColour ? [at, at + 1, at + 2] : [at, at, at];
    const alpha = hasAlpha ? samples[at + channels - 1]! : 255;
    image.data.set([samples[r]!, samples[g]!, samples[b]!, alpha], p * 4);
  }
  return image;
}

async function expectSameAsSharp(png: Uint8Array): Promise<void> {
  expect(decodePng(png)).toEqual(await decodeWithSharp(png));
}

/** An arbitrary but repeatable sample of a picture. */
const pattern = (depth: number) => (x: number, y: number, channel: number) =>
  (x * 7919 + y * 104_729 + channel * 31 + x * y * 13) % 2 ** depth;
const size = { width: 13, height: 11 };
const PALETTE = Uint8Array.from({ length: 3 * 16 }, (_, i) => (i * 53) % 256);

describe('decodePng', () => {
  it.each(files)('reads tests/fixtures/good/%s as libvips does', async (name) => {
    await expectSameAsSharp(new Uint8Array(readFileSync(new URL(name, FIXTURES))));
  });

  it('keeps colours under any alpha exactly', async () => {
    const side = fc.integer({ min: 1, max: 12 });
    const picture = fc.tuple(side, side, fc.constantFrom(2 as const, 4 as const)).chain(([w, h, channels]) =>
      fc.record({
        bytes: fc.uint8Array({ minLength: w * h * channels, maxLength: w * h * channels }),
        raw: fc.constant({ width: w, height: h, channels }),
        adaptiveFiltering: fc.boolean(),
        progressive: fc.boolean(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(picture, async ({ bytes, raw, adaptiveFiltering, progressive }) => {
        const grey = raw.channels === 2;
        const source = sharp(bytes, { raw }).toColourspace(grey ? 'b-w' : 'srgb');
        const png = await source.png({ adaptiveFiltering, progressive }).toBuffer();
        const image = decodePng(png);
        const expected = Array.from({ length: raw.width * raw.height }, (_, p) =>
          grey
            ? [bytes[p * 2], bytes[p * 2], bytes[p * 2], bytes[p * 2 + 1]]
            : [...bytes.subarray(p * 4, p * 4 + 4)],
        );
        expect([...image.data]).toEqual(expected.flat());
      }),
      { numRuns: 60 },
    );
  });

  it.each([2, 4, 16, 200])(
    'reads palettes of %i colours with transparency that sharp makes',
    async (colours) => {
      const { width, height } = { width: 37, height: 23 };
      const raw = { width, height, channels: 4 } as const;
      const pixels = Uint8Array.from({ length: width * height * 4 }, (_, i) =>
        i % 4 === 3 ? (i % 3 ? 255 : 60) : (i * 41) % 256,
      );
      await expectSameAsSharp(
        await sharp(pixels, { raw }).png({ palette: true, colours, dither: 0 }).toBuffer(),
      );
    },
  );

  it.each([1, 2, 4, 8, 16])('reads grey of %i bits', async (depth) => {
    await expectSameAsSharp(buildPng({ ...size, depth, colorType: 0, sample: pattern(depth) }));
  });

  it.each([1, 2, 4, 8, 16])(
    'makes the one transparent code of grey of %i bits transparent',
    async (depth) => {
      const sample = pattern(depth);
      const key = sample(3, 2, 0);
      const png = buildPng({
        ...size,
        depth,
        colorType: 0,
        sample,
        chunks: [['tRNS', Uint8Array.of(key >> 8, key & 255)]],
      });
      await expectSameAsSharp(png);
      expect(decodePng(png).data[(2 * 13 + 3) * 4 + 3]).toBe(0);
    },
  );

  it('tells a 16-bit colour from the transparent one that differs in its lower byte', () => {
    const png = buildPng({
      width: 3,
      height: 1,
      depth: 16,
      colorType: 2,
      sample: (x, _, channel) => 0x1234 + (x === 1 && channel === 2 ? 1 : 0),
      chunks: [['tRNS', Uint8Array.of(0x12, 0x34, 0x12, 0x34, 0x12, 0x34)]],
    });
    const pixel = [0x12, 0x12, 0x12];
    expect([...decodePng(png).data]).toEqual([...pixel, 0, ...pixel, 255, ...pixel, 0]);
  });

  it.each([1, 2, 4, 8])('reads palettes of %i bits whose alphas end before the colours do', async (depth) => {
    const colours = 2 ** Math.min(depth, 4);
    const sample = (x: number, y: number, c: number) => pattern(depth)(x, y, c) % colours;
    const chunks = [
      ['PLTE', PALETTE.subarray(0, 3 * colours)],
      ['tRNS', Uint8Array.of(0)],
    ] as const;
    await expectSameAsSharp(buildPng({ ...size, depth, colorType: 3, sample, chunks }));
  });

  it.each([
    [2, 8],
    [6, 8],
    [2, 16],
    [6, 16],
  ])(
    'does not take the palette that true colour may suggest for its own (type %i, %i bits)',
    async (colorType, depth) => {
      const chunks = [['PLTE', PALETTE]] as const;
      await expectSameAsSharp(buildPng({ ...size, depth, colorType, sample: pattern(depth), chunks }));
    },
  );

  it('reads interlaced pictures of 8 and 16 bits at every small size', async () => {
    const side = fc.integer({ min: 1, max: 10 });
    const kind = fc.constantFrom([0, 8], [2, 8], [4, 8], [6, 8], [0, 16], [2, 16], [4, 16], [6, 16]);
    await fc.assert(
      fc.asyncProperty(side, side, kind, async (width, height, [colorType, depth]) => {
        const sample = pattern(depth!);
        const spec = { width, height, depth: depth!, colorType: colorType!, sample, interlaced: true };
        await expectSameAsSharp(buildPng(spec));
      }),
      { numRuns: 60 },
    );
  });

  it.each([1, 2, 4, 8])('refuses palettes of %i bits that lack a colour', (depth) => {
    const chunks = [
      ['PLTE', Uint8Array.of(10, 20, 30)],
      ['tRNS', Uint8Array.of(40)],
    ] as const;
    const of = (index: number) =>
      decodePng(buildPng({ ...size, depth, colorType: 3, sample: (x) => (x === 5 ? index : 0), chunks }));
    expect([...of(0).data.subarray(0, 4)]).toEqual([10, 20, 30, 40]);
    expect(() => of(1)).toThrow(/palette/);
  });

  it('refuses a file with one wrong bit', () => {
    const png = buildPng({ ...size, depth: 8, colorType: 6, sample: pattern(8) });
    png[60]! ^= 4;
    expect(() => decodePng(png)).toThrow(/CRC|checksum|data/i);
  });
});

describe('canDecodePng', () => {
  it('holds for whole bytes, interlaced or not, and for less than that in plain order', () => {
    const kinds = [
      [0, 1],
      [0, 4],
      [0, 8],
      [0, 16],
      [2, 8],
      [2, 16],
      [3, 2],
      [3, 8],
      [4, 8],
      [6, 16],
    ] as const;
    for (const [colorType, depth] of kinds)
      for (const interlaced of depth < 8 ? [false] : [false, true]) {
        const png = buildPng({ ...size, depth, colorType, interlaced, sample: () => 0 });
        expect([colorType, depth, interlaced, canDecodePng(png)]).toEqual([
          colorType,
          depth,
          interlaced,
          true,
        ]);
      }
  });

  it.each([1, 2, 4])('leaves interlaced pictures of %i bits to the browser', (depth) => {
    const sample = pattern(depth);
    const chunks = [['PLTE', PALETTE.subarray(0, 3 * 2 ** depth)]] as const;
    expect(canDecodePng(buildPng({ ...size, depth, colorType: 0, sample, interlaced: true }))).toBe(false);
    expect(canDecodePng(buildPng({ ...size, depth, colorType: 3, sample, interlaced: true, chunks }))).toBe(
      false,
    );
  });

  it.each([
    [1, 1],
    [2, 1],
    [1, 2],
  ])('leaves a transparent colour in a picture of %i x %i to the browser', (width, height) => {
    const chunks = [['tRNS', Uint8Array.of(0, 1, 0, 2, 0, 3)]] as const;
    const png = buildPng({ width, height, depth: 8, colorType: 2, sample: pattern(8), chunks });
    expect(canDecodePng(png)).toBe(false);
  });
});
