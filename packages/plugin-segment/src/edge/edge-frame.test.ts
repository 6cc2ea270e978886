import { describe, expect, it } from 'vitest';
import { CELL, cutOut, edgeFrame, imageIndex } from './edge-frame.ts';

const plane = { width: 3, height: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };

describe('cutOut', () => {
  it('goes on with the outermost pixels beyond the plane', () => {
    expect([...cutOut(plane.data, plane, { x: -2, y: -1, width: 7, height: 4 })]).toEqual(
      [
        [1, 1, 1, 2, 3, 3, 3],
        [1, 1, 1, 2, 3, 3, 3],
        [4, 4, 4, 5, 6, 6, 6],
        [4, 4, 4, 5, 6, 6, 6],
      ].flat(),
    );
  });

  it('cuts inside of the plane, and quite outside of it', () => {
    expect([...cutOut(plane.data, plane, { x: 1, y: 1, width: 2, height: 1 })]).toEqual([5, 6]);
    expect([...cutOut(plane.data, plane, { x: 9, y: 0, width: 2, height: 1 })]).toEqual([3, 3]);
    expect([...cutOut(plane.data, plane, { x: -9, y: 5, width: 2, height: 1 })]).toEqual([4, 4]);
  });
});

describe('edgeFrame', () => {
  it('holds the rectangle and its margin, on the grid of cells', () => {
    const frame = edgeFrame(plane, undefined, plane.data, { x: 1, y: 0, width: 1, height: 2 }, 11);
    for (const side of [frame.x, frame.y, frame.width, frame.height]) expect(Math.abs(side % CELL)).toBe(0);
    expect(frame.x).toBeLessThanOrEqual(-10);
    expect(frame.x + frame.width).toBeGreaterThanOrEqual(13);
    expect(frame.grey[-frame.y * frame.width - frame.x + 1]).toBe(2);
    expect(frame.labels).toEqual(frame.grey);
  });
});

it('imageIndex finds a pixel of the page, or the nearest', () => {
  const image = { width: 3, height: 2, data: new Uint8ClampedArray(24) };
  const frame = edgeFrame(plane, image, plane.data, { x: 0, y: 0, width: 3, height: 2 }, 8);
  expect(imageIndex(frame, image, 8 + 2, 8 + 1)).toBe(4 * 5);
  expect(imageIndex(frame, image, 0, 0)).toBe(0);
  expect(imageIndex(frame, image, 23, 23)).toBe(4 * 5);
});
