import { parseManifest } from '@koma/core/plugin';

const text = (en: string) => ({ en });
const common = (id: string) => ({ id, title: text(id), summary: text(id), params: [] });
const image = { name: 'image', type: 'image', label: text('Picture') };

/** A plugin with one of everything. @param id of the plugin */
export const fuzzManifest = (id: string) =>
  parseManifest({
    manifestVersion: 1,
    id,
    version: '1.0.0',
    engines: { koma: '^0.1.0' },
    name: text('Fuzzed'),
    description: text('A plugin for tests.'),
    author: 'Nobody',
    license: 'MIT',
    entry: 'main.js',
    permissions: ['layer:read', 'layer:write', 'storage', 'network', 'inference'],
    network: { domains: ['a.example'], reason: text('To test.') },
    models: [],
    contributes: {
      operations: [
        {
          ...common('work'),
          inputs: [image],
          outputs: [{ name: 'image', type: 'image' }],
          placement: ['new-layer'],
        },
        {
          ...common('cut'),
          inputs: [image, { name: 'strokes', type: 'strokes', label: text('Strokes') }],
          outputs: [{ name: 'mask', type: 'mask' }],
          interactive: true,
          placement: ['new-layer'],
        },
      ],
      exporters: [{ ...common('save'), extension: 'txt', mediaType: 'text/plain', reads: 'flat' }],
    },
  });
