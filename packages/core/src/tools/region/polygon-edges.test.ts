import { describe, expect, it } from 'vitest';
import { polygonEdges } from './polygon-edges.ts';

describe('polygonEdges', () => {
  it('lists the sloping edges from the top, with their directions', () => {
    const edges = polygonEdges([1, 4, 5, 0, 9, 4], 10);
    expect(edges.count).toBe(2);
    expect([...edges.top]).toEqual([0, 0]);
    expect([...edges.bottom]).toEqual([4, 4]);
    expect([...edges.x]).toEqual([5, 5]);
    expect([...edges.slope]).toEqual([-1, 1]);
    expect([...edges.direction]).toEqual([-1, 1]);
  });

  it('cuts edges at the first and last row, and leaves out those beyond', () => {
    const edges = polygonEdges([0, -4, 8, 4, 8, 20, 0, 20], 10);
    expect([...edges.top]).toEqual([0, 0, 4]);
    expect([...edges.bottom]).toEqual([4, 10, 10]);
    expect([...edges.x]).toEqual([4, 0, 8]);
    expect(polygonEdges([0, -9, 5, -2, 9, -9], 10).count).toBe(0);
    expect(polygonEdges([0, 10, 5, 12, 9, 10], 10).count).toBe(0);
  });

  it('has none for no points, one, or a level line', () => {
    for (const points of [[], [3, 3], [0, 5, 9, 5]]) expect(polygonEdges(points, 10).count).toBe(0);
  });
});
