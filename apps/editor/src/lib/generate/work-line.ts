import { abortError } from '@koma/core/errors';

interface Waiting {
  readonly rank: number;
  readonly start: () => void;
}

/**
 * Work for somebody who does one thing at a time: what matters most goes first, and of equal rank what was asked
 * first. A worker's own queue is first come, first served, so no more than one thing is given to it.
 */
export class WorkLine {
  #waiting: Waiting[] = [];
  #busy = false;

  /**
   * @param rank lower goes first
   * @throws AbortError at once where it is cancelled before its turn; what `work` throws
   */
  run<T>(rank: number, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    if (signal?.aborted) return Promise.reject(abortError());
    const leave = (): void => {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
      reject(abortError());
    };
    const entry: Waiting = {
      rank,
      start: () => {
        signal?.removeEventListener('abort', leave);
        void work()
          .then(resolve, reject)
          .finally(() => {
            this.#busy = false;
            this.#next();
          });
      },
    };
    signal?.addEventListener('abort', leave, { once: true });
    const after = this.#waiting.findIndex((other) => other.rank > rank);
    this.#waiting.splice(after < 0 ? this.#waiting.length : after, 0, entry);
    this.#next();
    return promise;
  }

  #next(): void {
    if (this.#busy) return;
    const entry = this.#waiting.shift();
    if (!entry) return;
    this.#busy = true;
    entry.start();
  }
}
