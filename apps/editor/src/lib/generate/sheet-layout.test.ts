import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetCanvas, sheetLayout, type Size } from './sheet-layout.ts';

const size = fc.record({
  width: fc.integer({ min: 1, max: 2000 }),
  height: fc.integer({ min: 1, max: 2000 }),
});
const sizes = fc.array(size, { minLength: 1, maxLength: 12 });
const canvas = fc.record({
  width: fc.integer({ min: 200, max: 4000 }),
  height: fc.integer({ min: 200, max: 4000 }),
});

describe('sheetLayout', () => {
  it('puts a single picture into the middle, at its own size where that fits', () => {
    const page = { width: 1000, height: 600 };
    expect(sheetLayout([{ width: 300, height: 400 }], page)).toEqual([
      { x: 350, y: 100, width: 300, height: 400 },
    ]);
    expect(sheetLayout([{ width: 900, height: 1200 }], page)).toEqual([
      { x: 275, y: 0, width: 450, height: 600 },
    ]);
  });

  it('takes the columns that leave least empty', () => {
    const tall: Size[] = Array.from({ length: 4 }, () => ({ width: 300, height: 400 }));
    const rows = (page: Size) => new Set(sheetLayout(tall, page).map(({ y }) => y)).size;
    expect(rows({ width: 1600, height: 420 })).toBe(1);
    expect(rows({ width: 620, height: 820 })).toBe(2);
    expect(rows({ width: 320, height: 2000 })).toBe(4);
  });

  it('lets no picture leave the canvas or meet another, and scales all alike', () => {
    fc.assert(
      fc.property(sizes, canvas, (pictures, page) => {
        const frames = sheetLayout(pictures, page);
        expect(frames).toHaveLength(pictures.length);
        for (const [i, frame] of frames.entries()) {
          expect(frame.x).toBeGreaterThanOrEqual(0);
          expect(frame.y).toBeGreaterThanOrEqual(0);
          expect(frame.x + frame.width).toBeLessThanOrEqual(page.width);
          expect(frame.y + frame.height).toBeLessThanOrEqual(page.height);
          for (const other of frames.slice(i + 1)) {
            const apart =
              other.x >= frame.x + frame.width ||
              frame.x >= other.x + other.width ||
              other.y >= frame.y + frame.height ||
              frame.y >= other.y + other.height;
            expect(apart).toBe(true);
          }
        }
        // One scale explains all sides, each cut off to a whole pixel and none less than one.
        const sides = pictures.flatMap(({ width, height }, i) => [
          { is: frames[i]!.width, of: width },
          { is: frames[i]!.height, of: height },
        ]);
        const least = Math.max(...sides.map(({ is, of }) => (is > 1 ? is / of : 0)));
        const most = Math.min(1, ...sides.map(({ is, of }) => (is + 1) / of));
        expect(least).toBeLessThanOrEqual(most + 1e-9);
      }),
    );
  });
});

describe('sheetCanvas', () => {
  it('is the picture itself where there is one', () => {
    expect(sheetCanvas([{ width: 768, height: 1024 }])).toEqual({ width: 768, height: 1024 });
  });

  it('has room for all pictures at their own size', () => {
    fc.assert(
      fc.property(sizes, (pictures) => {
        const frames = sheetLayout(pictures, sheetCanvas(pictures));
        expect(frames.map(({ width, height }) => ({ width, height }))).toEqual(pictures);
      }),
    );
  });
});
