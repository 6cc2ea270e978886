import type { NetworkEntry } from '#lib/sandbox/index.ts';

/** Something a plugin did or said, for the person to look up. */
export type LogEntry =
  | { readonly kind: 'error' | 'note'; readonly at: number; readonly text: string }
  | ({ readonly kind: 'network' } & NetworkEntry);

/** The newest are kept. */
export const MAX_LOG = 200;
/** Characters of one entry. */
const MAX_TEXT = 2000;

/** The log with an entry more; the oldest goes where there are too many. */
export function withEntry(log: readonly LogEntry[], entry: LogEntry): readonly LogEntry[] {
  return [...log, shortened(entry)].slice(-MAX_LOG);
}

function shortened(entry: LogEntry): LogEntry {
  if (entry.kind === 'network') return { ...entry, url: cut(entry.url) };
  return { ...entry, text: cut(entry.text) };
}

function cut(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}
