import type { SandboxLimits } from './limits.ts';

export interface LifeWatchOptions {
  readonly limits: Pick<SandboxLimits, 'startMs' | 'silenceMs' | 'idleMs'>;
  /** Asks the plugin whether it hears messages. */
  ping(): void;
  /** Told once it has given no sign of life for too long. */
  stuck(): void;
}

/** Watches that a plugin lives: one alarm clock, set anew by whatever is known of it. */
export class LifeWatch {
  readonly #options: LifeWatchOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LifeWatchOptions) {
    this.#options = options;
  }

  /** It is being started. */
  starts(): void {
    this.#after(this.#options.limits.startMs, this.#options.stuck);
  }

  /** It works on a call, and has given a sign of life. */
  works(): void {
    this.#after(this.#options.limits.silenceMs, this.#options.stuck);
  }

  /** It may be silent: the host works for it, or nobody cares any more. */
  rests(): void {
    clearTimeout(this.#timer);
  }

  /** It has nothing to do: it may go on working for nobody, but has to hear messages. */
  asks(): void {
    this.#options.ping();
    this.#after(this.#options.limits.idleMs, this.#options.stuck);
  }

  /** It has nothing to do, and hears messages; asked again after a while. */
  idles(): void {
    this.#after(this.#options.limits.idleMs, () => this.asks());
  }

  #after(milliseconds: number, job: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(job, milliseconds);
  }
}
