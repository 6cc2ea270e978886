/** The worker in which plugin-upscale runs. */
import { createModelStore, detectCapabilities } from '@koma/core/inference';
import { ownModelPath, parseManifest, servePlugin, withOwnModels } from '@koma/core/plugin';
import plugin from '@koma/plugin-upscale';
import manifestJson from '@koma/plugin-upscale/manifest';
import { webEngines } from '../engine/web-engines.ts';
import { fetchFile } from './fetch-file.ts';
import { ownModelStore } from './own-model-store.ts';

// Fingerprinted URLs of the weights, by their path in the plugin.
const urls = import.meta.glob<string>('../../../../../packages/plugin-upscale/models/*.onnx', {
  query: '?url',
  import: 'default',
  eager: true,
});

const built = parseManifest(manifestJson);
const capabilities = detectCapabilities();

servePlugin(async () => {
  // Another worker is started whenever they change. Where the browser keeps nothing, there are none.
  const records = await ownModelStore.records().catch(() => []);
  const own = records.filter((record) => record.plugin === built.id);
  const manifest = withOwnModels(built, own);
  return {
    plugin,
    manifest,
    models: createModelStore(manifest.models, (path) => {
      const record = own.find((each) => ownModelPath(each) === path);
      if (record) return ownModelStore.bytes(record);
      const url = urls[`../../../../../packages/plugin-upscale/${path}`];
      if (!url) throw new Error(`no file ${path}`);
      return fetchFile(url);
    }),
    loaders: webEngines(capabilities),
    order: ['webgpu', 'wasm'],
  };
});
