import { expect, it } from 'vitest';
import { maskOnCanvas } from './mask-on-canvas.ts';

const mask = (width: number, height: number, ...data: number[]) => ({
  width,
  height,
  data: Uint8Array.from(data),
});
const canvas = { width: 4, height: 3 };

it('lies where the picture lies, and nowhere else', () => {
  const placed = maskOnCanvas([mask(2, 2, 1, 2, 3, 4)], { x: 1, y: 1, width: 2, height: 2 }, canvas);
  expect([...placed.data]).toEqual([0, 0, 0, 0, 0, 1, 2, 0, 0, 3, 4, 0]);
});

it('is cut off at the edge of the canvas', () => {
  const placed = maskOnCanvas([mask(2, 2, 1, 2, 3, 4)], { x: 3, y: -1, width: 2, height: 2 }, canvas);
  expect([...placed.data]).toEqual([0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0]);
});

it('is scaled as the picture is', () => {
  const placed = maskOnCanvas([mask(1, 1, 200)], { x: 0, y: 0, width: 4, height: 3 }, canvas);
  expect([...placed.data]).toEqual(Array(12).fill(200));
});

it('of several takes the most of it', () => {
  const frame = { x: 0, y: 0, width: 2, height: 1 };
  const placed = maskOnCanvas([mask(2, 1, 10, 200), mask(2, 1, 90, 20)], frame, canvas);
  expect([...placed.data.subarray(0, 2)]).toEqual([90, 200]);
});
