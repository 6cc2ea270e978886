import { flattenPortable, type PortableLayer } from '@koma/core/layered';
import type { Hint } from '@koma/core/plugin';
import { beforeAll, describe, expect, it } from 'vitest';
import { flattenOnto, rgbToLab, squaredDeltaE, type RasterImage } from '@koma/core/raster';
import { drawing, largestDifference, paint, pixel } from './drawings.test-helper.ts';
import { colorized, colorizedLayers, face, manifest, runColorize } from './real-model.test-helper.ts';

const SIZE = 400;
const RED = { hair: '#b01818', skin: '#f8d0c0', cloth: '#d84040', ground: '#f0b0a8' };
const BLUE = { hair: '#1828a0', skin: '#f8d0c0', cloth: '#3858d0', ground: '#a8b8f0' };

let sketch: RasterImage;
let red: RasterImage;
let blue: RasterImage;
beforeAll(async () => {
  [sketch, red, blue] = await Promise.all([face(SIZE), face(256, RED), face(256, BLUE)]);
});

/** Mean of red less blue of what shows, codes. */
function warmth({ data }: RasterImage): number {
  let [sum, weight] = [0, 0];
  for (let i = 0; i < data.length; i += 4) {
    sum += data[i + 3]! * (data[i]! - data[i + 2]!);
    weight += data[i + 3]!;
  }
  return sum / weight;
}

/** CIE 1976 delta E of a pixel and a colour. */
function deltaE(image: RasterImage, x: number, y: number, hex: string): number {
  const code = Number.parseInt(hex.slice(1), 16);
  const wanted = rgbToLab((code >> 16) / 255, ((code >> 8) & 255) / 255, (code & 255) / 255);
  const [r, g, b] = pixel(image, x, y);
  return Math.sqrt(squaredDeltaE(rgbToLab(r! / 255, g! / 255, b! / 255), wanted));
}

describe('colorize', () => {
  it('gives the same bytes for the same inputs', async () => {
    expect(largestDifference(await colorized(sketch, red), await colorized(sketch, red))).toBe(0);
  });

  it('takes its colours from the style picture', async () => {
    const params = { paper: 'paint', detail: 384 };
    const warm = await colorizedLayers(sketch, red, { params });
    const cold = await colorizedLayers(sketch, blue, { params });
    const none = await colorizedLayers(sketch, red, { params: { ...params, strength: 0 } });
    const [fromRed, fromBlue, alone] = [warm, cold, none].map(({ layers }) => warmth(layers[0]!.image)) as [
      number,
      number,
      number,
    ];
    expect(fromRed - fromBlue).toBeGreaterThan(40);
    // Without a style both would come out the same, somewhere in between.
    expect(Math.abs(fromRed - alone)).toBeGreaterThan(8);
  });

  it('keeps to hints: within a delta E of 8 where they are', async () => {
    const hints: Hint[] = [
      { x: 200, y: 76, radius: 14, color: '#20a040' },
      { x: 200, y: 250, radius: 14, color: '#6040c0' },
    ];
    const { layers } = await colorizedLayers(sketch, red, { hints, params: { paper: 'paint' } });
    const free = await colorizedLayers(sketch, red, { params: { paper: 'paint' } });
    for (const { x, y, color } of hints) {
      expect(deltaE(layers[0]!.image, x, y, color)).toBeLessThan(8);
      expect(deltaE(free.layers[0]!.image, x, y, color)).toBeGreaterThan(20);
    }
  });

  it('keeps to a palette', async () => {
    const palette = ['#208040', '#e0f0e0'];
    const { layers } = await colorizedLayers(sketch, red, { palette, params: { paper: 'paint' } });
    const { data } = layers[0]!.image;
    let green = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i + 1]! >= data[i]!) green++;
    expect(green / (data.length / 4)).toBeGreaterThan(0.99);
  });

  it("leaves the sketch's own lines over the colours, in multiply", async () => {
    const outputs = await runColorize(sketch, blue, { outputs: ['image', 'layers'] });
    const { image, layers } = outputs as unknown as {
      image: RasterImage;
      layers: Awaited<ReturnType<typeof colorizedLayers>>;
    };
    expect(layers).toMatchObject({ width: SIZE, height: SIZE });
    expect(layers.layers).toMatchObject([
      { name: { en: 'Colours', ja: '彩色' }, blendMode: 'normal', role: 'none', x: 0, y: 0 },
      { name: { en: 'Line art', 'zh-Hans': '线稿' }, blendMode: 'multiply', role: 'line-art', x: 0, y: 0 },
    ]);
    // White paper: the lines are the sketch to the bit.
    expect(layers.layers[1]!.image).toEqual(sketch);
    const nodes = layers.layers.map(({ image: picture, blendMode }, index): PortableLayer => ({
      kind: 'layer',
      id: String(index),
      name: '',
      visible: true,
      opacity: 1,
      clip: false,
      locked: false,
      alphaLocked: false,
      colourTag: 'none',
      role: 'none',
      colourMode: 'colour',
      blendMode,
      image: picture,
      x: 0,
      y: 0,
    }));
    const flat = flattenPortable({ name: '', width: SIZE, height: SIZE, dpi: 72, nodes });
    expect(largestDifference(flat, image)).toBeLessThanOrEqual(1);
    // In multiply nothing gets lighter than the lines.
    image.data.forEach((code, i) => {
      if (code > sketch.data[i]!) throw new Error(`a line got lighter at ${i}`);
    });
  });

  it('makes what is asked for only', async () => {
    expect(Object.keys(await runColorize(sketch, red, { outputs: ['layers'] }))).toEqual(['layers']);
  });

  it('leaves its inputs alone', async () => {
    const before = [sketch.data.slice(), red.data.slice()];
    await colorized(sketch, red, {
      hints: [{ x: 9, y: 9, radius: 3, color: '#ffffff' }],
      palette: ['#ff0000'],
    });
    expect([sketch.data, red.data]).toEqual(before);
  });

  it.each<[string, () => RasterImage]>([
    ['16 x 16', () => drawing(16, 16)],
    [
      'a strip of 4000 x 30',
      () => paint(4000, 30, (x, y) => ((x + y) % 60 < 4 ? [0, 0, 0, 255] : [255, 255, 255, 255])),
    ],
    [
      'blue pencil on cream',
      () => drawing(120, 90, { paper: [245, 238, 220], ink: [120, 160, 235], noise: 2 }),
    ],
    ['white on black', () => drawing(90, 120, { paper: [0, 0, 0], ink: [255, 255, 255] })],
    [
      'a drawing with wide margins',
      () =>
        paint(900, 700, (x, y) =>
          Math.abs(Math.hypot(x - 300, y - 200) - 40) < 2 ? [0, 0, 0, 255] : [255, 255, 255, 255],
        ),
    ],
  ])('colours %s at its own size', async (_name, make) => {
    const image = make();
    const result = await colorized(image, red, { params: { paper: 'paint' } });
    expect([result.width, result.height]).toEqual([image.width, image.height]);
    expect(result.data.every((code, i) => i % 4 !== 3 || code === 255)).toBe(true);
    expect(new Set(result.data).size).toBeGreaterThan(2);
  });

  it('keeps transparent line art transparent where nothing is painted', async () => {
    const lines = paint(SIZE, SIZE, (x, y) => {
      const [code] = pixel(sketch, x, y);
      return [0, 0, 0, 255 - code!];
    });
    const { layers } = await colorizedLayers(lines, red);
    expect(layers[1]!.image).toEqual(lines);
    const [onWhite, opaque] = [await colorized(lines, red), await colorized(sketch, red)];
    const flat = flattenOnto(onWhite, 255, 255, 255);
    const expected = flattenOnto(opaque, 255, 255, 255);
    expect(largestDifference(flat, expected)).toBeLessThanOrEqual(2);
  });

  it('reports rising progress in four steps, in every language, and a preview', async () => {
    const fractions: number[] = [];
    const labels = new Set<string>();
    const previews: number[] = [];
    await colorized(sketch, red, {
      onProgress: (fraction, label) => {
        fractions.push(fraction);
        if (label) labels.add([label.en, label.ja, label['zh-Hans']].join(' / '));
      },
      onPreview: (tile) => previews.push(tile.width, tile.height, tile.data.length),
    });
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(labels.size).toBe(4);
    expect(previews).toEqual([384, 384, 384 * 384 * 4]);
  });

  it.each([0, 0.1, 0.75])('stops with AbortError when cancelled at %d', async (at) => {
    const controller = new AbortController();
    const seen: number[] = [];
    const promise = colorized(sketch, red, {
      signal: controller.signal,
      onProgress: (fraction) => {
        seen.push(fraction);
        if (fraction >= at) controller.abort();
      },
    });
    await expect(promise).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen.at(-1)).toBe(at);
  });
});

