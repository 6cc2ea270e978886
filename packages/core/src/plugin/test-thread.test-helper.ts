/**
 * The module of a real worker thread, for plugin-host.test.ts: an operation that ends at once and one
 * that keeps its thread busy for ever and so hears of no cancel. Tests only.
 */
import { parentPort } from 'node:worker_threads';
import type { Endpoint } from 'comlink';
import { createModelStore } from '../inference/model-store.ts';
import type { Operation } from './protocol.ts';
import { servePlugin } from './serve-plugin.ts';
import { tinyManifest } from './tiny-plugin.test-helper.ts';

const copy: Operation = async (inputs) => ({ image: inputs['image']!.image });

servePlugin(
  {
    plugin: {
      operations: {
        copy,
        spin: async (_inputs, _params, context) => {
          context.progress(0.5);
          // The message leaves the thread before the loop takes it.
          await new Promise((resolve) => setTimeout(resolve, 10));
          for (;;);
        },
      },
    },
    manifest: tinyManifest('copy', 'spin'),
    models: createModelStore([], async () => new Uint8Array()),
    loaders: {},
    order: [],
  },
  parentPort as unknown as Endpoint,
);
