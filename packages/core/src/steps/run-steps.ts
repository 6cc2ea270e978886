import { abortError } from '../errors.ts';
import type { Steps } from './steps.ts';

/** How work in steps is driven. */
export interface RunOptions {
  /** Once aborted, the work is left at its next stop. */
  readonly signal?: AbortSignal | undefined;
  /** Called between slices. @param fraction how much is done, 0 to 1 */
  readonly onProgress?: ((fraction: number) => void) | undefined;
  /** Lets the thread do what else is waiting. */
  readonly breathe: () => Promise<void>;
  /** Milliseconds of work between breaths. */
  readonly slice?: number;
  /** A clock in milliseconds. */
  readonly now?: () => number;
}

/** Milliseconds: short enough for pans and zooms to go on, long enough for breathing to cost nothing. */
const SLICE = 12;

/**
 * Carries out work in slices, between which the thread can do other things. The first slice is done before this
 * returns, so that short work takes effect at once.
 * @throws AbortError (as a rejection) once the signal is aborted; the work has freed what it held by then
 */
export async function runSteps<T>(steps: Steps<T>, options: RunOptions): Promise<T> {
  const { signal, onProgress, breathe, slice = SLICE, now = () => performance.now() } = options;
  try {
    for (;;) {
      const end = now() + slice;
      let fraction = 0;
      do {
        if (signal?.aborted) throw abortError();
        const step = steps.next();
        if (step.done) return step.value;
        fraction = step.value;
      } while (now() < end);
      onProgress?.(fraction);
      await breathe();
    }
  } finally {
    steps.return(undefined as never);
  }
}