describe('colorize refuses', () => {
  const refusal = (promise: Promise<unknown>) =>
    promise.then(() => 'accepted').catch((error: unknown) => error);

  it.each([
    ['white', 255, 255],
    ['black', 0, 255],
    ['nothing', 0, 0],
  ])('a sketch of %s alone', async (_name, code, alpha) => {
    const blank = paint(64, 64, () => [code, code, code, alpha]);
    expect(await refusal(colorized(blank, red))).toMatchObject({ code: 'SKETCH_BLANK' });
  });

  it('a sketch that is too small, with its size', async () => {
    for (const [width, height] of [
      [1, 1],
      [15, 400],
    ] as const)
      expect(await refusal(colorized(drawing(width, height), red))).toMatchObject({
        code: 'PICTURE_TOO_SMALL',
        details: { width, height, limit: 16 },
      });
  });

  it('a missing or an invisible style', async () => {
    expect(await refusal(colorized(sketch, undefined))).toMatchObject({
      code: 'INPUT_MISSING',
      details: { input: 'style' },
    });
    const invisible = paint(30, 30, () => [255, 0, 0, 0]);
    expect(await refusal(colorized(sketch, invisible))).toMatchObject({ code: 'STYLE_TRANSPARENT' });
  });

  it('hints outside the sketch, with where they are', async () => {
    const hints = [
      { x: 20, y: 20, radius: 5, color: '#ff0000' },
      { x: 450, y: 20, radius: 5, color: '#ff0000' },
    ];
    expect(await refusal(colorized(sketch, red, { hints }))).toMatchObject({
      code: 'HINT_OUTSIDE',
      details: { x: 450, y: 20, width: SIZE, height: SIZE },
    });
  });

  it('parameters that the manifest does not allow', async () => {
    for (const params of [{ strength: 2 }, { detail: 500 }, { paper: 'tint' }])
      expect(await refusal(colorized(sketch, red, { params }))).toMatchObject({ code: 'PARAMETER_INVALID' });
  });
});

describe('the manifest', () => {
  it('has every text in three languages', () => {
    const texts = JSON.stringify(manifest).match(/\{"en":[^{}]*\}/g)!;
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts)
      expect(Object.keys(JSON.parse(text) as object).sort()).toEqual(['en', 'ja', 'zh-Hans']);
  });
});
