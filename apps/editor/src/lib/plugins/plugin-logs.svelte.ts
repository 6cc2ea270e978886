import { SvelteMap } from 'svelte/reactivity';
import { withEntry, type LogEntry } from './log-entry.ts';
import type { PluginStore } from './plugin-store.ts';

/** Milliseconds after an entry until the log is stored: a plugin that talks a lot is not a write a word. */
const STORE_DELAY = 500;
const NONE: readonly LogEntry[] = [];

/** What plugins did and said, the newest last; kept across reloads. */
export class PluginLogs {
  readonly #store: PluginStore;
  readonly #logs = new SvelteMap<string, readonly LogEntry[]>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(store: PluginStore) {
    this.#store = store;
  }

  of(plugin: string): readonly LogEntry[] {
    return this.#logs.get(plugin) ?? NONE;
  }

  /** Reads what is kept. */
  async load(plugin: string): Promise<void> {
    const kept = await this.#store.log(plugin).catch(() => NONE);
    this.#logs.set(plugin, [...kept, ...this.of(plugin)]);
  }

  add(plugin: string, entry: LogEntry): void {
    this.#put(plugin, withEntry(this.of(plugin), entry));
  }

  clear(plugin: string): void {
    this.#put(plugin, NONE);
  }

  /** The plugin is gone, and its log with it. */
  drop(plugin: string): void {
    clearTimeout(this.#timers.get(plugin));
    this.#timers.delete(plugin);
    this.#logs.delete(plugin);
  }

  #put(plugin: string, entries: readonly LogEntry[]): void {
    this.#logs.set(plugin, entries);
    if (this.#timers.has(plugin)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(plugin);
      // Where the browser keeps nothing, the log lasts as long as the page.
      void this.#store.putLog(plugin, this.of(plugin)).catch(() => {});
    }, STORE_DELAY);
    this.#timers.set(plugin, timer);
  }
}
