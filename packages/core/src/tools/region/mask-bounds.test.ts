import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskBounds, trimMask } from './mask-bounds.ts';
import { EMPTY_MASK } from './mask.ts';
import { maskFromText, masksOnCanvas, onCanvas } from './regions.test-helper.ts';

describe('maskBounds', () => {
  it('is the smallest rectangle around all coverage, however faint', () => {
    fc.assert(
      fc.property(masksOnCanvas(8), fc.integer({ min: 1, max: 255 }), ({ mask }, floor) => {
        const data = mask.data.map((value) => (value < floor ? 0 : value));
        const columns: number[] = [];
        const rows: number[] = [];
        data.forEach((value, i) => {
          if (value === 0) return;
          columns.push(mask.x + (i % mask.width));
          rows.push(mask.y + Math.floor(i / mask.width));
        });
        const bounds = maskBounds({ ...mask, data });
        if (columns.length === 0) expect([bounds.width, bounds.height]).toEqual([0, 0]);
        else
          expect(bounds).toEqual({
            x: Math.min(...columns),
            y: Math.min(...rows),
            width: Math.max(...columns) - Math.min(...columns) + 1,
            height: Math.max(...rows) - Math.min(...rows) + 1,
          });
      }),
      { numRuns: 300 },
    );
  });
});

describe('trimMask', () => {
  it('cuts off what covers nothing, and changes nothing else', () => {
    const canvas = { width: 9, height: 9 };
    const mask = maskFromText(2, 1, '....', '.#o.', '....');
    const trimmed = trimMask(mask);
    expect(trimmed).toMatchObject({ x: 3, y: 2, width: 2, height: 1 });
    expect(onCanvas(trimmed, canvas)).toEqual(onCanvas(mask, canvas));
    expect(trimMask(trimmed)).toBe(trimmed);
  });

  it('is the empty mask where nothing is covered', () => {
    expect(trimMask(maskFromText(2, 1, '...', '...'))).toBe(EMPTY_MASK);
  });
});
