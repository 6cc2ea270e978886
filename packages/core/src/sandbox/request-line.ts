import { abortError, serializeError } from '../errors.ts';
import type { ServiceDesk } from './service-desk.ts';
import type { HostMessage, ServiceRequest } from './wire.ts';

type Answer = Extract<HostMessage, { type: 'answer' }>;

export interface RequestLineOptions {
  readonly desk: Pick<ServiceDesk, 'answer'>;
  /** Requests that wait at once. */
  readonly limit: number;
  /** Whether the plugin has anything to do; requests for nobody are not answered. */
  isBusy(): boolean;
  /** @param give memory in the answer that is given away */
  send(answer: Answer, give: readonly ArrayBuffer[]): void;
  /** Told whenever a request has been answered. */
  answered(): void;
}

/** A plugin's requests, each answered once and in whatever order they are done. */
export class RequestLine {
  readonly #options: RequestLineOptions;
  readonly #open = new Set<number>();

  constructor(options: RequestLineOptions) {
    this.#options = options;
  }

  /** How many are being answered. */
  get length(): number {
    return this.#open.size;
  }

  /** @returns what is wrong with it, where something is; it is not answered then */
  take(id: number, request: ServiceRequest): string | undefined {
    if (this.#open.has(id)) return 'a request with the number of another';
    if (this.#open.size >= this.#options.limit) return 'too many requests at once';
    this.#open.add(id);
    void this.#answer(id, request);
    return undefined;
  }

  async #answer(id: number, request: ServiceRequest): Promise<void> {
    const { desk, isBusy, send, answered } = this.#options;
    try {
      if (!isBusy()) throw abortError();
      const { value, give } = await desk.answer(request);
      send({ type: 'answer', id, ok: true, value }, give);
    } catch (error) {
      send({ type: 'answer', id, ok: false, error: serializeError(error) }, []);
    } finally {
      this.#open.delete(id);
      answered();
    }
  }
}
