/** What a cancelled job ends with. */
export class PlainDomException extends Error {
  override readonly name: string;
  readonly code = 0;

  constructor(message = '', name = 'Error') {
    super(message);
    this.name = name;
  }
}

type Listener = ((event: PlainEvent) => void) | { handleEvent(event: PlainEvent): void };

/** An event of a {@link PlainEventTarget}. */
export class PlainEvent {
  readonly type: string;
  target: PlainEventTarget | null = null;

  constructor(type: string) {
    this.type = String(type);
  }
}

/** As much of EventTarget as signals need: no capturing, no bubbling. */
export class PlainEventTarget {
  readonly #listeners = new Map<string, Map<Listener, { readonly once: boolean }>>();

  addEventListener(
    type: string,
    listener: Listener | null,
    options?: boolean | { readonly once?: boolean; readonly signal?: PlainAbortSignal },
  ): void {
    const { once = false, signal = undefined } = typeof options === 'object' ? options : {};
    if (!listener || signal?.aborted) return;
    const own = this.#listeners.get(type) ?? new Map<Listener, { readonly once: boolean }>();
    if (!own.has(listener)) own.set(listener, { once });
    this.#listeners.set(type, own);
    signal?.addEventListener('abort', () => this.removeEventListener(type, listener), { once: true });
  }

  removeEventListener(type: string, listener: Listener | null): void {
    if (listener) this.#listeners.get(type)?.delete(listener);
  }

  dispatchEvent(event: PlainEvent): boolean {
    event.target = this;
    for (const [listener, { once }] of Array.from(this.#listeners.get(event.type) ?? [])) {
      if (once) this.removeEventListener(event.type, listener);
      try {
        if (typeof listener === 'function') listener.call(this, event);
        else listener.handleEvent(event);
      } catch (error) {
        // One listener's mistake is not another's, and shows as every uncaught one does.
        void Promise.reject(error);
      }
    }
    return true;
  }
}

/** Stands for the platform's AbortSignal. */
export class PlainAbortSignal extends PlainEventTarget {
  onabort: ((event: PlainEvent) => void) | null = null;
  reason: unknown = undefined;
  #aborted = false;

  get aborted(): boolean {
    return this.#aborted;
  }

  throwIfAborted(): void {
    if (this.#aborted) throw this.reason;
  }

  /** @internal The controller's. */
  static abortNow(signal: PlainAbortSignal, reason: unknown): void {
    if (signal.#aborted) return;
    signal.#aborted = true;
    signal.reason = reason ?? new PlainDomException('This operation was aborted', 'AbortError');
    const event = new PlainEvent('abort');
    signal.onabort?.(event);
    signal.dispatchEvent(event);
  }

  static abort(reason?: unknown): PlainAbortSignal {
    const signal = new PlainAbortSignal();
    PlainAbortSignal.abortNow(signal, reason);
    return signal;
  }

  static any(signals: Iterable<PlainAbortSignal>): PlainAbortSignal {
    const either = new PlainAbortSignal();
    for (const signal of signals) {
      if (signal.aborted) PlainAbortSignal.abortNow(either, signal.reason);
      else
        signal.addEventListener('abort', () => PlainAbortSignal.abortNow(either, signal.reason), {
          once: true,
        });
    }
    return either;
  }

  static timeout(milliseconds: number): PlainAbortSignal {
    const signal = new PlainAbortSignal();
    const reason = new PlainDomException('The operation timed out.', 'TimeoutError');
    setTimeout(() => PlainAbortSignal.abortNow(signal, reason), milliseconds);
    return signal;
  }
}

/** Stands for the platform's AbortController. */
export class PlainAbortController {
  readonly signal = new PlainAbortSignal();

  abort(reason?: unknown): void {
    PlainAbortSignal.abortNow(this.signal, reason);
  }
}
