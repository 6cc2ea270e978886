import { SvelteMap } from 'svelte/reactivity';
import type { OfferedOperation } from './operations.ts';
import { settings } from './settings.svelte.ts';

const STORAGE_KEY = 'koma.operations';

/** Which operations' panels are unfolded. Those that come with Koma are, until somebody folds them; that is kept. */
class OperationSections {
  readonly #open = new SvelteMap<string, boolean>(read());
  /** The panel that was brought forward last. */
  #forward = $state.raw<{ readonly key: string }>();

  isOpen(operation: OfferedOperation, standard: boolean): boolean {
    return this.#open.get(keyOf(operation)) ?? standard;
  }

  set(operation: OfferedOperation, open: boolean): void {
    this.#open.set(keyOf(operation), open);
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify([...this.#open]));
    } catch {
      // Private modes may refuse storage; it lasts as long as the page then.
    }
  }

  /** Another object each time that the operation's panel was brought forward. */
  forward(operation: OfferedOperation): object | undefined {
    return this.#forward?.key === keyOf(operation) ? this.#forward : undefined;
  }

  /** Brings an operation's panel forward. */
  show(operation: OfferedOperation): void {
    settings.setSideTab('operations');
    this.set(operation, true);
    this.#forward = { key: keyOf(operation) };
  }
}

function keyOf({ plugin, spec }: OfferedOperation): string {
  return `${plugin.id} ${spec.id}`;
}

function read(): [string, boolean][] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored.filter(
      (entry): entry is [string, boolean] =>
        Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'boolean',
    );
  } catch {
    return [];
  }
}

export const operationSections = new OperationSections();
