/** The worker in which plugin-generate runs. */
import { createModelStore } from '@koma/core/inference';
import { createSvgService, parseManifest, servePlugin } from '@koma/core/plugin';
import plugin from '@koma/plugin-generate';
import manifestJson from '@koma/plugin-generate/manifest';
import wasmUrl from '@resvg/resvg-wasm/index_bg.wasm?url';
import { fetchFile } from './fetch-file.ts';

const manifest = parseManifest(manifestJson);

servePlugin({
  plugin,
  manifest,
  // It draws by rules: there is no model, and nothing to compute with.
  models: createModelStore(manifest.models, fetchFile),
  loaders: {},
  order: [],
  drawSvg: createSvgService(async () => {
    const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
    await initWasm(fetchFile(wasmUrl));
    return Resvg;
  }),
});
