import * as Comlink from 'comlink';
import { KomaError, serializeError } from '../errors.ts';
import type { OperationListener, OperationReply, PluginWorkerApi } from './protocol.ts';
import { OperationRunner, type RunnerOptions } from './run-operation.ts';

/**
 * The worker's half of a built-in plugin: call once, in a module worker. Comlink is safe here because
 * both sides are ours; third-party code never gets a Comlink endpoint.
 *
 * Pictures in a call belong to the worker (they were transferred); pictures in a reply are
 * transferred back.
 *
 * @param endpoint where calls come from; absent: the worker's own global scope
 */
export function servePlugin(options: RunnerOptions, endpoint?: Comlink.Endpoint): void {
  let runner: OperationRunner | undefined;
  let current: AbortController | undefined;
  const api: PluginWorkerApi = {
    async init(request) {
      runner = new OperationRunner(options, request);
    },
    async run(call, listener): Promise<OperationReply> {
      if (!runner) throw new KomaError('PLUGIN_FAILED', 'The plugin was not started.', { reason: 'init' });
      const controller = new AbortController();
      current = controller;
      try {
        const outputs = await runner.run(
          call.operation,
          call.inputs,
          call.params,
          transferringListener(listener),
          controller.signal,
        );
        const buffers = Object.values(outputs).map((image) => image.data.buffer);
        return Comlink.transfer({ ok: true, outputs, backend: runner.backend }, buffers);
      } catch (error) {
        return { ok: false, error: serializeError(error) };
      } finally {
        current = undefined;
      }
    },
    cancel() {
      current?.abort();
    },
  };
  Comlink.expose(api, endpoint);
}

/** Sends tiles without copying them, and lets a closed host end quietly. */
function transferringListener(listener: OperationListener): OperationListener {
  return {
    progress: (fraction, label) => void listener.progress(fraction, label),
    preview: (tile) => void listener.preview(Comlink.transfer(tile, [tile.data.buffer])),
    backend: (report) => void listener.backend(report),
  };
}
