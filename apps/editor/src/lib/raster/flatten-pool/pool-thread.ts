import type { FlattenJob } from './flatten-job.ts';

/** What is used of a `Worker`. */
export interface PoolWorker {
  postMessage(job: FlattenJob, options: object): void;
  terminate(): void;
  addEventListener(type: 'message' | 'error', listener: () => void): void;
}

/** A worker of a pool: it answers jobs in the order in which it got them, each with one message. */
export class PoolThread {
  readonly #worker: PoolWorker;
  readonly #waiting: ((isAlive: boolean) => void)[] = [];
  #isAlive = true;

  constructor(worker: PoolWorker) {
    this.#worker = worker;
    worker.addEventListener('message', () => this.#waiting.shift()?.(true));
    worker.addEventListener('error', () => this.terminate());
  }

  /** False once it has died, or was ended. */
  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Lets it help with a job. @returns true when it has nothing left to do for it, false if it is dead by then */
  workOff(job: FlattenJob): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.#waiting.push(resolve);
    if (this.#isAlive) this.#worker.postMessage(job, {});
    else this.#end();
    return promise;
  }

  terminate(): void {
    this.#isAlive = false;
    this.#worker.terminate();
    this.#end();
  }

  #end(): void {
    for (const resolve of this.#waiting.splice(0)) resolve(false);
  }
}
