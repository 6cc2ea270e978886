import { parseManifest, type PluginManifest } from './manifest.ts';
import { tinyManifestJson } from './tiny-plugin.test-helper.ts';

/** A manifest whose only contribution is the exporter `save` of text files. Tests only. */
export function exporterManifest(): PluginManifest {
  const exporter = {
    id: 'save',
    title: { en: 'Save' },
    summary: { en: 'Saves.' },
    extension: 'txt',
    mediaType: 'text/plain',
    params: [{ id: 'times', type: 'number', label: { en: 'Times' }, min: 1, max: 9, default: 1 }],
    reads: 'layers',
  };
  return parseManifest({ ...tinyManifestJson(), contributes: { operations: [], exporters: [exporter] } });
}
