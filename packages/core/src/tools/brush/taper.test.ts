import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTaperSettled, taperAt } from './taper.ts';

const length = fc.integer({ min: 0, max: 5000 }).map((n) => n / 10);

describe('taperAt', () => {
  it('rises from a point to the full width and falls to a point again', () => {
    expect(taperAt(0, 200, 50, 80)).toBe(0);
    expect(taperAt(25, 200, 50, 80)).toBe(0.75);
    expect(taperAt(50, 200, 50, 80)).toBe(1);
    expect(taperAt(120, 200, 50, 80)).toBe(1);
    expect(taperAt(160, 200, 50, 80)).toBe(0.75);
    expect(taperAt(200, 200, 50, 80)).toBe(0);
  });

  it('is the full width everywhere when it is off', () => {
    expect([0, 50, 100].map((position) => taperAt(position, 100, 0, 0))).toEqual([1, 1, 1]);
  });

  it('is the full width somewhere in strokes of any length', () => {
    fc.assert(
      fc.property(length, length, length, (stroke, start, end) => {
        const top = start + end > 0 ? Math.min(start, (stroke * start) / (start + end)) : 0;
        expect(taperAt(top, stroke, start, end)).toBeCloseTo(1, 6);
      }),
    );
  });

  it('makes a tap a dot', () => {
    expect(taperAt(0, 0, 50, 80)).toBe(1);
    expect(taperAt(0.4, 0.4, 50, 80)).toBe(1);
  });

  it('does not change at the start any more once it is settled', () => {
    fc.assert(
      fc.property(
        length,
        length,
        length,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (stroke, start, end, at) => {
          if (!isTaperSettled(stroke, start, end)) return;
          const position = at * Math.max(0, stroke - end);
          const settled = taperAt(position, Infinity, start, end);
          for (const longer of [0, 0.3, 77])
            expect(taperAt(position, stroke + longer, start, end)).toBeCloseTo(settled, 9);
        },
      ),
    );
    expect(isTaperSettled(99, 50, 50)).toBe(false);
    expect(isTaperSettled(100, 50, 50)).toBe(true);
    expect(isTaperSettled(0, 0, 0)).toBe(true);
  });
});
