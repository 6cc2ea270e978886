import { describe, expect, it } from 'vitest';
import { areaOf, flatten } from '../geometry/flatten.test-helper.ts';
import type { Point } from '../geometry/point.ts';
import { Sheet } from './sheet.ts';

const LINE = Array.from({ length: 11 }, (_, i): Point => [i * 10, 50]);
const sheet = (taper = 1): Sheet => new Sheet({ width: 4, taper }, 'face', 62, 'left');

describe('a sheet', () => {
  it('keeps shapes in the order in which they are drawn', () => {
    const drawn = sheet();
    drawn.flat('skin', 'M0 0Z');
    drawn.shade('skin', 'M1 1Z', { opacity: 0.5, clip: 'M0 0Z' });
    drawn.highlight('hair', 'M2 2Z');
    drawn.black('lash', 'M3 3Z');
    const { shapes, ...rest } = drawn.part();
    expect(rest).toEqual({ name: 'face', depth: 62, side: 'left' });
    expect(shapes.map(({ role, tone }) => [role, tone])).toEqual([
      ['flat', 'flat'],
      ['shade', 'shade'],
      ['highlight', 'highlight'],
      ['line', 'line'],
    ]);
    expect(shapes[1]).toMatchObject({ opacity: 0.5, clip: 'M0 0Z' });
    expect(shapes[0]).not.toHaveProperty('clip');
  });

  it('draws a line as wide as its weight says', () => {
    const area = (weight: number): number => {
      const drawn = sheet();
      drawn.line('skin', LINE, weight, { start: 1, end: 1 });
      return areaOf(flatten(drawn.part().shapes[0]!.path));
    };
    expect(area(1)).toBeCloseTo(400, -1);
    expect(area(2)).toBeCloseTo(800, -1);
  });

  it('ends lines bluntly where the pen does not taper', () => {
    const area = (taper: number): number => {
      const drawn = sheet(taper);
      drawn.line('skin', LINE);
      return areaOf(flatten(drawn.part().shapes[0]!.path));
    };
    expect(area(0)).toBeGreaterThan(area(0.5));
    expect(area(0.5)).toBeGreaterThan(area(1));
    expect(area(0)).toBeGreaterThan(370);
  });
});
