import { Worker as Thread } from 'node:worker_threads';
import type { Endpoint } from 'comlink';

/** A web Worker without a thread: what is posted is cloned or transferred by a real MessageChannel. Tests only. */
export class FakeWorker extends EventTarget {
  terminated = false;
  readonly #port: MessagePort;
  readonly #inside: MessagePort;

  /** @param serve the worker's module: gets what would be its global scope */
  constructor(serve: (scope: Endpoint) => void) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#inside = port2;
    port1.addEventListener('message', (event) =>
      this.dispatchEvent(new MessageEvent('message', { data: event.data })),
    );
    port1.start();
    serve(port2);
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }

  /** What a script error or running out of memory looks like from outside. */
  crash(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }

  terminate(): void {
    this.terminated = true;
    this.#port.close();
    this.#inside.close();
  }

  asWorker(): Worker {
    return this as unknown as Worker;
  }
}

/** A web Worker that is one of Node's threads. Tests only. */
export class ThreadWorker extends EventTarget {
  readonly #thread: Thread;
  /** Resolves when the thread is gone. */
  readonly ended: Promise<unknown>;

  constructor(module: URL) {
    super();
    this.#thread = new Thread(module);
    this.ended = new Promise((resolve) => this.#thread.once('exit', resolve));
    this.#thread.on('message', (data) => this.dispatchEvent(new MessageEvent('message', { data })));
    this.#thread.on('error', (error) =>
      this.dispatchEvent(Object.assign(new Event('error'), { message: String(error) })),
    );
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#thread.postMessage(message, transfer as never);
  }

  terminate(): void {
    void this.#thread.terminate();
  }

  asWorker(): Worker {
    return this as unknown as Worker;
  }
}
