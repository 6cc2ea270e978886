import { describe, expect, it } from 'vitest';
import { areaOfTiles, bandSteps, TILE, tilesTouching } from './band-tiles.ts';
import type { PixelRect } from './pixel-cut.ts';

const pages: [number, number][] = [
  [1, 1],
  [256, 256],
  [257, 300],
  [640, 384],
  [1100, 900],
  [1281, 513],
];
const half = 20;

function stepsOf(width: number, height: number) {
  const page = { x: 0, y: 0, width, height };
  const { tiles, verticalSeams, horizontalSeams, squares } = bandSteps(page, tilesTouching(page, page), half);
  return [tiles, verticalSeams, horizontalSeams, squares].map((rects) =>
    rects.filter(({ width, height }) => width > 0 && height > 0),
  );
}

describe.each(pages)('bandSteps on %i x %i pixels', (width, height) => {
  it('has rectangles in a step that neither overlap nor touch', () => {
    for (const rects of stepsOf(width, height))
      rects.forEach((a, i) =>
        rects.slice(i + 1).forEach((b) => {
          const gapX = Math.max(b.x - (a.x + a.width), a.x - (b.x + b.width));
          const gapY = Math.max(b.y - (a.y + a.height), a.y - (b.y + b.height));
          expect(gapX >= 1 || gapY >= 1, JSON.stringify([a, b])).toBe(true);
        }),
      );
  });

  it('has every pixel once in a rectangle that reaches far to all sides of it', () => {
    const rects = stepsOf(width, height).flat();
    const room = (at: number, from: number, size: number, limit: number) =>
      Math.min(from === 0 ? Infinity : at - from, from + size === limit ? Infinity : from + size - 1 - at);
    const roomIn = (rect: PixelRect, x: number, y: number) =>
      Math.min(room(x, rect.x, rect.width, width), room(y, rect.y, rect.height, height));
    for (let y = 0; y < height; y += 7)
      for (let x = 0; x < width; x += 5) {
        const most = Math.max(...rects.map((rect) => roomIn(rect, x, y)));
        if (most < half / 2) expect.fail(`${x}, ${y} has ${most} px around it`);
      }
  });
});

it('cuts again what depends on a change, and no more', () => {
  const page = { x: 0, y: 0, width: 2000, height: 2000 };
  const changed = tilesTouching(page, { x: 800, y: 1050, width: 100, height: 10 });
  expect(changed).toEqual({ left: 3, right: 3, top: 4, bottom: 4 });
  const steps = bandSteps(page, changed, half);
  expect(steps.tiles).toHaveLength(9);
  expect(steps.outcome).toEqual({
    x: 3 * TILE - TILE / 2 - half,
    y: 4 * TILE - half,
    width: 2 * TILE + 2 * half + 1,
    height: TILE + 2 * half + 1,
  });
  expect(areaOfTiles(page, tilesTouching(page, areaOfTiles(page, changed), 1))).toEqual({
    x: 2 * TILE,
    y: 3 * TILE,
    width: 3 * TILE,
    height: 3 * TILE,
  });
});
