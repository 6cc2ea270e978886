import { describe, expect, it } from 'vitest';
import type { Point } from './point.ts';
import { thin } from './thin.ts';

const arc = (count: number, degrees: number): Point[] =>
  Array.from({ length: count }, (_, i) => {
    const angle = ((i / (count - 1)) * degrees * Math.PI) / 180;
    return [100 * Math.cos(angle), 100 * Math.sin(angle)];
  });

describe('thin', () => {
  it('keeps every second point of a gentle curve, and both ends', () => {
    const curve = arc(41, 90);
    const thinned = thin(curve);
    expect(thinned).toHaveLength(21);
    expect(thinned[0]).toBe(curve[0]);
    expect(thinned.at(-1)).toBe(curve.at(-1));
    expect(thinned.every((point) => curve.includes(point))).toBe(true);
  });

  it('never leaves two neighbours out', () => {
    for (const count of [7, 8, 23, 24]) {
      const curve = arc(count, 60);
      const at = thin(curve).map((point) => curve.indexOf(point));
      expect(Math.max(...at.slice(1).map((index, i) => index - at[i]!))).toBe(2);
    }
  });

  it('keeps the points of bends and of short curves', () => {
    const bends = arc(12, 330);
    expect(thin(bends)).toEqual(bends);
    const short = arc(6, 10);
    expect(thin(short)).toBe(short);
  });

  it('keeps a corner between straight stretches', () => {
    const corner: Point = [50, 0];
    const curve: Point[] = [
      [0, 0],
      [10, 0],
      [20, 0],
      [30, 0],
      corner,
      [50, 10],
      [50, 20],
      [50, 30],
      [50, 40],
    ];
    expect(thin(curve)).toContain(corner);
  });
});
