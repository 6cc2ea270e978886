import { createModelStore } from '@koma/core/inference';
import { encodeModel, floatTensor, readOwnModel, type OnnxModel, type OnnxNode } from '@koma/core/onnx';
import { sha256Of } from '@koma/core/package';
import { imageOutput, OperationRunner, ownModelId, withOwnModels, type ParamValue } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import plugin from './index.ts';
import { drawing, manifest, models, nativeEngine, paint, runUpscale } from './real-models.test-helper.ts';

const picture = (name: string) => ({ name, elemType: 1, dims: [1, 3, 'h', 'w'] });

/** A network as somebody may have it, with names of its own. */
function file(nodes: readonly OnnxNode[], scale = 1): Uint8Array {
  const model: OnnxModel = {
    irVersion: 8,
    producer: 'test',
    opsets: [{ domain: '', version: 13 }],
    metadata: {},
    graph: {
      name: 'own',
      nodes,
      initializers: [floatTensor('scales', [4], [1, 1, scale, scale])],
      inputs: [picture('input')],
      outputs: [{ ...picture('output'), dims: [1, 3, 'H', 'W'] }],
    },
  };
  return encodeModel(model);
}
/** Repeats every pixel, so that any mistake at a seam, an edge or in the order of the planes can be seen. */
const repeating = (scale: number) =>
  file(
    [
      {
        op: 'Resize',
        inputs: ['input', '', 'scales'],
        outputs: ['output'],
        attributes: {
          mode: { type: 'string', value: 'nearest' },
          coordinate_transformation_mode: { type: 'string', value: 'asymmetric' },
          nearest_mode: { type: 'string', value: 'floor' },
        },
      },
    ],
    scale,
  );
const same = file([{ op: 'Relu', inputs: ['input'], outputs: ['output'] }]);

/** Runs the operation with a model that was added. */
async function runOwn(
  image: RasterImage,
  bytes: Uint8Array,
  params: Record<string, ParamValue>,
): Promise<RasterImage> {
  const { model } = readOwnModel(bytes, 'upscaler');
  const kept = {
    operation: 'upscale',
    name: 'Mine',
    sha256: await sha256Of(bytes),
    model: { bytes: model.length, sha256: await sha256Of(model) },
  };
  const own = withOwnModels(manifest, [kept]);
  const store = createModelStore(own.models, async (path) =>
    path.startsWith('own-models/')
      ? model
      : models.bytes(manifest.models.find((each) => each.file === path)!.id),
  );
  const runner = new OperationRunner(
    { plugin, manifest: own, models: store, order: ['native'], loaders: { native: nativeEngine } },
    { preference: 'auto' },
  );
  const listener = { progress() {}, preview() {}, backend() {} };
  const signal = new AbortController().signal;
  const all = { noise: 'off', ...params, model: ownModelId(kept) };
  return imageOutput(await runner.run('upscale', { image: { image } }, all, listener, signal), 'image');
}

/** The picture with every pixel repeated. */
const repeated = ({ width, height, data }: RasterImage, times: number) =>
  paint(width * times, height * times, (x, y) => {
    const at = 4 * (Math.floor(y / times) * width + Math.floor(x / times));
    return [data[at]!, data[at + 1]!, data[at + 2]!, data[at + 3]!];
  });

describe('a model of somebody’s own', () => {
  it.each([
    [2, 2, 32],
    [3, 3, 32],
    [2, 4, 48],
  ])('of scale %i enlarges %ix, in tiles', async (scale, times, tile) => {
    const image = drawing(75, 53);
    expect(await runOwn(image, repeating(scale), { percent: times * 100, tile })).toEqual(
      repeated(image, times),
    );
  });

  it('enlarges transparency as well', async () => {
    const image = paint(40, 24, (x, y) => [200, x * 5, y * 5, x < 12 ? 0 : x < 20 ? 128 : 255]);
    const result = await runOwn(image, repeating(2), { scale: 2, tile: 32 });
    const alpha = ({ data }: RasterImage) => data.filter((_, i) => i % 4 === 3);
    expect(alpha(result)).toEqual(alpha(repeated(image, 2)));
  });

  it('that keeps the size is followed by the fast network', async () => {
    const image = drawing(40, 30);
    expect(await runOwn(image, same, { scale: 1 })).toEqual(image);
    expect(await runOwn(image, same, { scale: 2 })).toEqual(
      await runUpscale(image, { model: 'upconv7', noise: 'off', scale: 2 }),
    );
  });

  it('is refused in words where it is no upscaler after all', async () => {
    const turned = file([
      {
        op: 'Transpose',
        inputs: ['input'],
        outputs: ['output'],
        attributes: { perm: { type: 'ints', value: [0, 2, 3, 1] } },
      },
    ]);
    await expect(runOwn(drawing(20, 20), turned, { scale: 2 })).rejects.toMatchObject({
      code: 'OWN_MODEL_UNFIT',
      message: expect.stringContaining('1 × 32 × 32 × 3'),
    });
  });
});
