import { describe, expect, it } from 'vitest';
import { gridTarget } from './grid-keys.ts';

const from = (index: number) =>
  ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].map((key) =>
    gridTarget(key, index, 4, 10),
  );

describe('gridTarget', () => {
  it('goes to the neighbours and to the ends', () => {
    expect(from(5)).toEqual([4, 6, 1, 9, 0, 9]);
  });

  it('stays inside', () => {
    expect(from(0)).toEqual([0, 1, 0, 4, 0, 9]);
    expect(from(8)).toEqual([7, 9, 4, 8, 0, 9]);
  });

  it('leaves other keys alone', () => {
    expect(gridTarget('a', 0, 4, 10)).toBeUndefined();
  });
});
