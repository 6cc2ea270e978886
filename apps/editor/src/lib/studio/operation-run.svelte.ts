import { operationMarks } from './operation-marks-store.svelte.ts';
import type { OfferedOperation } from './operations.ts';
import { studio } from './studio.svelte.ts';

/** Runs operations from elsewhere than their panels: with what is set there, or else with the defaults. */
class OperationRun {
  readonly #panels = new Map<string, () => Promise<void>>();

  /** @param run what the panel's button does @returns ends it */
  register({ plugin, spec }: OfferedOperation, run: () => Promise<void>): () => void {
    const key = `${plugin.id} ${spec.id}`;
    this.#panels.set(key, run);
    return () => this.#panels.get(key) === run && this.#panels.delete(key);
  }

  /** Resolves when there is a result, or none. */
  async run(operation: OfferedOperation): Promise<void> {
    const { plugin, spec } = operation;
    const run = this.#panels.get(`${plugin.id} ${spec.id}`);
    if (run) await run();
    else await studio.run(operation, {}, spec.placement[0] ?? 'new-layer', operationMarks.of(operation));
  }
}

export const operationRun = new OperationRun();
