import { expect, it } from 'vitest';
import { MAX_LOG, withEntry, type LogEntry } from './log-entry.ts';

const note = (at: number, text = 'x'): LogEntry => ({ kind: 'note', at, text });

it('keeps the newest entries', () => {
  let log: readonly LogEntry[] = [];
  for (let at = 0; at < MAX_LOG + 5; at++) log = withEntry(log, note(at));
  expect(log.map(({ at }) => at)).toEqual(Array.from({ length: MAX_LOG }, (_, i) => i + 5));
});

it('shortens what a plugin says at length', () => {
  const [entry] = withEntry([], note(0, 'y'.repeat(9999)));
  expect(entry?.kind === 'note' && entry.text).toMatch(/^y{1999}…$/);
});
