import type { ImageOrigin, PreviewTile } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { drawing, largestDifference, paint, runUpscale, samplePart } from './real-models.test-helper.ts';

const WHOLE = 1024;
const FAMILIES = ['upconv7', 'cunet', 'vgg7'] as const;

/** A red disc with a soft edge on nothing, its hidden pixels of the given colour. */
function redDisc(size: number, hidden: readonly [number, number, number]): RasterImage {
  return paint(size, size, (x, y) => {
    const coverage = Math.min(1, Math.max(0, size / 3 - Math.hypot(x - size / 2, y - size / 2) + 0.5));
    return coverage === 0 ? [...hidden, 0] : [220, 20, 30, Math.round(coverage * 255)];
  });
}

describe('tiles', () => {
  it.each([
    ['upconv7', 'off', 2],
    ['upconv7', '1', 1],
    ['vgg7', 'off', 2],
    ['vgg7', '2', 1],
  ] as const)(
    '%s with noise %s at %ix gives the same bytes with any tile size',
    async (model, noise, scale) => {
      for (const [width, height] of [
        [1, 1],
        [1, 37],
        [41, 1],
        [16, 16],
        [53, 37],
      ] as const) {
        const image = drawing(width, height);
        const whole = await runUpscale(image, { model, noise, scale, tile: WHOLE });
        expect(whole).toMatchObject({ width: width * scale, height: height * scale });
        for (const tile of [16, 19, 32]) {
          expect(largestDifference(whole, await runUpscale(image, { model, noise, scale, tile }))).toBe(0);
        }
      }
    },
  );

  it.each([
    ['off', 2],
    ['1', 2],
    ['1', 1],
  ] as const)(
    'cunet with noise %s at %ix and exact tiles stays within 2 levels of the whole picture',
    async (noise, scale) => {
      const pictures = [
        await samplePart('panel.jpg', { x: 200, y: 160, width: 96, height: 80 }),
        await samplePart('manga.png', { x: 100, y: 60, width: 81, height: 67 }),
      ];
      for (const image of pictures) {
        const params = { model: 'cunet', noise, scale };
        const whole = await runUpscale(image, { ...params, tile: WHOLE });
        expect(
          largestDifference(whole, await runUpscale(image, { ...params, tile: 64, exact: true })),
        ).toBeLessThanOrEqual(2);
      }
    },
  );

  it('cunet blends the usual tiles of a coloured picture within 6 levels of the whole picture', async () => {
    // 149,760 pixels: just too many for one tile of the usual size, and one of 1024.
    const image = await samplePart('panel.jpg', { x: 0, y: 0, width: 480, height: 312 });
    const params = { model: 'cunet', noise: 'off' };
    const previews: PreviewTile[] = [];
    const whole = await runUpscale(image, { ...params, tile: 1024 });
    const tiled = await runUpscale(image, params, { onPreview: (tile) => previews.push(tile) });
    expect(previews.length).toBeGreaterThan(1);
    const difference = largestDifference(whole, tiled);
    expect(difference).toBeGreaterThan(0);
    expect(difference).toBeLessThanOrEqual(6);
  });

  it('cunet pools tiles that are set small, and pages in ink, to within 2 levels', async () => {
    const page = await samplePart('manga.png', { x: 80, y: 60, width: 160, height: 120 });
    const part = await samplePart('panel.jpg', { x: 120, y: 90, width: 160, height: 120 });
    for (const image of [page, part]) {
      const params = { model: 'cunet', noise: 'off' };
      const whole = await runUpscale(image, { ...params, tile: 1024 });
      expect(largestDifference(whole, await runUpscale(image, { ...params, tile: 80 }))).toBeLessThanOrEqual(
        2,
      );
    }
  });

  it('cunet with exact tiles and averaging pools for each turned copy', async () => {
    const image = drawing(40, 28);
    const params = { model: 'cunet', noise: 'off', tta: 8 };
    const whole = await runUpscale(image, { ...params, tile: WHOLE });
    expect(
      largestDifference(whole, await runUpscale(image, { ...params, tile: 24, exact: true })),
    ).toBeLessThanOrEqual(2);
  });

  it('previews cover the result, and hold what it holds', async () => {
    const image = drawing(50, 33);
    const tiles: PreviewTile[] = [];
    const result = await runUpscale(
      image,
      { model: 'upconv7', noise: 'off', tile: 20 },
      { onPreview: (tile) => tiles.push(tile) },
    );
    const seen = new Set<number>();
    for (const tile of tiles) {
      expect(tile).toMatchObject({ outputWidth: 100, outputHeight: 66 });
      for (let y = 0; y < tile.height; y++)
        for (let x = 0; x < tile.width; x++) {
          if (tile.x + x >= 100 || tile.y + y >= 66) continue;
          const at = (tile.y + y) * 100 + tile.x + x;
          seen.add(at);
          if (tile.data[(y * tile.width + x) * 4 + 1] !== result.data[at * 4 + 1])
            throw new Error(`preview differs at ${at}`);
        }
    }
    expect(seen.size).toBe(100 * 66);
  });
});

