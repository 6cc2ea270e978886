import { describe, expect, it } from 'vitest';
import { advance, amend, EMPTY_TRAIL, present, step, type Trail } from './trail.ts';

const of = (...states: string[]): Trail<string> =>
  states.reduce<Trail<string>>((trail, state) => advance(trail, state, 3), EMPTY_TRAIL);

describe('a trail of states', () => {
  it('has no present before the first', () => {
    expect(present(EMPTY_TRAIL)).toBeUndefined();
    expect(step(EMPTY_TRAIL, -1)).toBe(EMPTY_TRAIL);
  });

  it('goes back and forward, and stays at its ends', () => {
    const back = step(of('a', 'b'), -1);
    expect(present(back)).toBe('a');
    expect(step(back, -1)).toBe(back);
    expect(present(step(back, 1))).toBe('b');
    expect(step(of('a'), 1)).toEqual(of('a'));
  });

  it('forgets what was ahead when it goes another way', () => {
    const other = advance(step(of('a', 'b'), -1), 'c', 3);
    expect(other.states).toEqual(['a', 'c']);
  });

  it('forgets the oldest beyond its limit', () => {
    expect(of('a', 'b', 'c', 'd')).toEqual({ states: ['b', 'c', 'd'], at: 2 });
  });

  it('changes the present without a new state', () => {
    expect(amend(of('a', 'b'), 'B').states).toEqual(['a', 'B']);
    expect(amend(EMPTY_TRAIL, 'a')).toEqual({ states: ['a'], at: 0 });
  });
});
