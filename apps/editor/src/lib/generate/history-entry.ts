import type { GeneratorOptions } from '@koma/core/plugin';

/** How a picture came to be. */
export const ENTRY_ORIGINS = [
  'sample',
  'edit',
  'vary',
  'breed',
  'between',
  'file',
  'face',
  'canvas',
] as const;
export type EntryOrigin = (typeof ENTRY_ORIGINS)[number];

/** A picture that somebody chose or made, as it is kept. */
export interface HistoryEntry {
  readonly id: string;
  /** The generator's id, with its plugin's. */
  readonly generator: string;
  readonly options: GeneratorOptions;
  readonly origin: EntryOrigin;
  /** Ids of the pictures that it was made from: none, one, or two. They may be gone by now. */
  readonly parents: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly favourite: boolean;
}

/** Pictures that are kept besides favourites. */
export const HISTORY_LIMIT = 200;

/** Which pictures have to go, the oldest that nobody likes first. @param entries in any order */
export function overflowing(entries: readonly HistoryEntry[], limit = HISTORY_LIMIT): HistoryEntry[] {
  const plain = entries.filter(({ favourite }) => !favourite).toSorted((a, b) => b.at - a.at);
  return plain.slice(limit);
}

/** Whether two pictures are the same, whatever order their options were written in. */
export function sameOptions(a: GeneratorOptions, b: GeneratorOptions): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}