describe('transparency', () => {
  const image = paint(48, 40, (x, y) => {
    if (x < 20) return [x * 10, y * 5, 90, 255];
    return x < 26 ? [200, y * 4, 90, 255 - (x - 19) * 36] : [0, 255, 0, 0];
  });

  it.each(FAMILIES)('%s keeps opaque pixels opaque and hidden ones hidden', async (model) => {
    const result = await runUpscale(image, { model, noise: 'off', tile: 32 });
    const alpha = (x: number, y: number) => result.data[(y * 96 + x) * 4 + 3]!;
    for (let y = 0; y < 80; y++) {
      for (let x = 0; x < 38; x++) expect(alpha(x, y)).toBe(255);
      for (let x = 54; x < 96; x++) expect(alpha(x, y)).toBe(0);
      expect(alpha(46, y)).toBeGreaterThan(alpha(50, y));
    }
  });

  it('copies alpha exactly at the same size', async () => {
    for (const model of ['cunet', 'vgg7']) {
      const result = await runUpscale(image, { model, noise: '1', scale: 1 });
      for (let i = 3; i < result.data.length; i += 4) expect(result.data[i]).toBe(image.data[i]);
    }
  });

  it.each(FAMILIES)('%s leaves no fringe: what shows of a red disc is red', async (model) => {
    for (const hidden of [
      [0, 0, 0],
      [0, 255, 255],
    ] as const) {
      for (const params of [{ scale: 2 }, { scale: 4 }, { percent: 150 }]) {
        const result = await runUpscale(redDisc(30, hidden), { model, noise: 'off', ...params });
        let shown = 0;
        for (let i = 0; i < result.data.length; i += 4) {
          if (result.data[i + 3] === 0) continue;
          shown++;
          const distance = Math.max(
            Math.abs(result.data[i]! - 220),
            Math.abs(result.data[i + 1]! - 20),
            Math.abs(result.data[i + 2]! - 30),
          );
          expect(distance).toBeLessThanOrEqual(3);
        }
        expect(shown).toBeGreaterThan(300);
      }
    }
  });

  it.each(FAMILIES)('%s shows nothing of the colours that are hidden', async (model) => {
    // A small subject in much nothing, so that most of the hidden area is far from it.
    const scene = (hidden: (x: number, y: number) => readonly [number, number, number]) =>
      paint(96, 80, (x, y) => (x < 30 && y < 30 ? [x * 8, y * 8, 128, 255] : [...hidden(x, y), 0]));
    const black = await runUpscale(
      scene(() => [0, 0, 0]),
      { model, noise: 'off', tile: 48 },
    );
    const busy = await runUpscale(
      scene((x, y) => [(x * 37) % 256, (y * 91) % 256, (x * y) % 256]),
      { model, noise: 'off', tile: 48 },
    );
    expect(largestDifference(black, busy, (pixel) => black.data[pixel * 4 + 3]! > 0)).toBe(0);
  });

  it('cunet with exact tiles has no seam in alpha, and stays within 2 levels where the picture shows', async () => {
    const sticker = await samplePart('sticker.png', { x: 0, y: 0, width: 96, height: 80 });
    const params = { model: 'cunet', noise: 'off' };
    const whole = await runUpscale(sticker, { ...params, tile: WHOLE });
    const tiled = await runUpscale(sticker, { ...params, tile: 40, exact: true });
    const alphas = ({ data }: RasterImage) => data.filter((_, i) => i % 4 === 3);
    expect(alphas(tiled)).toEqual(alphas(whole));
    expect(largestDifference(whole, tiled, (pixel) => whole.data[pixel * 4 + 3]! > 0)).toBeLessThanOrEqual(2);
  });

  it('puts the picture on white when transparency is switched off', async () => {
    const result = await runUpscale(redDisc(24, [0, 0, 0]), { noise: 'off', alpha: 'off' });
    expect([...result.data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
    for (let i = 3; i < result.data.length; i += 4) expect(result.data[i]).toBe(255);
  });

  it('keeps a picture of which nothing shows', async () => {
    const empty = paint(9, 5, () => [10, 20, 30, 0]);
    const result = await runUpscale(empty, { noise: 'off' });
    expect(result.data.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 0)).toBe(true);
  });
});

describe('sizes', () => {
  it.each<[string, Record<string, number>, number, number]>([
    ['1x', { scale: 1 }, 7, 5],
    ['4x', { scale: 4 }, 28, 20],
    ['8x', { scale: 8 }, 56, 40],
    ['150 %', { percent: 150 }, 11, 8],
    ['40 %', { percent: 40 }, 3, 2],
    ['1600 %', { percent: 1600 }, 112, 80],
    ['a width', { width: 33 }, 33, 24],
    ['a height', { height: 11 }, 15, 11],
    ['both sides', { width: 3, height: 19 }, 3, 19],
  ])('makes %s', async (_name, size, width, height) => {
    const image = drawing(7, 5);
    for (const noise of ['off', '0']) {
      expect(await runUpscale(image, { noise, ...size })).toMatchObject({ width, height });
    }
  });

  it('returns the picture itself at 1x without noise removal, as a copy', async () => {
    const image = drawing(7, 5);
    const result = await runUpscale(image, { scale: 1, noise: 'off' });
    expect(result).toEqual(image);
    expect(result.data).not.toBe(image.data);
  });

  it('keeps a single colour, at any size and with any network', async () => {
    const white = paint(5, 9, () => [255, 255, 255, 255]);
    for (const model of FAMILIES) {
      for (const noise of ['off', '3']) {
        const result = await runUpscale(white, { model, noise, scale: 2 });
        expect(Math.min(...result.data)).toBeGreaterThanOrEqual(251);
      }
    }
  });

  it('enlarges without moving the picture', async () => {
    const image = await samplePart('panel.jpg', { x: 200, y: 160, width: 48, height: 40 });
    for (const model of FAMILIES) {
      const result = await runUpscale(image, { model, noise: 'off' });
      /** Mean difference of the picture and its enlargement, each 2x2 averaged, moved by whole pixels. */
      const error = (dx: number, dy: number) => {
        let sum = 0;
        for (let y = 4; y < 36; y++)
          for (let x = 4; x < 44; x++) {
            const at = ((y + dy) * 2 * 96 + (x + dx) * 2) * 4 + 1;
            const mean =
              (result.data[at]! +
                result.data[at + 4]! +
                result.data[at + 96 * 4]! +
                result.data[at + 97 * 4]!) /
              4;
            sum += Math.abs(mean - image.data[(y * 48 + x) * 4 + 1]!);
          }
        return sum / (32 * 40);
      };
      const still = error(0, 0);
      expect(still).toBeLessThan(4);
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const)
        expect(error(dx, dy)).toBeGreaterThan(2 * still);
    }
  });
});

