import * as Comlink from 'comlink';
import { onTestFinished, vi } from 'vitest';
import type { BackendReport, EngineRequest } from '../inference/engine.ts';
import { createModelStore } from '../inference/model-store.ts';
import { FakeWorker } from './fake-worker.test-helper.ts';
import type { PluginManifest } from './manifest.ts';
import { PluginHost } from './plugin-host.ts';
import type { Operation, OperationListener } from './protocol.ts';
import type { StartWorker } from './running-worker.ts';
import { servePlugin } from './serve-plugin.ts';
import { startBuiltin } from './start-builtin.ts';
import { countingImage, tinyManifest } from './tiny-plugin.test-helper.ts';

/** An operation that returns its picture. Tests only. */
export const copy: Operation = async (inputs) => ({ image: inputs['image']!.image });
/** An operation that never ends. Tests only. */
export const forever = (): Promise<never> => new Promise(() => {});
/** A plugin's models where it has none. Tests only. */
export const models = createModelStore([], async () => new Uint8Array());
/** Inputs of an operation that takes a picture. Tests only. */
export const picture = () => ({ image: { image: countingImage() } });

/** Disposes of a host after the test, and gives the clock back. Tests only. */
export function closing(host: PluginHost): PluginHost {
  // Not `afterEach`: this file is loaded once for all files of tests, and its hooks would serve the first alone.
  onTestFinished(() => {
    host.dispose();
    vi.useRealTimers();
  });
  return host;
}

/** Starts workers whose module is `serve`; `workers` collects them. Tests only. */
export function startFake(
  workers: FakeWorker[],
  manifest: PluginManifest,
  serve: (scope: Comlink.Endpoint, index: number) => void,
): StartWorker {
  const createWorker = (): Worker => {
    const index = workers.length;
    workers.push(new FakeWorker((scope) => serve(scope, index)));
    return workers.at(-1)!.asWorker();
  };
  return startBuiltin({ manifest, createWorker });
}

/** A host whose workers are made by `serve`; `workers` collects them. Tests only. */
export function hostOf(
  serve: (scope: Comlink.Endpoint, index: number) => void,
  operations: string[],
  engine: EngineRequest = { preference: 'auto' },
) {
  const workers: FakeWorker[] = [];
  const backends: BackendReport[] = [];
  const host = closing(
    new PluginHost({
      manifest: tinyManifest(...operations),
      engine,
      start: startFake(workers, tinyManifest(...operations), serve),
      onBackend: (report) => backends.push(report),
    }),
  );
  return { host, workers, backends };
}

/** A host with a well-behaved worker around these operations. Tests only. */
export function hostWith(operations: Record<string, Operation>) {
  const manifest = tinyManifest(...Object.keys(operations));
  return hostOf(
    (scope) => servePlugin({ plugin: { operations }, manifest, models, loaders: {}, order: [] }, scope),
    Object.keys(operations),
  );
}

/** A host whose worker answers calls with `answer` and does nothing else. Tests only. */
export function hostAnswering(answer: (listener: OperationListener) => unknown) {
  return hostOf(
    (scope) =>
      Comlink.expose(
        { init() {}, cancel() {}, run: (_call: unknown, listener: OperationListener) => answer(listener) },
        scope,
      ),
    ['copy'],
  );
}
