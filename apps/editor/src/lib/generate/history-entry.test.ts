import { describe, expect, it } from 'vitest';
import { overflowing, sameOptions, type HistoryEntry } from './history-entry.ts';

const entry = (id: string, at: number, favourite = false): HistoryEntry => ({
  id,
  generator: 'test',
  options: { seed: 1 },
  origin: 'sample',
  parents: [],
  at,
  favourite,
});

describe('overflowing', () => {
  it('lets the oldest go first and favourites never', () => {
    const entries = [entry('b', 2), entry('old', 0, true), entry('a', 1), entry('c', 3)];
    expect(overflowing(entries, 2).map(({ id }) => id)).toEqual(['a']);
    expect(overflowing(entries, 3)).toEqual([]);
    expect(overflowing(entries, 0).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });
});

describe('sameOptions', () => {
  it('compares values whatever their order', () => {
    expect(sameOptions({ seed: 1, hair: 'long' }, { hair: 'long', seed: 1 })).toBe(true);
    expect(sameOptions({ seed: 1 }, { seed: 2 })).toBe(false);
    expect(sameOptions({ seed: 1 }, { seed: 1, pose: 'x' })).toBe(false);
    expect(sameOptions({ seed: 1, a: 1 }, { seed: 1, b: 1 })).toBe(false);
  });
});
