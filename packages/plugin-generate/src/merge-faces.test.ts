import { expect, test } from 'vitest';
import { mergeFaces } from './merge-faces.ts';

const face = (x: number, y: number, side: number, score: number) => ({
  x,
  y,
  width: side,
  height: side,
  score,
});

test('keeps one box a face, the surest, best first', () => {
  const [sure, less, other] = [face(100, 100, 50, 30), face(104, 98, 52, 12), face(300, 100, 50, 40)];
  expect(mergeFaces([less, sure, other])).toEqual([other, sure]);
});

test('takes a part of a face for the face', () => {
  expect(mergeFaces([face(100, 100, 100, 30), face(120, 110, 40, 9)])).toHaveLength(1);
});

test('keeps neighbours that touch', () => {
  expect(mergeFaces([face(0, 0, 50, 9), face(40, 0, 50, 9), face(50, 50, 50, 9)])).toHaveLength(3);
});
