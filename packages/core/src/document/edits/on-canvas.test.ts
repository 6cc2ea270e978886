import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onCanvas } from './on-canvas.ts';
import { inside } from './page.test-helper.ts';

it('is the pixels of a rectangle that lie on the canvas', () => {
  const [place, size] = [fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 9 })];
  const canvas = { width: 6, height: 4 };
  fc.assert(
    fc.property(place, place, size, size, (x, y, width, height) => {
      const rect = { x, y, width, height };
      const part = onCanvas(rect, canvas);
      let count = 0;
      for (let py = 0; py < canvas.height; py++)
        for (let px = 0; px < canvas.width; px++) {
          if (inside(rect, px, py)) count++;
          expect(inside(part, px, py)).toBe(inside(rect, px, py));
        }
      expect(part.width * part.height).toBe(count);
    }),
  );
});
