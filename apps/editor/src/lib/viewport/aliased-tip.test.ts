import { stampPencil } from '@koma/core/tools';
import { describe, expect, it } from 'vitest';
import { aliasedTip, tipStart } from './aliased-tip.ts';

/** Whether a place is inside an outline, by the even-odd rule. */
function isInside(outline: readonly number[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0; i < outline.length; i += 2) {
    const [x0, y0] = [outline[i]!, outline[i + 1]!];
    const [x1, y1] = [outline[(i + 2) % outline.length]!, outline[(i + 3) % outline.length]!];
    if (y0 > y !== y1 > y && x < x0 + ((x1 - x0) * (y - y0)) / (y1 - y0)) inside = !inside;
  }
  return inside;
}

describe('aliasedTip', () => {
  it('is one pixel for size 1', () => {
    expect(aliasedTip(1)).toEqual({ width: 1, outline: [1, 0, 1, 1, 0, 1, 0, 0] });
  });

  it('surrounds exactly the pixels that a click of the pencil paints', () => {
    for (const size of [1, 2, 3, 4, 5, 6.4, 9, 16, 31])
      for (const [x, y] of [
        [20.5, 20.5],
        [20.1, 20.9],
        [20, 21.49],
      ] as const) {
        const plane = { data: new Uint16Array(40 * 40), x: 0, y: 0, width: 40, height: 40 };
        stampPencil(plane, { x, y, size, flow: 1, opacity: 1, gain: 1 });
        const { width, outline } = aliasedTip(size);
        const [left, top] = [tipStart(x, width), tipStart(y, width)];
        for (let py = 0; py < 40; py++)
          for (let px = 0; px < 40; px++)
            expect([size, px, py, isInside(outline, px + 0.5 - left, py + 0.5 - top)]).toEqual([
              size,
              px,
              py,
              plane.data[py * 40 + px]! > 0,
            ]);
      }
  });
});
