import { createImage, type RasterImage, type Rect } from '@koma/core/raster';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ttaSymmetries } from './dihedral.ts';
import type { Network } from './network.ts';
import { TileEvaluator, type Infer, type TileEvaluatorOptions } from './tile-evaluator.ts';

function network(change: Partial<Network> = {}): Network {
  return { model: 'fake', scale: 2, context: 3, multiple: 1, crop: 0, local: true, cost: 1, ...change };
}

/**
 * A network with a known answer: nearest-neighbour enlarging, plus `context` pixels of real
 * dependence if `blur` is set (the mean over the whole context window).
 */
function nearest({ scale, context, crop }: Network, blur = false): Infer {
  return async (planes, width, height) => {
    const [w, h] = [(width - 2 * context) * scale + 2 * crop, (height - 2 * context) * scale + 2 * crop];
    expect(Math.min(w, h)).toBeGreaterThan(0);
    expect(planes).toHaveLength(3 * width * height);
    const output = new Float32Array(3 * w * h);
    for (let c = 0; c < 3; c++)
      for (let y = 0; y < h; y++)
        for (let x = 0; x < w; x++) {
          const sx = context + Math.floor((x - crop) / scale);
          const sy = context + Math.floor((y - crop) / scale);
          output[(c * h + y) * w + x] = blur
            ? meanAround(planes, width, height, c, sx, sy, context)
            : planes[(c * height + sy) * width + sx]!;
        }
    return output;
  };
}

function meanAround(
  planes: Float32Array,
  width: number,
  height: number,
  c: number,
  x: number,
  y: number,
  radius: number,
): number {
  let [sum, count] = [0, 0];
  for (let ny = Math.max(0, y - radius); ny <= Math.min(height - 1, y + radius); ny++)
    for (let nx = Math.max(0, x - radius); nx <= Math.min(width - 1, x + radius); nx++, count++)
      sum += planes[(c * height + ny) * width + nx]!;
  return sum / count;
}

function evaluator(source: RasterImage, change: Partial<TileEvaluatorOptions> = {}): TileEvaluator {
  const net = change.network ?? network();
  return new TileEvaluator({
    source,
    network: net,
    infer: nearest(net),
    opaque: true,
    grey: false,
    symmetries: [0],
    ...change,
  });
}

function speckles(width: number, height: number): RasterImage {
  const image = createImage(width, height);
  for (let i = 0; i < image.data.length; i++) image.data[i] = i % 4 === 3 ? 255 : (i * 101 + 7) % 251;
  return image;
}

/** The region enlarged by repeating pixels, edges included. */
function enlarged(image: RasterImage, region: Rect, scale: number): Uint8ClampedArray {
  const [width, height] = [region.width * scale, region.height * scale];
  const result = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sx = Math.min(image.width - 1, Math.max(0, region.x + Math.floor(x / scale)));
      const sy = Math.min(image.height - 1, Math.max(0, region.y + Math.floor(y / scale)));
      result.set(
        image.data.subarray((sy * image.width + sx) * 4, (sy * image.width + sx) * 4 + 4),
        (y * width + x) * 4,
      );
    }
  return result;
}

