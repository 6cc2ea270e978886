import { createModelStore } from '@koma/core/inference';
import { OperationRunner, type Plugin, type PluginManifest } from '@koma/core/plugin';
import type { Runner, RunnerRequest } from './cli-plugin.ts';
import { backendOrder, ENGINE_LOADERS } from './engine-loaders.ts';

/** A plugin of ours, whose code may run in this process. */
export interface TrustedPlugin {
  readonly manifest: PluginManifest;
  readonly plugin: Plugin;
  /** Reads a file of the plugin by its path in the plugin. */
  readonly readPluginFile: (path: string) => Promise<Uint8Array>;
}

/** Makes a runner of a plugin's operations in this process. The caller disposes of it. */
export function startRunner(
  { manifest, plugin, readPluginFile }: TrustedPlugin,
  { backend, threads }: RunnerRequest,
): Runner {
  return new OperationRunner(
    {
      plugin,
      manifest,
      models: createModelStore(manifest.models, readPluginFile),
      loaders: ENGINE_LOADERS,
      order: backendOrder(backend),
    },
    { preference: backend, ...(threads === undefined ? {} : { threads }) },
  );
}
