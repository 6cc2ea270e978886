import { buffersOf } from '../buffers-of.ts';
import type { SerializedError } from '../errors.ts';
import type { GuestMessage, HostMessage, ServiceRequest } from '../sandbox/index.ts';
import { KomaError } from '../errors.ts';

/** What is used of a MessagePort. Node's ports in another context have no more than this. */
export interface GuestPort {
  onmessage: ((event: MessageEvent) => unknown) | null;
  postMessage(message: unknown, transfer?: Transferable[]): void;
  /** Absent where messages flow by themselves. */
  start?(): void;
}

/** Most messages of a kind that nobody answers, at once and a second. The host ends plugins that send many more. */
const BURST = 100;
const PER_SECOND = 40;

/** The plugin's end of the wire: sends messages, and requests that are answered. */
export class HostLink {
  readonly #port: GuestPort;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #lastRequest = 0;
  #left = BURST;
  #then = Date.now();

  constructor(port: GuestPort) {
    this.#port = port;
  }

  /** @param give memory to give away rather than copy */
  send(message: GuestMessage, give: ArrayBuffer[] = []): void {
    try {
      this.#port.postMessage(message, give);
    } catch (error) {
      if (give.length === 0) throw error;
      // Memory of WebAssembly cannot be given away.
      this.#port.postMessage(message, []);
    }
  }

  /** Sends what is told by the way and may be left out where there is too much of it. */
  tell(message: GuestMessage): void {
    const now = Date.now();
    this.#left = Math.min(BURST, this.#left + (Math.max(0, now - this.#then) / 1000) * PER_SECOND);
    this.#then = now;
    if (this.#left < 1) return;
    this.#left--;
    this.send(message, message.type === 'preview' ? buffersOf(message.tile) : []);
  }

  /** Asks the host for something. @throws KomaError as the host says it */
  ask<T>(request: ServiceRequest): Promise<T> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastRequest;
      // Buffers are copied: what a plugin hands in stays its own.
      this.send({ type: 'request', id, request });
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
    });
  }

  /** Takes the host's answer. */
  answered(answer: Extract<HostMessage, { type: 'answer' }>): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.ok) waiting?.resolve(answer.value);
    else waiting?.reject(errorOf(answer.error));
  }
}

/** An error as the host told it. */
function errorOf({ code, message, details }: SerializedError): Error {
  return code === 'ABORTED' ? abortError() : new KomaError(code, message, details);
}

/** What calls that were cancelled end with, where there is no DOMException as well. */
export function abortError(): Error {
  return Object.assign(new Error('Cancelled.'), { name: 'AbortError' });
}
