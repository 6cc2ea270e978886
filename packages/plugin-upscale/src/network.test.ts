import type { Session, TileProbe } from '@koma/core/inference';
import { describe, expect, it } from 'vitest';
import { denoiser, enlarger, type Family, type Network, type Noise } from './network.ts';
import { manifest, models, nativeEngine } from './real-models.test-helper.ts';

const NOISES: readonly Noise[] = [null, 0, 1, 2, 3];
const LEVELS = [0, 1, 2, 3] as const;
const networks: Network[] = [
  ...NOISES.map((noise) => enlarger('upconv7', noise)),
  ...NOISES.map((noise) => enlarger('cunet', noise)),
  ...LEVELS.map((noise) => denoiser('cunet', noise)),
  enlarger('vgg7', null),
  ...LEVELS.map((noise) => denoiser('vgg7', noise)),
];

async function outputSize(session: Session, width: number, height: number): Promise<readonly number[]> {
  const x = {
    type: 'float32' as const,
    dims: [1, 3, height, width],
    data: new Float32Array(3 * width * height).fill(0.5),
  };
  const { y } = await session.run({ x });
  return y!.dims;
}

describe('the table of networks', () => {
  it('names exactly the models of the manifest', () => {
    expect(networks.map((network) => network.model).sort()).toEqual(
      manifest.models.map((model) => model.id).sort(),
    );
  });

  it.each(networks)('$model makes scale times the core, and what is cropped', async (network) => {
    const { context, multiple, scale, crop } = network;
    const session = await (await nativeEngine()).createSession(await models.bytes(network.model));
    for (const [width, height] of [
      [1, 1],
      [2, 3],
      [5, 2],
    ] as const) {
      const [w, h] = [width * multiple, height * multiple];
      expect(await outputSize(session, w + 2 * context, h + 2 * context)).toEqual([
        1,
        3,
        h * scale + 2 * crop,
        w * scale + 2 * crop,
      ]);
    }
    await session.release();
  });

  it.each(networks)('$model has a stored answer whose tile fits it', ({ model, context, multiple }) => {
    const { size } = models.spec(model).probe as TileProbe;
    expect(size).toBeGreaterThan(2 * context);
    expect((size - 2 * context) % multiple).toBe(0);
  });

  it('has no way to remove noise and enlarge at once with VGG 7', () => {
    expect(() => enlarger('vgg7', 1)).toThrow(RangeError);
  });

  it.each<[Family, Network, boolean]>([
    ['upconv7', enlarger('upconv7', null), true],
    ['vgg7', enlarger('vgg7', null), true],
    ['vgg7', denoiser('vgg7', 1), true],
    ['cunet', enlarger('cunet', null), false],
    ['cunet', denoiser('cunet', 1), false],
  ])(
    '%s: a pixel beyond the context counts only where the network is not local',
    async (_family, network, local) => {
      const { context, scale, crop } = network;
      const core = 8;
      const size = core + 2 * context;
      const session = await (await nativeEngine()).createSession(await models.bytes(network.model));
      const run = async (x: number, y: number, value: number) => {
        const data = Float32Array.from({ length: 3 * size * size }, (_, i) => ((i * 7) % 64) / 63);
        data[y * size + x] = value;
        const { y: output } = await session.run({ x: { type: 'float32', dims: [1, 3, size, size], data } });
        return output!.data as Float32Array;
      };
      // The last pixel of the core, and a change as far away as the tile goes: the opposite corner.
      const side = core * scale + 2 * crop;
      const last = (side - 1 - crop) * side + (side - 1 - crop);
      const far = (await run(0, 0, 0))[last] !== (await run(0, 0, 1))[last];
      const near =
        (await run(context + core - 1, context + core - 1, 0))[last] !==
        (await run(context + core - 1, context + core - 1, 1))[last];
      expect(near).toBe(true);
      expect(far).toBe(!local);
      await session.release();
    },
  );
});
