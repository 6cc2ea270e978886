import { describe, expect, it } from 'vitest';
import { rasterize } from '../output/rasterize.test-helper.ts';
import { ink, type InkOptions } from './ink.ts';
import type { Point } from './point.ts';

const SIZE = 200;
/** A level line from x = 20 to x = 180. */
const LEVEL = Array.from({ length: 17 }, (_, i): Point => [20 + i * 10, 100]);

/** How thick a drawn line is at some places across the picture, pixels: its coverage, column by column. */
function widths(line: readonly Point[], options: InkOptions, columns: readonly number[]): number[] {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}"><path d="${ink(line, options)}"/></svg>`;
  const pixels = rasterize(svg, SIZE, SIZE);
  return columns.map((x) => {
    let sum = 0;
    for (let y = 0; y < SIZE; y++) sum += pixels[(y * SIZE + x) * 4 + 3]! / 255;
    return sum;
  });
}

describe('a pen line', () => {
  it('is as thick in the middle as asked for, and thins out to both ends', () => {
    const [first, quarter, middle, , last] = widths(LEVEL, { width: 8 }, [22, 40, 100, 160, 177]);
    expect(middle).toBeCloseTo(8, 0);
    expect(quarter).toBeLessThan(8);
    expect(quarter).toBeGreaterThan(3);
    expect(first).toBeLessThan(2);
    expect(last).toBeLessThan(2);
  });

  it('begins and ends as wide as asked for', () => {
    const [first, last] = widths(LEVEL, { width: 8, start: 1, end: 0.5 }, [20, 178]);
    expect(first).toBeCloseTo(8, 0);
    expect(last).toBeGreaterThan(3.5);
    expect(last).toBeLessThan(5.5);
  });

  it('swells at once where the taper is small', () => {
    const [long] = widths(LEVEL, { width: 8, taper: 1 }, [50]);
    const [short] = widths(LEVEL, { width: 8, taper: 0.1 }, [50]);
    expect(short).toBeCloseTo(8, 0);
    expect(long).toBeLessThan(7.5);
  });

  it('is as thick across a slope as on the level', () => {
    const slope = LEVEL.map(([x], i): Point => [x, 20 + i * 10]);
    const [column] = widths(slope, { width: 8, start: 1, end: 1 }, [100]);
    expect(column! * Math.SQRT1_2).toBeCloseTo(8, 0);
  });

  it('never grows thicker than asked for', () => {
    const arc = Array.from({ length: 30 }, (_, i): Point => [20 + i * 5.5, 100 + 60 * Math.sin(i / 9)]);
    const columns = Array.from({ length: 150 }, (_, i) => 25 + i);
    // A column cuts a slope of up to 50° askew.
    expect(Math.max(...widths(arc, { width: 6 }, columns))).toBeLessThan(6 / Math.cos(0.9));
  });
});
