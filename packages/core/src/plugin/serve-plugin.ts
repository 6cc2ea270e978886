import * as Comlink from 'comlink';
import { buffersOf } from '../buffers-of.ts';
import { abortError, KomaError, serializeError, type SerializedError } from '../errors.ts';
import type { GeneratorMethod } from './generator.ts';
import type {
  ExportReply,
  GeneratorCall,
  GeneratorReply,
  OperationListener,
  OperationReply,
  PluginWorkerApi,
} from './protocol.ts';
import type { OpenReply, SessionListener, SessionUpdate, UpdateReply } from './interactive.ts';
import type { RunnerSession } from './runner-session.ts';
import { OperationRunner, type RunnerOptions } from './run-operation.ts';

/**
 * The worker's half of a built-in plugin: call once, in a module worker. Comlink is safe here because
 * both sides are ours; third-party code never gets a Comlink endpoint.
 *
 * Pictures in a call belong to the worker (they were transferred); pictures in a reply are
 * transferred back.
 *
 * @param options or what finds them out when the worker is started
 * @param endpoint where calls come from; absent: the worker's own global scope
 */
export function servePlugin(
  options: RunnerOptions | (() => Promise<RunnerOptions>),
  endpoint?: Comlink.Endpoint,
): void {
  let runner: OperationRunner | undefined;
  let current: AbortController | undefined;
  const sessions = new Map<number, OpenSession>();
  let lastSession = 0;
  const openSession = (id: number): OpenSession => {
    const open = sessions.get(id);
    // It was closed while the call was on its way.
    if (!open) throw abortError();
    return open;
  };
  /** Does one piece of work that can be cancelled. */
  const guarded = async <T>(
    work: (started: OperationRunner, signal: AbortSignal) => Promise<T>,
  ): Promise<T | Failure> => {
    if (!runner) throw new KomaError('PLUGIN_FAILED', 'The plugin was not started.', { reason: 'init' });
    const controller = new AbortController();
    current = controller;
    try {
      return await work(runner, controller.signal);
    } catch (error) {
      return { ok: false, error: serializeError(error) };
    } finally {
      current = undefined;
    }
  };
  const api: PluginWorkerApi = {
    async init(request) {
      runner = new OperationRunner(typeof options === 'function' ? await options() : options, request);
    },
    run: (call, listener) =>
      guarded(async (started, signal): Promise<OperationReply> => {
        const { operation, inputs, params, outputs: wanted } = call;
        const told = transferringListener(listener);
        const outputs = await started.run(operation, inputs, params, told, signal, wanted);
        return Comlink.transfer({ ok: true, outputs, backend: started.backend }, buffersOf(outputs));
      }),
    generate: <M extends GeneratorMethod>(
      { generator, method, request }: GeneratorCall<M>,
      listener: OperationListener,
    ) =>
      guarded(async (started, signal): Promise<GeneratorReply<M>> => {
        const told = transferringListener(listener);
        const answer = await started.generate(generator, method, request, told, signal);
        return Comlink.transfer({ ok: true, answer }, buffersOf(answer));
      }),
    export: (call, listener) =>
      guarded(async (started, signal): Promise<ExportReply> => {
        const { exporter, document, params } = call;
        const file = await started.export(exporter, document, params, transferringListener(listener), signal);
        return Comlink.transfer({ ok: true, file }, [file.bytes.buffer]);
      }),
    openSession: (call, listener) =>
      guarded(async (started, signal): Promise<OpenReply> => {
        const told = transferringSessionListener(listener);
        const session = await started.openSession(call.operation, call.inputs, call.params, told, signal);
        sessions.set(++lastSession, { session, told });
        return { ok: true, session: lastSession };
      }),
    updateSession: ({ session, strokes, params }) =>
      guarded(async (_started, signal): Promise<UpdateReply> => {
        const open = openSession(session);
        const update = await open.session.update(strokes, params, signal);
        // The reply goes another way than the answer, and must not arrive before it.
        await open.told.update(update);
        return { ok: true };
      }),
    commitSession: ({ session, strokes, params, outputs: wanted }) =>
      guarded(async (started, signal): Promise<OperationReply> => {
        const outputs = await openSession(session).session.commit(strokes, params, signal, wanted);
        return Comlink.transfer({ ok: true, outputs, backend: started.backend }, buffersOf(outputs));
      }),
    closeSession(session) {
      sessions.get(session)?.session.close();
      sessions.delete(session);
    },
    cancel() {
      current?.abort();
    },
  };
  Comlink.expose(api, endpoint);
}

type Failure = { readonly ok: false; readonly error: SerializedError };

interface OpenSession {
  readonly session: RunnerSession;
  readonly told: AwaitedListener;
}

/** On the host's thread; a call resolves when the host has taken it. */
interface AwaitedListener extends SessionListener {
  update(update: SessionUpdate): Promise<void>;
}

/** Sends labels without copying them, and lets a closed host end quietly. */
function transferringSessionListener(listener: SessionListener): AwaitedListener {
  return {
    progress: (fraction, label) => void listener.progress(fraction, label),
    update: async (update) =>
      listener.update(Comlink.transfer(update, update.patch ? [update.patch.labels.buffer] : [])),
    backend: (report) => void listener.backend(report),
  };
}

/** Sends tiles without copying them, and lets a closed host end quietly. */
function transferringListener(listener: OperationListener): OperationListener {
  return {
    progress: (fraction, label) => void listener.progress(fraction, label),
    preview: (tile) => void listener.preview(Comlink.transfer(tile, [tile.data.buffer])),
    backend: (report) => void listener.backend(report),
    partial: (answer) => void listener.partial?.(answer),
  };
}
