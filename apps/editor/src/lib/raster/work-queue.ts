import { runSteps, type Steps } from '@koma/core/steps';
import type { GrowingRegion, RegionWatcher } from '@koma/core/tools';
import type { HistoryLabel, RunningWork } from './protocol.ts';

/** Milliseconds after which work is told of: what is done by then needs no progress bar. */
const PATIENCE = 300;

/** Milliseconds between two pieces of news of it. */
const NEWS = 100;

/** What the queue tells, and what it is given. */
export interface WorkEvents {
  /** Work is going on that takes longer than a moment; undefined when it has ended. */
  working(work: RunningWork | undefined): void;
  /** What is known of the region that work is looking for; undefined when it has ended. */
  growing(region: GrowingRegion | undefined): void;
  /** Lets the thread do other things. */
  breathe(): Promise<void>;
  /** Milliseconds. */
  now(): number;
}

/**
 * Carries out calls in the order in which they were made, though some of them take their time and let others in
 * between: those wait, so that the document never changes under work that has begun.
 */
export class WorkQueue {
  readonly #events: WorkEvents;
  readonly #waiting: (() => void)[] = [];
  #running: { readonly id: number; readonly controller: AbortController } | undefined;
  #lastId = 0;

  constructor(events: WorkEvents) {
    this.#events = events;
  }

  /** Carries out a call when all before it have ended: at once, as a rule. */
  after<T>(call: () => T): T | Promise<Awaited<T>> {
    if (!this.#running && this.#waiting.length === 0) return call();
    return new Promise<Awaited<T>>((resolve, reject) => {
      this.#waiting.push(() => {
        try {
          resolve(call() as Awaited<T>);
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  /**
   * Carries out work in steps when all before it has ended.
   * @param start is given what is to be told of the region that it looks for
   * @throws AbortError (as a rejection) once it is cancelled
   */
  async run<T>(label: HistoryLabel, start: (watch: RegionWatcher) => Steps<T>): Promise<T> {
    return this.after(() => this.#run(label, start));
  }

  /** Cancels work, unless it has ended. */
  cancel(id: number): void {
    if (this.#running?.id === id) this.#running.controller.abort();
  }

  async #run<T>(label: HistoryLabel, start: (watch: RegionWatcher) => Steps<T>): Promise<T> {
    const { now, breathe } = this.#events;
    const id = ++this.#lastId;
    const controller = new AbortController();
    this.#running = { id, controller };
    let region: GrowingRegion | undefined;
    let isTold = false;
    let next = now() + PATIENCE;
    const onProgress = (fraction: number): void => {
      if (now() < next) return;
      next = now() + NEWS;
      isTold = true;
      this.#events.working({ id, label, fraction });
      if (region) this.#events.growing(region);
    };
    try {
      const steps = start((found) => (region = found));
      return await runSteps(steps, { signal: controller.signal, onProgress, breathe, now });
    } finally {
      this.#running = undefined;
      if (isTold) {
        this.#events.growing(undefined);
        this.#events.working(undefined);
      }
      this.#goOn();
    }
  }

  #goOn(): void {
    while (!this.#running) {
      const next = this.#waiting.shift();
      if (!next) return;
      next();
    }
  }
}
