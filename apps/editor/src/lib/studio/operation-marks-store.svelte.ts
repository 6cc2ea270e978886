import { SvelteMap } from 'svelte/reactivity';
import type { Marks } from '#lib/panels/operation-marks.ts';
import type { OfferedOperation } from './operations.ts';

const NONE: Marks = {};

/** What is marked for each operation: in its panel, or by its plugin's tool on the canvas. */
class OperationMarks {
  readonly #marks = new SvelteMap<string, Marks>();

  of(operation: OfferedOperation): Marks {
    return this.#marks.get(keyOf(operation)) ?? NONE;
  }

  set(operation: OfferedOperation, marks: Marks): void {
    this.#marks.set(keyOf(operation), marks);
  }
}

function keyOf({ plugin, spec }: OfferedOperation): string {
  return `${plugin.id} ${spec.id}`;
}

export const operationMarks = new OperationMarks();
