/** The worker in which plugin-upscale runs. */
import { createModelStore, detectCapabilities } from '@koma/core/inference';
import { parseManifest, servePlugin } from '@koma/core/plugin';
import plugin from '@koma/plugin-upscale';
import manifestJson from '@koma/plugin-upscale/manifest';
import { webEngines } from '../engine/web-engines.ts';
import { fetchFile } from './fetch-file.ts';

// Fingerprinted URLs of the weights, by their path in the plugin.
const urls = import.meta.glob<string>('../../../../../packages/plugin-upscale/models/*.onnx', {
  query: '?url',
  import: 'default',
  eager: true,
});

const manifest = parseManifest(manifestJson);
const capabilities = detectCapabilities();

servePlugin({
  plugin,
  manifest,
  models: createModelStore(manifest.models, (path) => {
    const url = urls[`../../../../../packages/plugin-upscale/${path}`];
    if (!url) throw new Error(`no file ${path}`);
    return fetchFile(url);
  }),
  loaders: webEngines(capabilities),
  order: ['webgpu', 'wasm'],
});