describe('colours', () => {
  it.each(FAMILIES)('%s keeps grey grey, through every filter', async (model) => {
    const colours = drawing(40, 30);
    const grey = paint(40, 30, (x, y) => {
      const value = colours.data[(y * 40 + x) * 4]!;
      return [value, value, value, x < 30 ? 255 : 120];
    });
    for (const size of [{ scale: 2 }, { percent: 130 }]) {
      const { data } = await runUpscale(grey, { model, noise: '1', tile: 24, ...size });
      for (let i = 0; i < data.length; i += 4)
        if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) throw new Error(`tinted at ${i}`);
    }
  });

  it('averaging changes a little, and only a little', async () => {
    const image = await samplePart('panel.jpg', { x: 200, y: 160, width: 40, height: 32 });
    for (const model of FAMILIES) {
      const plain = await runUpscale(image, { model, noise: 'off' });
      const averaged = await runUpscale(image, { model, noise: 'off', tta: 8 });
      const difference = largestDifference(plain, averaged);
      expect(difference).toBeGreaterThan(0);
      expect(difference).toBeLessThan(40);
    }
  });

  it('chooses the noise level from the file that the picture came from', async () => {
    const image = drawing(24, 20);
    const auto = (origin?: ImageOrigin) => runUpscale(image, {}, origin ? { origin } : {});
    const off = await runUpscale(image, { noise: 'off' });
    expect(await auto()).toEqual(off);
    expect(await auto({ format: 'png', lossless: true })).toEqual(off);
    const jpeg = { format: 'jpeg', lossless: false } as const;
    expect(await auto({ ...jpeg, jpegQuality: 75 })).toEqual(await runUpscale(image, { noise: '1' }));
    expect(await auto({ ...jpeg, jpegQuality: 20 })).toEqual(await runUpscale(image, { noise: '3' }));
    expect(largestDifference(off, await auto({ ...jpeg, jpegQuality: 75 }))).toBeGreaterThan(2);
  });
});