describe('TileEvaluator', () => {
  it('computes any region, also beyond the edge, with any context, crop and scale', async () => {
    const source = speckles(9, 7);
    const offset = fc.integer({ min: -6, max: 10 });
    const side = fc.integer({ min: 1, max: 8 });
    const net = fc.record({
      scale: fc.constantFrom<1 | 2>(1, 2),
      context: fc.integer({ min: 1, max: 5 }),
      crop: fc.integer({ min: 0, max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(
        offset,
        offset,
        side,
        side,
        net,
        fc.constantFrom(0, 2, 4, 8),
        async (x, y, width, height, change, tta) => {
          const region = { x, y, width, height };
          const rgba = await evaluator(source, {
            network: network(change),
            symmetries: ttaSymmetries(tta),
          }).evaluate(region);
          expect(rgba).toEqual(enlarged(source, region, change.scale));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives the network its context, so that parts equal the whole', async () => {
    const source = speckles(12, 10);
    const infer = nearest(network(), true);
    const whole = await evaluator(source, { infer }).evaluate({ x: 0, y: 0, width: 12, height: 10 });
    const part = await evaluator(source, { infer }).evaluate({ x: 5, y: 4, width: 4, height: 3 });
    for (let y = 0; y < 6; y++) {
      const start = ((8 + y) * 24 + 10) * 4;
      expect(part.subarray(y * 32, y * 32 + 32)).toEqual(whole.subarray(start, start + 32));
    }
  });

  it('averages with test-time augmentation what a network does unevenly', async () => {
    // Adds 0.4 to the top left of the four result pixels of every source pixel.
    const net = network();
    const corner: Infer = async (planes, width, height, symmetry) => {
      const output = await nearest(net)(planes, width, height, symmetry);
      const w = (width - 2 * net.context) * 2;
      for (let i = 0; i < output.length; i++)
        if ((i % w) % 2 === 0 && Math.floor(i / w) % 2 === 0) output[i]! += 0.4;
      return output;
    };
    const source = speckles(4, 4);
    source.data.fill(0);
    source.data[0] = 1;
    const run = async (tta: number) => {
      const rgba = await evaluator(source, { infer: corner, symmetries: ttaSymmetries(tta) }).evaluate({
        x: 2,
        y: 2,
        width: 2,
        height: 2,
      });
      return [rgba[0], rgba[4], rgba[16], rgba[20]];
    };
    expect(await run(0)).toEqual([102, 0, 0, 0]);
    expect(await run(2)).toEqual([51, 51, 0, 0]);
    // 25.5 rounds to even.
    expect(await run(4)).toEqual([26, 26, 26, 26]);
    expect(await run(8)).toEqual([26, 26, 26, 26]);
  });

  it('tells the network how the tile was turned', async () => {
    const seen: string[] = [];
    const infer: Infer = (planes, width, height, symmetry) => {
      seen.push(`${symmetry}: ${width}x${height}`);
      return nearest(network())(planes, width, height, symmetry);
    };
    await evaluator(speckles(9, 9), { infer, symmetries: ttaSymmetries(8) }).evaluate({
      x: 1,
      y: 1,
      width: 4,
      height: 2,
    });
    expect(seen).toEqual([
      '0: 10x8',
      '1: 10x8',
      '2: 10x8',
      '3: 10x8',
      '4: 8x10',
      '5: 8x10',
      '6: 8x10',
      '7: 8x10',
    ]);
  });

  it('fills one colour with what a real run gives, from a single pixel, once a colour', async () => {
    const source = createImage(40, 40);
    for (let i = 0; i < source.data.length; i += 4)
      source.data.set(i < 40 * 20 * 4 ? [250, 128, 3, 255] : [0, 0, 0, 255], i);
    // Its four result pixels differ, so that a wrong phase would show.
    const sizes: number[] = [];
    const infer: Infer = async (planes, width, height, symmetry) => {
      sizes.push(width * height);
      const output = await nearest(network())(planes, width, height, symmetry);
      const w = (width - 6) * 2;
      return output.map((value, i) => value * 0.8 + 0.02 * ((i % w) % 2) + 0.05 * (Math.floor(i / w) % 2));
    };
    const quick = evaluator(source, { infer });
    const real = evaluator(source, { infer, network: network({ local: false }) });
    const regions = [
      { x: 5, y: 5, width: 7, height: 5 },
      { x: -2, y: -3, width: 12, height: 9 },
      { x: 20, y: 30, width: 20, height: 10 },
    ];
    for (const region of regions) expect(await quick.evaluate(region)).toEqual(await real.evaluate(region));
    expect(sizes.filter((size) => size === 49)).toHaveLength(2);
    // The seam between the colours is no solid region.
    const before = sizes.length;
    await quick.evaluate({ x: 0, y: 15, width: 4, height: 3 });
    expect(sizes[before]).toBe(90);
  });

  it('does not take the shortcut for a network that looks at its whole tile', async () => {
    const sizes: number[] = [];
    const net = network({ local: false });
    const infer: Infer = (planes, width, height, symmetry) => {
      sizes.push(width);
      return nearest(net)(planes, width, height, symmetry);
    };
    await evaluator(createImage(30, 30), { network: net, infer }).evaluate({
      x: 0,
      y: 0,
      width: 20,
      height: 20,
    });
    expect(sizes).toEqual([26]);
  });

  it('keeps grey pictures grey where the network tints them', async () => {
    const source = speckles(6, 6);
    for (let i = 0; i < source.data.length; i += 4) source.data.fill(source.data[i]!, i, i + 3);
    const tinted: Infer = async (planes, width, height, symmetry) => {
      const output = await nearest(network())(planes, width, height, symmetry);
      return output.map((value, i) => value + [0.02, 0, -0.02][Math.floor((i * 3) / output.length)]!);
    };
    const region = { x: 0, y: 0, width: 6, height: 6 };
    const rgba = await evaluator(source, { infer: tinted, grey: true }).evaluate(region);
    for (let i = 0; i < rgba.length; i += 4) {
      expect(rgba[i]).toBe(rgba[i + 1]);
      expect(rgba[i]).toBe(rgba[i + 2]);
    }
    const coloured = await evaluator(source, { infer: tinted }).evaluate(region);
    expect(coloured.some((value, i) => i % 4 === 0 && value !== coloured[i + 1])).toBe(true);
  });

  it('clips values beyond 0-1', async () => {
    const infer: Infer = async (planes, width, height, symmetry) =>
      (await nearest(network())(planes, width, height, symmetry)).map((value, i) =>
        i % 2 ? value + 2 : value - 2,
      );
    const rgba = await evaluator(speckles(5, 5), { infer }).evaluate({ x: 0, y: 0, width: 2, height: 2 });
    expect([...rgba].filter((_, i) => i % 4 !== 3).every((value) => value === 0 || value === 255)).toBe(true);
  });

  it('enlarges alpha with its own network, and asks it only where alpha changes nearby', async () => {
    const source = speckles(40, 8);
    for (let i = 0; i < 40 * 8; i++) if (i % 40 >= 30) source.data[i * 4 + 3] = 0;
    let asked = 0;
    const alphaNetwork = network({ context: 5, model: 'alpha' });
    const alpha = {
      network: alphaNetwork,
      infer: ((planes, width, height, symmetry) => {
        asked++;
        expect(planes.every((value) => value === 0 || value === 1)).toBe(true);
        return nearest(alphaNetwork)(planes, width, height, symmetry);
      }) as Infer,
    };
    const tiles = evaluator(source, { alpha, opaque: false });
    const edge = { x: 22, y: 0, width: 16, height: 8 };
    expect(await tiles.evaluate(edge)).toEqual(enlarged(source, edge, 2));
    expect(asked).toBe(1);
    const opaque = { x: 0, y: 0, width: 20, height: 8 };
    expect(await tiles.evaluate(opaque)).toEqual(enlarged(source, opaque, 2));
    const hidden = { x: 36, y: 0, width: 4, height: 8 };
    expect(await tiles.evaluate(hidden)).toEqual(enlarged(source, hidden, 2));
    expect(asked).toBe(1);
  });

  it('copies alpha at the same size', async () => {
    const source = speckles(6, 5);
    for (let i = 3; i < source.data.length; i += 4) source.data[i] = (i * 13) % 256;
    const rgba = await evaluator(source, { network: network({ scale: 1 }), opaque: false }).evaluate({
      x: 0,
      y: 0,
      width: 6,
      height: 5,
    });
    expect(rgba).toEqual(source.data);
  });
});
