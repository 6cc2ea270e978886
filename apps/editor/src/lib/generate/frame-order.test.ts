import { describe, expect, it } from 'vitest';
import { frameOrder } from './frame-order.ts';

describe('frameOrder', () => {
  it('begins with the ends, the middle and the quarters', () => {
    expect(frameOrder(9).slice(0, 5)).toEqual([0, 8, 4, 2, 6]);
  });

  it('has every frame once', () => {
    for (let count = 0; count <= 70; count++)
      expect(frameOrder(count).toSorted((a, b) => a - b)).toEqual([...Array(count).keys()]);
  });
});
