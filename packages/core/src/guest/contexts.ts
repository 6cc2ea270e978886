import type { BackendReport, ModelSource, Session, Tensor } from '../inference/index.ts';
import type {
  GeneratorAnswer,
  GeneratorContext,
  GeneratorMethod,
  OperationContext,
  SessionContext,
} from '../plugin/index.ts';
import { seededRandom } from '../seeded-random.ts';
import { buffersOf } from '../buffers-of.ts';
import type { HostLink } from './host-link.ts';

/** Makes what a plugin's code is given besides its inputs, all of it by messages to the host. */
export class Contexts {
  readonly #link: HostLink;
  readonly #sessions = new Map<string, Promise<Session>>();
  #backend: BackendReport;

  /** @param backend what the host will try first */
  constructor(link: HostLink, backend: BackendReport) {
    this.#link = link;
    this.#backend = backend;
  }

  /**
   * Of a call, or of a session that a call opened.
   * @param wanted names of the outputs that are asked for; absent: all
   */
  operation(id: number, signal: AbortSignal, wanted?: readonly string[]): OperationContext {
    const link = this.#link;
    const backend = (): BackendReport => this.#backend;
    let done = 0;
    return {
      signal,
      progress: (fraction, label) => {
        // NaN (0 of 0 tiles) counts as no progress.
        if (fraction > done) done = Math.min(1, fraction);
        link.tell({ type: 'progress', id, fraction: done, ...(label && { label }) });
      },
      preview: (tile) => link.tell({ type: 'preview', id, tile }),
      wants: (output) => wanted?.includes(output) ?? true,
      inference: {
        get backend() {
          return backend();
        },
        session: (source) => this.#session(source),
      },
      models: { bytes: (model) => link.ask({ service: 'models.bytes', model }) },
      files: { bytes: (path) => link.ask({ service: 'files.bytes', path }) },
      storage: {
        get: (key) => link.ask({ service: 'storage.get', key }),
        set: (key, bytes) => link.ask({ service: 'storage.set', key, bytes }),
        delete: (key) => link.ask({ service: 'storage.delete', key }),
        keys: () => link.ask({ service: 'storage.keys' }),
      },
      fetch: (url, { method = 'GET', headers, body } = {}) =>
        link.ask({ service: 'fetch', url: String(url), method, headers, body }),
      random: seededRandom,
      log: (message) => link.tell({ type: 'log', text: String(message) }),
    };
  }

  /** Of an open session. */
  session(id: number, signal: AbortSignal): SessionContext {
    const { preview: _preview, wants: _wants, ...context } = this.operation(id, signal);
    return {
      ...context,
      push: (update) => {
        if (!signal.aborted) this.#link.send({ type: 'update', session: id, update }, buffersOf(update));
      },
    };
  }

  /** Of a question to a generator. */
  generator<M extends GeneratorMethod>(id: number, signal: AbortSignal): GeneratorContext<M> {
    const { wants: _wants, ...context } = this.operation(id, signal);
    return {
      ...context,
      drawSvg: (svg, width, height) => this.#link.ask({ service: 'drawSvg', svg, width, height }),
      partial: (answer: GeneratorAnswer<M>) => this.#link.tell({ type: 'partial', id, answer }),
    };
  }

  #session(source: ModelSource): Promise<Session> {
    const key = 'model' in source ? source.model : source.key;
    const open = this.#sessions.get(key);
    if (open) return open;
    const opening = this.#open(source, key);
    this.#sessions.set(key, opening);
    opening.catch(() => this.#sessions.delete(key));
    return opening;
  }

  async #open(source: ModelSource, key: string): Promise<Session> {
    const link = this.#link;
    type Opened = { readonly session: number; readonly backend: BackendReport };
    const { session, backend } = await link.ask<Opened>({ service: 'inference.open', source });
    this.#backend = backend;
    return {
      run: async (inputs) => {
        type Ran = { readonly outputs: Record<string, Tensor>; readonly backend: BackendReport };
        const ran = await link.ask<Ran>({ service: 'inference.run', session, inputs });
        this.#backend = ran.backend;
        return ran.outputs;
      },
      release: async () => {
        this.#sessions.delete(key);
        await link.ask({ service: 'inference.release', session });
      },
    };
  }
}
