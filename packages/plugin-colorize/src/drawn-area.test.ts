import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toneSketch } from './drawings.test-helper.ts';
import { drawnArea } from './drawn-area.ts';

const box = (left: number, top: number, right: number, bottom: number, width = 200, height = 120) =>
  toneSketch(width, height, (x, y) => (x >= left && x < right && y >= top && y < bottom ? 0 : 255));

describe('drawnArea', () => {
  it('is the drawing with some room where the margins are wide', () => {
    expect(drawnArea(box(50, 40, 100, 60))).toEqual({ x: 46, y: 36, width: 58, height: 28 });
  });

  it('is all of the picture where the drawing fills it, or where there is none', () => {
    for (const sketch of [box(10, 10, 180, 110), box(0, 0, 0, 0), box(0, 50, 200, 60)])
      expect(drawnArea(sketch)).toEqual({ x: 0, y: 0, width: 200, height: 120 });
  });

  it('is not led far away by pale marks', () => {
    const dirty = toneSketch(200, 120, (x, y) =>
      x === 190 ? 200 : x > 50 && x < 90 && y > 40 && y < 60 ? 0 : 255,
    );
    expect(drawnArea(dirty).width).toBeLessThan(60);
  });

  it('holds the hints', () => {
    const hint = { x: 130, y: 20, radius: 5, color: '#ff0000' };
    const { x, y, width } = drawnArea(box(50, 40, 100, 60), [hint]);
    expect(y).toBeLessThanOrEqual(15);
    expect(x + width).toBeGreaterThanOrEqual(135);
  });

  it('holds everything drawn, and lies in the picture', () => {
    const side = fc.integer({ min: 1, max: 40 });
    const place = fc.tuple(fc.nat(39), fc.nat(39));
    fc.assert(
      fc.property(side, side, fc.array(place, { minLength: 1, maxLength: 5 }), (width, height, places) => {
        const marks = new Set(places.map(([x, y]) => (y % height) * width + (x % width)));
        const sketch = toneSketch(width, height, (x, y) => (marks.has(y * width + x) ? 0 : 255));
        const area = drawnArea(sketch, [{ x: -3, y: 70, radius: 4, color: '#000000' }]);
        expect(area.x >= 0 && area.y >= 0 && area.width >= 1 && area.height >= 1).toBe(true);
        expect(area.x + area.width <= width && area.y + area.height <= height).toBe(true);
        for (const mark of marks) {
          const [x, y] = [mark % width, Math.floor(mark / width)];
          expect(x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height).toBe(
            true,
          );
        }
      }),
    );
  });
});
