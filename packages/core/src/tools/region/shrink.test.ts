import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimMask } from './mask-bounds.ts';
import { EMPTY_MASK, type PlacedMask, type Size } from './mask.ts';
import { coverageAt, maskFromText, masksOnCanvas, onCanvas, textOf } from './regions.test-helper.ts';
import { shrink } from './shrink.ts';

function naiveShrink(mask: PlacedMask, radius: number, canvas: Size, fromCanvasEdge: boolean): number[] {
  const reach = Math.floor(radius);
  return Array.from({ length: canvas.width * canvas.height }, (_, i) => {
    const [x, y] = [i % canvas.width, Math.floor(i / canvas.width)];
    let smallest = 255;
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) {
        if (dx * dx + dy * dy > radius * radius) continue;
        const [px, py] = [x + dx, y + dy];
        const onCanvas = px >= 0 && py >= 0 && px < canvas.width && py < canvas.height;
        if (onCanvas || fromCanvasEdge) smallest = Math.min(smallest, coverageAt(mask, px, py));
      }
    return smallest;
  });
}

describe('shrink', () => {
  it('gives every pixel of the canvas the smallest coverage within the radius', () => {
    const dense = masksOnCanvas().map(({ mask, canvas }) => ({
      canvas,
      mask: { ...mask, data: mask.data.map((value, i) => (i % 9 === 0 ? value : Math.max(value, 200))) },
    }));
    const radii = fc.double({ min: 0, max: 5, noNaN: true });
    fc.assert(
      fc.property(dense, radii, fc.boolean(), ({ mask, canvas }, radius, fromCanvasEdge) => {
        const shrunk = shrink(mask, radius, canvas, { fromCanvasEdge });
        expect(onCanvas(shrunk, canvas)).toEqual(naiveShrink(mask, radius, canvas, fromCanvasEdge));
        expect(trimMask(shrunk)).toBe(shrunk);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps a selection at the edge of the canvas unless told otherwise', () => {
    const canvas = { width: 4, height: 3 };
    const mask = maskFromText(0, 0, '###.', '###.', '###.');
    expect(textOf(shrink(mask, 1, canvas), canvas)).toEqual(['##..', '##..', '##..']);
    expect(textOf(shrink(mask, 1, canvas, { fromCanvasEdge: true }), canvas)).toEqual([
      '....',
      '.#..',
      '....',
    ]);
  });

  it('ends in the empty mask', () => {
    const canvas = { width: 9, height: 9 };
    expect(shrink(maskFromText(3, 3, '##', '##'), 2, canvas)).toBe(EMPTY_MASK);
    expect(shrink(EMPTY_MASK, 2, canvas)).toBe(EMPTY_MASK);
  });
});
