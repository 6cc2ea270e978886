import { parseManifest, type PluginManifest } from '@koma/core/plugin';
import generateManifest from '@koma/plugin-generate/manifest';
import segmentManifest from '@koma/plugin-segment/manifest';
import upscaleManifest from '@koma/plugin-upscale/manifest';

export interface BuiltinPlugin {
  readonly manifest: PluginManifest;
  readonly createWorker: () => Worker;
}

/** The plugins that come with Koma. Their code loads with their worker, at the first job. */
export const BUILTIN_PLUGINS: readonly BuiltinPlugin[] = [
  {
    manifest: parseManifest(upscaleManifest),
    createWorker: () =>
      new Worker(new URL('./upscale.worker.ts', import.meta.url), { type: 'module', name: 'koma-upscale' }),
  },
  {
    manifest: parseManifest(generateManifest),
    createWorker: () =>
      new Worker(new URL('./generate.worker.ts', import.meta.url), { type: 'module', name: 'koma-generate' }),
  },
  {
    manifest: parseManifest(segmentManifest),
    createWorker: () =>
      new Worker(new URL('./segment.worker.ts', import.meta.url), { type: 'module', name: 'koma-segment' }),
  },
];
