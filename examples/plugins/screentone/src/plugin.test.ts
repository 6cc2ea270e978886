import { join } from 'node:path';
import type { LayersOutput, RasterImage } from '@koma/plugin-kit';
import { openHeadless, type HeadlessPlugin } from '@koma/plugin-kit/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const [WIDTH, HEIGHT] = [96, 64];

function sheet(grey: number, alpha = 255): RasterImage {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(grey);
  for (let i = 3; i < data.length; i += 4) data[i] = alpha;
  return { width: WIDTH, height: HEIGHT, data };
}

/** Mean alpha of the one layer over the whole picture, 0-1. */
function inkOf({ layers: [layer] }: LayersOutput): number {
  let sum = 0;
  for (let i = 3; i < layer!.image.data.length; i += 4) sum += layer!.image.data[i]! / 255;
  return sum / (WIDTH * HEIGHT);
}

describe('the screentone plugin, as a stranger installs it', () => {
  let plugin: HeadlessPlugin;
  beforeAll(async () => {
    plugin = await openHeadless(join(import.meta.dirname, '..'));
  });
  afterAll(() => plugin.close());

  const tone = async (
    image: RasterImage,
    params: Record<string, string | number | boolean>,
    selection?: Uint8Array<ArrayBuffer>,
  ): Promise<{ layers: LayersOutput; image: RasterImage }> =>
    (await plugin.run(
      'tone',
      {
        image: { image },
        ...(selection && { selection: { width: WIDTH, height: HEIGHT, data: selection } }),
      },
      params,
    )) as { layers: LayersOutput; image: RasterImage };

  it('lays a flat tone of the density asked for, to be multiplied', async () => {
    const { layers } = await tone(sheet(255), { source: 'flat', density: 30 });
    expect(layers.layers[0]).toMatchObject({ blendMode: 'multiply', name: { en: 'Tone 50L 30% 45°' } });
    expect(inkOf(layers)).toBeCloseTo(0.3, 1);
  });

  it('turns the greys of a layer into dots on white that stand in for them', async () => {
    const { layers, image } = await tone(sheet(128), { frequency: 70 });
    const [layer] = layers.layers;
    expect(layer).toMatchObject({ blendMode: 'normal', x: 0, y: 0 });
    const mean = layer!.image.data.reduce((sum, value) => sum + value, 0) / layer!.image.data.length;
    // Half of the paper is black, all of it is opaque.
    expect(Math.abs(mean - (128 * 3 + 255) / 4)).toBeLessThan(3);
    expect(image.data).toEqual(layer!.image.data);
  });

  it('keeps to the selection and to what the layer has', async () => {
    const selection = new Uint8Array(WIDTH * HEIGHT);
    for (let y = 10; y < 30; y++) selection.fill(255, y * WIDTH + 20, y * WIDTH + 60);
    const { layers } = await tone(sheet(0), { source: 'flat', density: 50 }, selection);
    const [layer] = layers.layers;
    expect(layer!.x).toBeGreaterThanOrEqual(20);
    expect(layer!.y).toBeGreaterThanOrEqual(10);
    expect(layer!.x + layer!.image.width).toBeLessThanOrEqual(60);
    expect(layer!.y + layer!.image.height).toBeLessThanOrEqual(30);
    const empty = await tone(sheet(0, 0), { source: 'flat' });
    expect(inkOf(empty.layers)).toBe(0);
  });

  it('runs a gradient from one side to the other, in the ink asked for', async () => {
    const { layers } = await tone(sheet(255), {
      source: 'gradient',
      direction: 0,
      pattern: 'line',
      ink: '#c02040',
    });
    const [layer] = layers.layers;
    const { width, data } = layer!.image;
    const half = (from: number, to: number): number => {
      let sum = 0;
      for (let i = 0; i < data.length / 4; i++)
        if (i % width >= from && i % width < to) sum += data[i * 4 + 3]!;
      return sum;
    };
    expect(half(0, 30)).toBeGreaterThan(2 * half(50, 80));
    expect([...data.subarray(0, 3)]).toEqual([0xc0, 0x20, 0x40]);
  });
});
