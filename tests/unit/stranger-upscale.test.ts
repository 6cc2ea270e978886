import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createModelStore, createOrtEngine, type EngineLoaders } from '@koma/core/inference';
import { OperationRunner, parseManifest } from '@koma/core/plugin';
import { createImage } from '@koma/core/raster';
import { openHeadless } from '@koma/plugin-kit/harness';
import { packPlugin } from '@koma/plugin-kit/pack';
import upscale from '@koma/plugin-upscale';
import * as ort from 'onnxruntime-node';
import { expect, it, onTestFinished } from 'vitest';

const folder = fileURLToPath(new URL('../../packages/plugin-upscale/', import.meta.url));
const engines: EngineLoaders = {
  native: async () => createOrtEngine(ort, { name: 'native', threads: 1, executionProviders: ['cpu'] }),
};

/** A disc with a soft edge on a ramp, half of it transparent. */
function drawing() {
  const image = createImage(60, 44);
  for (let i = 0; i < image.data.length; i += 4) {
    const [x, y] = [(i / 4) % image.width, Math.floor(i / 4 / image.width)];
    const inside = Math.min(1, Math.max(0, 16 - Math.hypot(x - 30, y - 22)));
    image.data.set([40 + 3 * x, 200 - 3 * y, 255 * inside, x < 20 ? 12 * x : 255], i);
  }
  return image;
}

it('the built-in Upscale, packed and run as a stranger’s plugin, gives the same bytes', async () => {
  const { bytes, package: packed } = await packPlugin(folder, { id: 'dev.stranger.upscale' });
  expect(packed.manifest.id).toBe('dev.stranger.upscale');
  const stranger = await openHeadless(bytes, { engines });
  onTestFinished(() => stranger.close());
  const manifest = parseManifest(JSON.parse(readFileSync(`${folder}koma-plugin.json`, 'utf8')));
  const models = createModelStore(
    manifest.models,
    async (path) => new Uint8Array(readFileSync(folder + path)),
  );
  const builtin = new OperationRunner(
    { plugin: upscale, manifest, models, order: ['native'], loaders: engines },
    { preference: 'auto' },
  );
  onTestFinished(() => builtin.dispose());
  const listener = { progress() {}, preview() {}, backend() {} };
  for (const params of [
    { scale: 2, noise: '1' },
    { model: 'cunet', noise: 'off', tile: 32 },
  ]) {
    const inputs = { image: { image: drawing() } };
    const signal = new AbortController().signal;
    const own = await builtin.run('upscale', inputs, params, listener, signal);
    expect(await stranger.run('upscale', inputs, params)).toEqual(own);
  }
  expect(stranger.violations).toEqual([]);
});
