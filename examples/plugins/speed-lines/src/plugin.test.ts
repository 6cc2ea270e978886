import { join } from 'node:path';
import type { HintsInput, LayersOutput, RasterImage } from '@koma/plugin-kit';
import { openHeadless, type HeadlessPlugin } from '@koma/plugin-kit/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const [WIDTH, HEIGHT] = [200, 150];
const image: RasterImage = {
  width: WIDTH,
  height: HEIGHT,
  data: new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255),
};

describe('the speed lines plugin, as a stranger installs it', () => {
  let plugin: HeadlessPlugin;
  beforeAll(async () => {
    plugin = await openHeadless(join(import.meta.dirname, '..'));
  });
  afterAll(() => plugin.close());

  const lines = async (
    operation: string,
    params: Record<string, string | number | boolean> = {},
    more: {
      centre?: HintsInput;
      selection?: { width: number; height: number; data: Uint8Array<ArrayBuffer> };
    } = {},
  ): Promise<RasterImage> => {
    const outputs = await plugin.run(operation, { image: { image }, ...more }, params);
    return (outputs['layers'] as LayersOutput).layers[0]!.image;
  };
  const alphaAt = ({ data }: RasterImage, x: number, y: number): number => data[(y * WIDTH + x) * 4 + 3]!;
  const ink = ({ data }: RasterImage): number => {
    let sum = 0;
    for (let i = 3; i < data.length; i += 4) sum += data[i]! / 255;
    return sum / (WIDTH * HEIGHT);
  };

  it('points at the last place that was clicked, and at the middle without one', async () => {
    const hint = { radius: 12, color: '#000000' };
    const centre = {
      hints: [
        { ...hint, x: 10, y: 10 },
        { ...hint, x: 150, y: 40 },
      ],
    };
    const there = await lines('focusLines', { style: 'flash', clear: 30 }, { centre });
    expect([alphaAt(there, 150, 40), alphaAt(there, 10, 10), alphaAt(there, 100, 130)]).toEqual([
      0, 255, 255,
    ]);
    const middle = await lines('focusLines', { style: 'flash', clear: 30 });
    expect([alphaAt(middle, 100, 75), alphaAt(middle, 10, 10)]).toEqual([0, 255]);
  });

  it('draws the same lines for a seed, others for another, in the ink asked for', async () => {
    const [one, same, other] = [
      await lines('speedLines', { ink: '#ff8800' }),
      await lines('speedLines', { ink: '#ff8800' }),
      await lines('speedLines', { ink: '#ff8800', seed: 99 }),
    ];
    expect(one.data).toEqual(same.data);
    expect(one.data).not.toEqual(other.data);
    expect(ink(one)).toBeGreaterThan(0.02);
    expect([...one.data.subarray(0, 3)]).toEqual([255, 136, 0]);
  });

  it('keeps to the selection', async () => {
    const data = new Uint8Array(WIDTH * HEIGHT);
    for (let y = 0; y < HEIGHT; y++) data.fill(255, y * WIDTH, y * WIDTH + 50);
    const selection = { width: WIDTH, height: HEIGHT, data };
    const drawn = await lines('focusLines', {}, { selection });
    expect(ink(drawn)).toBeGreaterThan(0.01);
    for (let y = 0; y < HEIGHT; y++) for (let x = 50; x < WIDTH; x++) expect(alphaAt(drawn, x, y)).toBe(0);
  });
});
