import * as Comlink from 'comlink';
import { buffersOf } from '../buffers-of.ts';
import type { PluginWorkerApi, WorkerClient } from '../plugin/index.ts';

/**
 * A plugin's calls as a Comlink object of ours: for a worker of ours that holds the plugin's port, so that the page
 * never takes in what the plugin sends. Pictures go on without being copied.
 */
export function serveRunning(api: WorkerClient): Omit<PluginWorkerApi, 'init'> {
  const passed = <T extends object>(value: T): T => Comlink.transfer(value, buffersOf(value));
  let told: Promise<unknown> = Promise.resolve();
  return {
    run: async (call, listener) => passed(await api.run(call, passing(listener), buffersOf(call.inputs))),
    generate: async (call, listener) =>
      passed(await api.generate(call, passing(listener), buffersOf(call.request))),
    export: async (call, listener) =>
      passed(await api.export(call, passing(listener), buffersOf(call.document))),
    openSession: (call, listener) =>
      api.openSession(
        call,
        {
          progress: (fraction, label) => void listener.progress(fraction, label),
          update: (update) => {
            told = Promise.all([told, listener.update(passed(update))]).catch(() => {});
          },
          backend: (report) => void listener.backend(report),
        },
        buffersOf(call.inputs),
      ),
    updateSession: async (call) => {
      const reply = await api.updateSession(call);
      // The reply goes another way than the answer, and must not arrive before it.
      await told;
      return reply;
    },
    commitSession: async (call) => passed(await api.commitSession(call)),
    closeSession: (session) => api.closeSession(session),
    cancel: () => api.cancel(),
  };
}

type Listener = Parameters<PluginWorkerApi['run']>[1];

/** Sends tiles without copying them, and lets a closed host end quietly. */
function passing(listener: Listener): Listener {
  return {
    progress: (fraction, label) => void listener.progress(fraction, label),
    preview: (tile) => void listener.preview(Comlink.transfer(tile, [tile.data.buffer])),
    backend: (report) => void listener.backend(report),
    partial: (answer) => void listener.partial?.(answer),
  };
}
