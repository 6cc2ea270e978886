import { describe, expect, it } from 'vitest';
import { fillLasso } from './fill-lasso.ts';
import { count, OPTIONS, studio } from './open-room.test-helper.ts';
import { at, CLEAR, compositor, difference, RED, rect } from './page.test-helper.ts';

describe('filling by a lasso', () => {
  const AROUND = [
    { x: 205, y: 8 },
    { x: 320, y: 8 },
    { x: 320, y: 95 },
    { x: 205, y: 95 },
  ];

  it('fills what is closed inside it, and not what is around that', () => {
    const page = studio();
    page.editOnce((t) => expect(fillLasso(t, AROUND, { ...OPTIONS, gap: 10 }, compositor)).toBe(true));
    const flats = page.pixels('flats');
    expect(count(flats, RED, rect(223, 23, 70, 54))).toBe(70 * 54);
    for (const [x, y] of [
      [210, 50],
      [310, 50],
      [5, 5],
    ] as const)
      expect(at(flats, x, y)).toEqual(CLEAR);
  });

  it('fills nothing that is open', () => {
    studio().expectNoStep((t) => expect(fillLasso(t, AROUND, OPTIONS, compositor)).toBe(false));
  });

  it('fills nothing with no area, or off the canvas', () => {
    const page = studio();
    const before = page.flat();
    const away = AROUND.map(({ x, y }) => ({ x: x + 900, y }));
    for (const points of [[], AROUND.slice(0, 1), AROUND.slice(0, 2), away])
      page.expectNoStep((t) => expect(fillLasso(t, points, { ...OPTIONS, gap: 10 }, compositor)).toBe(false));
    expect(difference(page.flat(), before)).toBe(0);
  });

  it('keeps to the selection', () => {
    const area = rect(230, 30, 20, 20);
    const page = studio({}, area);
    page.editOnce((t) => fillLasso(t, AROUND, { ...OPTIONS, gap: 10 }, compositor));
    expect(count(page.pixels('flats'), RED)).toBe(400);
  });

  it('is refused on locked and hidden layers', () => {
    for (const [properties, code] of [
      [{ locked: true }, 'LAYER_LOCKED'],
      [{ visible: false }, 'LAYER_HIDDEN'],
    ] as const)
      studio({ flats: properties }).expectRefused(code, (t) => fillLasso(t, AROUND, OPTIONS, compositor));
  });
});
