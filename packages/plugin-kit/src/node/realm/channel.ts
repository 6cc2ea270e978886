import { PlainEvent, PlainEventTarget } from './signals.ts';

class PlainMessageEvent extends PlainEvent {
  readonly data: unknown;

  constructor(data: unknown) {
    super('message');
    this.data = data;
  }
}

/** One end of a {@link PlainMessageChannel}. */
class PlainMessagePort extends PlainEventTarget {
  other: PlainMessagePort | undefined;
  #listener: ((event: PlainEvent) => void) | null = null;
  #started = false;
  #waiting: unknown[] = [];

  get onmessage(): ((event: PlainEvent) => void) | null {
    return this.#listener;
  }

  set onmessage(listener: ((event: PlainEvent) => void) | null) {
    this.#listener = listener;
    this.start();
  }

  /** In a task of its own. Values are not copied: both ends are in the same plugin. */
  postMessage(message: unknown): void {
    const { other } = this;
    if (other) setTimeout(() => other.#take(message));
  }

  start(): void {
    this.#started = true;
    for (const message of this.#waiting.splice(0)) this.#take(message);
  }

  close(): void {
    if (this.other) this.other.other = undefined;
    this.other = undefined;
  }

  #take(message: unknown): void {
    if (!this.#started) return void this.#waiting.push(message);
    const event = new PlainMessageEvent(message);
    this.#listener?.(event);
    this.dispatchEvent(event);
  }
}

/** As much of MessageChannel as it takes to wait for the next task. */
export class PlainMessageChannel {
  readonly port1 = new PlainMessagePort();
  readonly port2 = new PlainMessagePort();

  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}
