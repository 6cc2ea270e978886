import { onTestFinished } from 'vitest';
import type { KomaError } from '@koma/core/errors';
import { PERMISSIONS, parseManifest, PluginHost, type Permission } from '@koma/core/plugin';
import { startSandboxed, type SandboxLimits, type SandboxServices } from '@koma/core/sandbox';
import { startThread, type PluginThread } from './start-thread.ts';

const title = (en: string) => ({ en });

/** A manifest with the operation `work` of a picture. Tests only. */
export const manifest = parseManifest({
  manifestVersion: 1,
  id: 'org.example.thread',
  version: '1.0.0',
  engines: { koma: '^0.1.0' },
  name: title('Thread'),
  description: title('A plugin for tests.'),
  author: 'Somebody',
  license: 'MIT',
  entry: 'main.js',
  permissions: ['layer:read', 'layer:write'],
  models: [],
  contributes: {
    operations: [
      {
        id: 'work',
        title: title('Work'),
        summary: title('Works.'),
        inputs: [{ name: 'image', type: 'image', label: title('Picture') }],
        outputs: [{ name: 'image', type: 'image' }],
        placement: ['new-layer'],
        params: [],
      },
    ],
  },
});

/** A plugin script whose operation `work` has this body. Tests only. */
export const working = (body: string, before = '') =>
  `${before};var komaPlugin = { default: { operations: { work: async (inputs, params, context) => { ${body} } } } };`;

/** A picture of one pixel. Tests only. */
export const pixel = () => ({
  image: { image: { width: 1, height: 1, data: new Uint8ClampedArray([1, 2, 3, 4]) } },
});

/** A host whose plugin runs in a real thread. Tests only. */
export function threadHost(
  code: string,
  { limits = {}, ...memory }: { limits?: Partial<SandboxLimits>; heapMb?: number; buffersMb?: number } = {},
) {
  const logged: string[] = [];
  const crashes: KomaError[] = [];
  const threads: PluginThread[] = [];
  const granted: readonly Permission[] = PERMISSIONS;
  const none = (): Promise<never> => Promise.reject(new Error('not here'));
  const services: SandboxServices = {
    inference: { backend: { name: 'wasm', threads: 1 }, open: none, run: none, release: none },
    models: { bytes: none },
    file: none,
    log: (text) => logged.push(text),
  };
  const host = new PluginHost({
    manifest,
    engine: { preference: 'auto' },
    start: (_engine, crashed) => {
      const thread = startThread({ code, ...memory });
      threads.push(thread);
      return startSandboxed(thread.port, {
        manifest,
        granted,
        services,
        limits,
        crashed: (error) => {
          crashes.push(error);
          crashed(error);
        },
        close: () => thread.remove(),
      });
    },
  });
  onTestFinished(async () => {
    host.dispose();
    await Promise.all(threads.map(({ ended }) => ended));
  });
  return { host, logged, crashes, threads };
}
