import { readFile } from 'node:fs/promises';
import { KomaError } from '@koma/core/errors';
import { createModelStore, InferenceService } from '@koma/core/inference';
import { assertUsable, readPackage, type PluginPackage } from '@koma/core/package';
import { PluginHost, type OperationListener } from '@koma/core/plugin';
import { startSandboxed, type SandboxServices } from '@koma/core/sandbox';
import { inferenceDesk, startThread } from '@koma/plugin-kit/node';
import type { Runner, RunnerRequest } from '../cli-plugin.ts';
import { ENGINE_LOADERS } from '../engine-loaders.ts';
import { VERSION } from '../version.ts';
import { diskStorage } from './disk-storage.ts';
import { networkFetch } from './network-fetch.ts';
import { packagePath, type PluginRecord } from './plugin-record.ts';

/**
 * Runs an installed plugin in a thread of its own, by checked messages only and within what the person allowed. The
 * package is read and checked again: the bytes that were installed are the ones that run.
 * @throws KomaError where they have changed, or do not fit this version of Koma
 */
export async function startSandboxRunner(
  record: PluginRecord,
  { backend, threads }: RunnerRequest,
  note: (sentence: string) => void,
): Promise<Runner> {
  assertUsable(record.manifest, { komaVersion: VERSION, blocklist: [] });
  const { manifest, files } = await openPackage(record);
  const file = async (path: string): Promise<Uint8Array> => {
    const bytes = files.get(path);
    if (bytes) return bytes;
    throw new KomaError('PLUGIN_FAILED', `There is no file "${path}" in the plugin.`, { reason: path });
  };
  const models = createModelStore(manifest.models, file);
  const request = { preference: backend, ...(threads === undefined ? {} : { threads }) };
  const inference = new InferenceService({
    loaders: ENGINE_LOADERS,
    // Native code reads models with the rights of this process: for a stranger's model only where that is asked for.
    order: backend === 'auto' ? ['wasm'] : [backend],
    request,
    models,
  });
  const services: SandboxServices = {
    inference: inferenceDesk(inference),
    models,
    file,
    storage: diskStorage(manifest.id),
    fetch: networkFetch(manifest, note),
    log: (text) => console.debug(`[${manifest.id}] ${text}`),
  };
  const code = new TextDecoder().decode(files.get(manifest.entry));
  const host = new PluginHost({
    manifest,
    engine: request,
    start: (_engine, crashed) => {
      const thread = startThread({ code, name: manifest.id });
      const { granted } = record;
      return startSandboxed(thread.port, {
        manifest,
        granted,
        services,
        crashed,
        close: () => thread.remove(),
      });
    },
  });
  const told = (listener: OperationListener, signal: AbortSignal) => ({
    signal,
    onProgress: (fraction: number) => listener.progress(fraction),
  });
  const reported = async <T>(listener: OperationListener, work: Promise<T>): Promise<T> => {
    const result = await work;
    if (inference.started) listener.backend(inference.report);
    return result;
  };
  return {
    run: (operation, inputs, params, listener, signal, outputs) =>
      reported(
        listener,
        host.run(operation, inputs, params, { ...told(listener, signal), ...(outputs && { outputs }) }),
      ),
    export: (exporter, document, params, listener, signal) =>
      reported(listener, host.export(exporter, document, params, told(listener, signal))),
    async dispose() {
      host.dispose();
      await inference.dispose();
    },
  };
}

async function openPackage(record: PluginRecord): Promise<PluginPackage> {
  const { manifest, sha256 } = record;
  const bytes = await readFile(packagePath(record)).catch(() => undefined);
  const opened = bytes && (await readPackage(bytes));
  if (opened?.sha256 === sha256 && opened.manifest.id === manifest.id) return opened;
  const message = `The files of "${manifest.name.en}" are not the ones that were installed. Install it again.`;
  throw new KomaError('PLUGIN_INCOMPLETE', message, { plugin: manifest.name.en });
}
