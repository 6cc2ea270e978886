/** The worker in which plugin-segment runs. */
import { createModelStore } from '@koma/core/inference';
import { parseManifest, servePlugin } from '@koma/core/plugin';
import plugin from '@koma/plugin-segment';
import manifestJson from '@koma/plugin-segment/manifest';
import { fetchFile } from './fetch-file.ts';

const manifest = parseManifest(manifestJson);

servePlugin({
  plugin,
  manifest,
  // It finds borders by rules: there is no model, and nothing to compute with.
  models: createModelStore(manifest.models, fetchFile),
  loaders: {},
  order: [],
});
