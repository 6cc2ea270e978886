import { createImage, type RasterImage } from '../raster/index.ts';
import { parseManifest, type PluginManifest } from './manifest.ts';

const image = { name: 'image', type: 'image', label: { en: 'Picture' } };

/** A complete `koma-plugin.json` with one operation for each id. Tests only. */
export function tinyManifestJson(...operations: string[]) {
  return {
    manifestVersion: 1,
    id: 'studio.koma.tiny',
    version: '1.0.0',
    engines: { koma: '^0.1.0' },
    name: { en: 'Tiny' },
    description: { en: 'A plugin for tests.' },
    author: 'Koma Studio',
    license: 'MIT',
    entry: 'src/index.ts',
    permissions: ['layer:read'],
    models: [] as Record<string, unknown>[],
    contributes: {
      operations: operations.map((id) => ({
        id,
        title: { en: `Do ${id}` },
        summary: { en: `Does ${id}.` },
        inputs: [image],
        outputs: [{ name: 'image', type: 'image' }],
        placement: ['new-layer'],
        params: [
          { id: 'amount', type: 'number', label: { en: 'Amount' }, min: 0, max: 10, default: 3 },
        ] as Record<string, unknown>[],
        exclusive: [] as Record<string, unknown>[],
      })),
    },
  };
}

/** {@link tinyManifestJson}, parsed. Tests only. */
export function tinyManifest(...operations: string[]): PluginManifest {
  return parseManifest(tinyManifestJson(...operations));
}

/** A picture with bytes 1, 2, 3, ... Tests only. */
export function countingImage(width = 2, height = 2): RasterImage {
  const result = createImage(width, height);
  for (let i = 0; i < result.data.length; i++) result.data[i] = i + 1;
  return result;
}
