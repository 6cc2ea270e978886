import type { HistoryEntry } from './history-entry.ts';

/** Two pictures of the history that something is made of: parents, or the ends of a transition. */
export class Pair {
  /** Ids of entries. */
  a = $state<string>();
  b = $state<string>();
  /** Which of them the next picture that is chosen becomes. */
  active = $state<'a' | 'b'>('a');

  /** Puts a picture into the active place; the other one is next. */
  choose(id: string): void {
    this[this.active] = id;
    this.active = this.active === 'a' ? 'b' : 'a';
  }

  /** Both pictures, once they are there and still in the history. */
  of(entries: readonly HistoryEntry[]): readonly [HistoryEntry, HistoryEntry] | undefined {
    const a = entries.find(({ id }) => id === this.a);
    const b = entries.find(({ id }) => id === this.b);
    return a && b ? [a, b] : undefined;
  }
}
