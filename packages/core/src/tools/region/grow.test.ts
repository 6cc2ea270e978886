import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grow } from './grow.ts';
import { trimMask } from './mask-bounds.ts';
import { EMPTY_MASK, type PlacedMask, type Size } from './mask.ts';
import { coverageAt, maskFromText, masksOnCanvas, onCanvas, textOf } from './regions.test-helper.ts';

function naiveGrow(mask: PlacedMask, radius: number, canvas: Size): number[] {
  const reach = Math.floor(radius);
  return Array.from({ length: canvas.width * canvas.height }, (_, i) => {
    const [x, y] = [i % canvas.width, Math.floor(i / canvas.width)];
    let largest = 0;
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++)
        if (dx * dx + dy * dy <= radius * radius)
          largest = Math.max(largest, coverageAt(mask, x + dx, y + dy));
    return largest;
  });
}

describe('grow', () => {
  it('gives every pixel of the canvas the largest coverage within the radius', () => {
    fc.assert(
      fc.property(masksOnCanvas(), fc.double({ min: 0, max: 7, noNaN: true }), ({ mask, canvas }, radius) => {
        const grown = grow(mask, radius, canvas);
        expect(onCanvas(grown, canvas)).toEqual(naiveGrow(mask, radius, canvas));
        expect(trimMask(grown)).toBe(grown);
      }),
      { numRuns: 200 },
    );
  });

  it('makes a disc of a pixel', () => {
    const canvas = { width: 7, height: 7 };
    expect(textOf(grow(maskFromText(3, 3, '#'), 2, canvas), canvas)).toEqual([
      '.......',
      '...#...',
      '..###..',
      '.#####.',
      '..###..',
      '...#...',
      '.......',
    ]);
  });

  it('moves a soft edge outwards as it is', () => {
    const canvas = { width: 9, height: 1 };
    const edge: PlacedMask = { x: 0, y: 0, width: 3, height: 1, data: Uint8Array.of(255, 255, 90) };
    expect(onCanvas(grow(edge, 3, canvas), canvas)).toEqual([255, 255, 255, 255, 255, 90, 0, 0, 0]);
  });

  it('leaves an empty selection empty', () => {
    expect(grow(EMPTY_MASK, 5, { width: 9, height: 9 })).toBe(EMPTY_MASK);
  });
});
