import { nextTask } from '@koma/core/plugin';
import { runSteps, type Steps } from '@koma/core/steps';

/**
 * Carries work out in slices, between which messages are heard: other strokes, and cancels.
 * @throws AbortError once the signal is aborted
 */
export function drive<T>(
  steps: Steps<T>,
  signal: AbortSignal,
  onProgress?: (fraction: number) => void,
): Promise<T> {
  return runSteps(steps, { signal, onProgress, breathe: nextTask });
}
