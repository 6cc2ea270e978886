import { expect, test } from 'vitest';
import { cellAxis } from './cell-axis.ts';
import { cellsNearLines } from './cells-near-lines.ts';
import { toneSketch } from './drawings.test-helper.ts';

/** Marks in 6 x 4 cells over 24 x 16 pixels that begin at (10, 20). */
const near = (...inked: readonly (readonly [x: number, y: number, tone?: number])[]): string[] => {
  const tones = new Map(inked.map(([x, y, tone = 0]) => [`${x},${y}`, tone]));
  const sketch = toneSketch(50, 40, (x, y) => tones.get(`${x},${y}`) ?? 255);
  const area = { x: 10, y: 20, width: 24, height: 16 };
  const cells = cellsNearLines(sketch, area, cellAxis(24, 6), cellAxis(16, 4));
  return [0, 1, 2, 3].map((row) => cells.subarray(row * 6, row * 6 + 6).join(''));
};

test('marks the cell with ink and the eight around it', () => {
  expect(near([10 + 8, 20 + 7])).toEqual(['011100', '011100', '011100', '000000']);
  expect(near([10, 20])).toEqual(['110000', '110000', '000000', '000000']);
  expect(near([33, 35])).toEqual(['000000', '000000', '000011', '000011']);
});

test('marks nothing for grain, and nothing for ink outside the area', () => {
  expect(near([15, 25, 230], [9, 25], [34, 25], [20, 19], [20, 36])).toEqual(Array(4).fill('000000'));
  expect(near([18, 27, 200])).toEqual(['011100', '011100', '011100', '000000']);
});
