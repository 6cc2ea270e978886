import type {
  GeneratorAnswer,
  GeneratorMethod,
  GeneratorRequest,
  GeneratorSpec,
  LocalizedText,
  PluginHost,
} from '@koma/core/plugin';
import { WorkLine } from './work-line.ts';

/** What is waited for goes before what is drawn ahead. */
export const RANKS = { preview: 0, grid: 1, background: 2 } as const;

export interface AskOptions<M extends GeneratorMethod = GeneratorMethod> {
  /** `preview` if absent. */
  readonly rank?: keyof typeof RANKS;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (fraction: number, label?: LocalizedText) => void;
  /** Takes what is known of the answer so far. */
  onPartial?(answer: GeneratorAnswer<M>): void;
  /** Pictures and files in the request need not be copied. */
  readonly giveAway?: boolean;
}

/** A generator as the workspace asks it: one question at a time, the most urgent first. */
export class GeneratorClient {
  readonly spec: GeneratorSpec;
  readonly #host: () => Pick<PluginHost, 'generate'>;
  readonly #line = new WorkLine();

  /** @param host called at every question: the host of a plugin is made when it is first needed */
  constructor(spec: GeneratorSpec, host: () => Pick<PluginHost, 'generate'>) {
    this.spec = spec;
    this.#host = host;
  }

  /** @throws KomaError; AbortError when cancelled, at once while it waits */
  ask<M extends GeneratorMethod>(
    method: M,
    request: GeneratorRequest<M>,
    { rank = 'preview', signal, ...options }: AskOptions<NoInfer<M>> = {},
  ): Promise<GeneratorAnswer<M>> {
    const work = () =>
      this.#host().generate(this.spec.id, method, request, { ...options, ...(signal ? { signal } : {}) });
    return this.#line.run(RANKS[rank], work, signal);
  }
}