describe('a run', () => {
  it.each(FAMILIES)('%s gives the same bytes twice', async (model) => {
    const image = drawing(45, 31);
    const params = { model, noise: '2', scale: 2, tile: 32 };
    expect(await runUpscale(image, params)).toEqual(await runUpscale(image, params));
  });

  it('leaves its input alone', async () => {
    for (const image of [drawing(20, 20), redDisc(20, [1, 2, 3])]) {
      const before = image.data.slice();
      await runUpscale(image, { noise: '1' });
      expect(image.data).toEqual(before);
    }
  });

  it.each<[string, Record<string, string | number | boolean>, number]>([
    ['one pass', { model: 'upconv7', noise: 'off', tile: 16 }, 4],
    ['several passes', { model: 'vgg7', noise: '1', scale: 4, tile: 32 }, 6],
    ['exact tiles', { model: 'cunet', noise: 'off', exact: true, tile: 16 }, 16],
    ['no pass at all', { noise: 'off', scale: 1 }, 1],
  ])('reports progress that rises to 1 in %s', async (_name, params, steps) => {
    const fractions: number[] = [];
    await runUpscale(drawing(30, 30), params, { onProgress: (fraction) => fractions.push(fraction) });
    expect(fractions.length).toBeGreaterThanOrEqual(steps);
    fractions.forEach((fraction, i) => expect(fraction).toBeGreaterThanOrEqual(fractions[i - 1] ?? 0));
    expect(fractions.at(-1)).toBeCloseTo(1, 9);
  });

  it.each<[string, Record<string, string | number | boolean>]>([
    ['between tiles', { model: 'upconv7', noise: 'off', tile: 16 }],
    ['between passes', { model: 'upconv7', noise: 'off', scale: 4 }],
    ['while exact tiles are measured', { model: 'cunet', noise: 'off', exact: true, tile: 16 }],
  ])('stops with AbortError when cancelled %s', async (_name, params) => {
    const controller = new AbortController();
    let calls = 0;
    const promise = runUpscale(drawing(40, 40), params, {
      signal: controller.signal,
      onProgress: () => {
        calls++;
        controller.abort();
      },
    });
    await expect(promise).rejects.toMatchObject({ name: 'AbortError' });
    expect(calls).toBe(1);
    // What was open serves the next run.
    expect(await runUpscale(drawing(3, 3), { ...params, scale: 2 })).toMatchObject({ width: 6 });
  });

  it('refuses what is too large before it does anything', async () => {
    let calls = 0;
    const promise = runUpscale(
      drawing(60, 60),
      { width: 60000, height: 60000 },
      { onProgress: () => calls++ },
    );
    await expect(promise).rejects.toMatchObject({ code: 'OUTPUT_TOO_LARGE' });
    expect(calls).toBe(0);
  });
});
