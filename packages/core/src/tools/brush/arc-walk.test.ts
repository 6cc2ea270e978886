import { describe, expect, it } from 'vitest';
import { ArcWalk } from './arc-walk.ts';
import { compileDabDynamics } from './dab-dynamics.ts';
import type { Dab } from './dab.ts';
import { Polyline } from './polyline.ts';
import { plainBrush } from './strokes.test-helper.ts';

function line(...places: readonly (readonly [number, number])[]): Polyline {
  const path = new Polyline();
  for (const [x, y] of places) path.push(x, y, 1);
  return path;
}

function walkOf(changes: Parameters<typeof plainBrush>[0]): ArcWalk {
  const settings = plainBrush(changes);
  return new ArcWalk(settings, compileDabDynamics(settings));
}

const xs = (dabs: readonly Dab[]): number[] => dabs.map(({ x }) => Math.round(x * 1e6) / 1e6);

describe('an arc walk', () => {
  it('makes dabs at even distances, the first at the start and one at the very end if it falls there', () => {
    const dabs: Dab[] = [];
    walkOf({ size: 10, spacing: 0.25 }).walk(
      line([0, 7], [10, 7]),
      { limit: 10, length: 10, ends: true },
      dabs,
    );
    expect(xs(dabs)).toEqual([0, 2.5, 5, 7.5, 10]);
    expect(dabs.every(({ y }) => y === 7)).toBe(true);
  });

  it('carries what is left of a distance around corners', () => {
    const dabs: Dab[] = [];
    const path = line([0, 0], [4, 0], [4, 5]);
    walkOf({ size: 3, spacing: 1 }).walk(path, { limit: 9, length: 9, ends: true }, dabs);
    expect(dabs.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [3, 0],
      [4, 2],
      [4, 5],
    ]);
  });

  it('goes on where it stopped, and a copy does not disturb it', () => {
    const [path, walk] = [line([0, 0], [10, 0], [20, 0]), walkOf({ size: 4, spacing: 1 })];
    const [first, copied, rest]: Dab[][] = [[], [], []];
    walk.walk(path, { limit: 9, length: Infinity, ends: false }, first!);
    walk.copy().walk(path, { limit: 20, length: 20, ends: true }, copied!);
    walk.walk(path, { limit: 20, length: 20, ends: true }, rest!);
    expect(xs(first!)).toEqual([0, 4, 8]);
    expect(xs(rest!)).toEqual([12, 16, 20]);
    expect(copied).toEqual(rest);
  });

  it('puts thinner dabs closer together, but never closer than half a pixel', () => {
    const dabs: Dab[] = [];
    const walk = walkOf({ size: 20, spacing: 0.5, taper: { start: 0, end: 40 } });
    walk.walk(line([0, 0], [60, 0]), { limit: 60, length: 60, ends: true }, dabs);
    for (let i = 1; i < dabs.length; i++)
      expect(dabs[i]!.x - dabs[i - 1]!.x).toBeCloseTo(Math.max(0.5, dabs[i - 1]!.size / 2), 6);
    expect(dabs.at(-1)!.size).toBeLessThan(1);
  });
});
