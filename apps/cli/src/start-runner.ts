import { createModelStore } from '@koma/core/inference';
import { OperationRunner } from '@koma/core/plugin';
import type { BuiltinPlugin } from './builtin-plugins.ts';
import { backendOrder, ENGINE_LOADERS } from './engine-loaders.ts';

/** What the networks are to run on. */
export interface RunnerRequest {
  readonly backend: 'auto' | 'native' | 'wasm';
  /** As many as the machine has, unless given. */
  readonly threads?: number;
}

/** Loads a plugin's code and makes a runner of its operations in this process. The caller disposes of it. */
export async function startRunner(
  plugin: BuiltinPlugin,
  { backend, threads }: RunnerRequest,
): Promise<OperationRunner> {
  return new OperationRunner(
    {
      plugin: await plugin.load(),
      manifest: plugin.manifest,
      models: createModelStore(plugin.manifest.models, plugin.readPluginFile),
      loaders: ENGINE_LOADERS,
      order: backendOrder(backend),
    },
    { preference: backend, ...(threads === undefined ? {} : { threads }) },
  );
}
