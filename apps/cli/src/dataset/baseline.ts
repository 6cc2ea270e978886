import type { CharacterLabel, Split } from '@koma/character';

/** A task that the data set is for, and how far a simple method gets. */
export interface Baseline {
  readonly task: string;
  /** What is given and what is asked for. */
  readonly given: string;
  readonly wanted: string;
  /** How scores are computed, precisely. */
  readonly metric: string;
  /** What the baseline does. */
  readonly method: string;
  /** Scores on the test split by their names; NaN where there is nothing to score. */
  readonly scores: Readonly<Record<string, number>>;
  /** How many pictures the method was fitted on, and how many it was scored on. */
  readonly trainCount: number;
  readonly testCount: number;
}

/** A picture of the data set without its pixels. */
export interface Example {
  readonly seed: number;
  readonly split: Split;
  readonly label: CharacterLabel;
}

/** At most `limit` items, evenly spaced. */
export function spaced<T>(items: readonly T[], limit: number): readonly T[] {
  if (items.length <= limit) return items;
  return Array.from({ length: limit }, (_, i) => items[Math.floor((i * items.length) / limit)]!);
}

/** NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
