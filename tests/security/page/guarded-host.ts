import { parseManifest, PluginHost } from '@koma/core/plugin';
import { startSandboxed, type SandboxServices } from '@koma/core/sandbox';

/** What the probes are packed as. */
const MANIFEST = parseManifest({
  manifestVersion: 1,
  id: 'dev.evil.probes',
  version: '1.0.0',
  engines: { koma: '*' },
  name: { en: 'Probes' },
  description: { en: 'Tries to get out.' },
  author: 'Nobody',
  license: 'MIT',
  entry: 'main.js',
  permissions: ['layer:read'],
  models: [],
  contributes: {
    operations: [
      {
        id: 'probe',
        title: { en: 'Probe' },
        summary: { en: 'Tries to get out.' },
        inputs: [{ name: 'image', type: 'image', label: { en: 'Picture' } }],
        outputs: [{ name: 'report', type: 'text' }],
        placement: [],
        params: [],
        exclusive: [],
      },
    ],
  },
});

/** Nothing of this was granted, so nothing of it is reached. */
const SERVICES: SandboxServices = {
  inference: {
    backend: { name: 'wasm', threads: 1 },
    open: refuse,
    run: refuse,
    release: refuse,
  },
  models: { bytes: refuse },
  file: refuse,
  log: () => {},
};

/** The editor's real host at the end of a port, for a plugin that may read a layer and nothing else. */
export function guardHost(port: MessagePort): PluginHost {
  return new PluginHost({
    manifest: MANIFEST,
    engine: { preference: 'wasm' },
    start: (_engine, crashed) =>
      startSandboxed(port, {
        manifest: MANIFEST,
        granted: ['layer:read'],
        services: SERVICES,
        crashed,
        close: () => {},
      }),
  });
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('nothing was granted'));
}
