import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growBox } from './grow-box.ts';

const picture = { width: 100, height: 80 };

describe('growBox', () => {
  it('grows about its middle', () => {
    expect(growBox({ x: 40, y: 30, width: 20, height: 10 }, 1.5, picture)).toEqual({
      x: 35,
      y: 27,
      width: 30,
      height: 16,
    });
  });

  it('ends where the picture ends', () => {
    expect(growBox({ x: 90, y: 0, width: 20, height: 20 }, 2, picture)).toEqual({
      x: 80,
      y: 0,
      width: 20,
      height: 30,
    });
  });

  it('is a part of the picture, whatever the box', () => {
    const side = fc.double({ min: -300, max: 300, noNaN: true });
    const length = fc.double({ min: 0.01, max: 300, noNaN: true });
    fc.assert(
      fc.property(side, side, length, length, (x, y, width, height) => {
        const box = growBox({ x, y, width, height }, 1.5, picture);
        expect(Object.values(box).every(Number.isInteger)).toBe(true);
        expect(box.x >= 0 && box.y >= 0 && box.width >= 1 && box.height >= 1).toBe(true);
        expect(box.x + box.width <= 100 && box.y + box.height <= 80).toBe(true);
      }),
    );
  });
});
